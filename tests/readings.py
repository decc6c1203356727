"""What the reader makes of a document, read once for all the tests of a process."""

from functools import lru_cache

from disclosures.publishing.reading import Reading, read


@lru_cache(maxsize=8)
def reading_of(data: bytes, filename: str = "seed.txt") -> Reading:
    """The document, read; a reading is never changed."""
    return read(data, filename)
