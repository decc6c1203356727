"""The site for modules whose tests only read: published once for them all.

Import `site_to_read` and name it in `__all__`; tests then ask for `site` as everywhere.
"""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Site


@pytest.fixture(name="site")
def site_to_read(db: None, read_site: tuple[Site, Path], settings: Any) -> Site:
    """The module's own site, with its files and nothing complained of yet.

    `db` tells pytest-django that there must be a test database at all.
    """
    site, settings.MEDIA_ROOT = read_site
    site.complaints.clear()
    return site
