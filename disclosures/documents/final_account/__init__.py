"""The final account (决算) of a department of Yunnan: a narrative in five parts."""
