"""Prints the SHA-256 of each export of one disclosure: `python -m tests.exports.once`."""

import hashlib
import os
from datetime import UTC, datetime

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "budget_portal.settings")
os.environ.setdefault("SECRET_KEY", "nothing is signed")
django.setup()

from disclosures.exports.kept import FORMATS  # noqa: E402 (after setup)
from disclosures.exports.statutory import Paragraph, Statutory, table_of  # noqa: E402
from tests.rules.example_tables import good_book  # noqa: E402

BOOK = good_book()
CONTENT = Statutory(
    title="2024年部门预算公开",
    department="江城市档案局",
    imprint="第1版",
    made_at=datetime(2024, 2, 20, tzinfo=UTC),
    paragraphs=(Paragraph("监督索引号53010000123400100000"), Paragraph("一、部门职责", True)),
    tables=tuple(map(table_of, BOOK)),
    sheets=tuple(BOOK),
    year=2024,
)
for suffix, form in sorted(FORMATS.items()):
    print(suffix, hashlib.sha256(form.write(CONTENT)).hexdigest())
