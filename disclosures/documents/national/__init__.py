"""Reads the narratives of disclosures that do not follow Kunming's nine sections."""
