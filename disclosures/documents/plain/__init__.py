"""Says a narrative in plainer words, and reads once more what its reader left unsaid."""
