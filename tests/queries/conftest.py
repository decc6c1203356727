"""What the tests of the queries share."""

from tests.pages.conftest import published, published_key

__all__ = ["published", "published_key"]
