"""Measurements, as ratios of one run; none of them is a test."""
