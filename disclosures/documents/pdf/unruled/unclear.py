"""What a table without lines leaves open: then it is not read, and the reader says so."""


class UnclearError(Exception):
    """Raised with what cannot be told, in the officer's words."""
