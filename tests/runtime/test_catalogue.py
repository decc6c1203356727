"""The English catalogue compiles without gettext to what gettext reads."""

import gettext
from io import BytesIO

from budget_portal.catalogue import compiled, entries

SOURCE = """# A comment.
msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# Words.
msgid "预算"
msgstr "Budget"

#, python-format
msgid "第%(number)s版“全文”"
msgstr "Revision %(number)s, \\"whole\\""
"""


def test_what_is_written_is_read_back() -> None:
    read = gettext.GNUTranslations(BytesIO(compiled(entries(SOURCE))))
    assert read.gettext("预算") == "Budget"
    assert read.gettext("第%(number)s版“全文”") == 'Revision %(number)s, "whole"'
    assert read.gettext("决算") == "决算"
    assert read.info()["language"] == "en"


def test_the_same_source_makes_the_same_bytes() -> None:
    found = entries(SOURCE)
    assert len(found) == 3
    assert compiled(found) == compiled(dict(reversed(found.items())))
