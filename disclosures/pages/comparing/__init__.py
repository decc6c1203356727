"""The comparison of two to six disclosures: what is asked for, and what is shown for it."""
