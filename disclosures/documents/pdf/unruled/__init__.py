"""Tables without ruling lines: their columns by what stands below each other, or a doubt."""
