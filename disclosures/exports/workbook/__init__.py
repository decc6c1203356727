"""The official workbook: filled with a revision's tables, or blank for the officer to fill in."""
