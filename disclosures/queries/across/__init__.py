"""What is asked of all departments at once: rankings, rows of one table, who spends on a code."""
