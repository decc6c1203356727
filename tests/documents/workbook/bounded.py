"""Reads every hostile file in a process whose memory and time are bounded; prints what was said.

`python -m tests.documents.workbook.bounded`
"""

import os
import resource
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "budget_portal.settings")
os.environ.setdefault("SECRET_KEY", "nothing is signed")
django.setup()

from disclosures.documents.refusal import Refusal  # noqa: E402 (after setup)
from disclosures.documents.workbook.read import read_workbook  # noqa: E402
from tests.documents.workbook.hostile import FILES  # noqa: E402

MEMORY = 900 * 1024 * 1024  # bytes of addresses: Python, its libraries, and the largest file
SECONDS = 120  # of a processor, for all files together

resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
for each in FILES:
    found = read_workbook(each.make(), each.name)
    sys.stdout.write(f"{each.name} {found.code if isinstance(found, Refusal) else 'taken'}\n")
