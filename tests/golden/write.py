"""Write the golden workbooks under `fixtures/`: `python -m tests.golden`.

The same code always writes the same bytes, so a change of them is a change of the code.
"""

import csv
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

from disclosures.exports.statutory import Statutory
from disclosures.exports.workbook.write import workbook
from disclosures.rules.explain import EXAMPLES
from tests.golden.cases import Case, cases, smallest
from tests.golden.examples import rule_examples
from tests.rules.examples import DEPARTMENT, YEAR

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
FOLDERS = ("should_pass", "should_fail")
STATED = ".json"  # beside a workbook: what the narrative states otherwise than the good one
WHEN = datetime(YEAR, 2, 20, tzinfo=UTC)


def bytes_of(case: Case) -> bytes:
    """The workbook of a case."""
    title = f"{DEPARTMENT}{YEAR}年部门预算公开"
    return workbook(
        Statutory(title, DEPARTMENT, "", WHEN, (), (), tuple(smallest(case).book), YEAR)
    )


def path_of(case: Case) -> Path:
    """Where the workbook of a case lies."""
    return FIXTURES / case.folder / f"{case.name}.xlsx"


def write() -> None:
    """Write every case, and nothing else in its folders; and the examples of the rules' pages."""
    with EXAMPLES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ("code", "holds", "fails"), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rule_examples())
    for folder in FOLDERS:
        shutil.rmtree(FIXTURES / folder, ignore_errors=True)
    for case in cases():
        path = path_of(case)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes_of(case))
        if case.stated:
            said = json.dumps(case.stated, ensure_ascii=False, indent=2)
            path.with_suffix(STATED).write_text(f"{said}\n", encoding="utf-8")
