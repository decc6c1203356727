"""Writes the golden workbooks anew: `python -m tests.golden`."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "budget_portal.settings")
os.environ.setdefault("SECRET_KEY", "what is written is not signed")
django.setup()

from tests.golden.write import write  # noqa: E402 (after setup)

write()
