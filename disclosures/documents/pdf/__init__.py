"""PDF documents: their prose as one text, their ruled tables as grids, each with its place."""
