"""Gives every test run a real PostgreSQL: an early plugin, named in pyproject.toml.

pytest-django reads the settings before any conftest is loaded, so the address must be in the
environment when this module is imported. Workers of a parallel run inherit it.
"""

import atexit
import os
import secrets
from contextlib import ExitStack

from budget_portal.postgres import throwaway

os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(32))

if "DATABASE_URL" not in os.environ:
    _cluster = ExitStack()
    os.environ["DATABASE_URL"] = _cluster.enter_context(throwaway())
    atexit.register(_cluster.close)
