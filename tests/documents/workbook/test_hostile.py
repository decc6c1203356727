"""Hostile files are refused in bounded memory and time."""

import os
import subprocess
import sys
from pathlib import Path

from tests.documents.workbook.hostile import FILES

ROOT = Path(__file__).resolve().parents[3]


def test_every_hostile_file_is_refused_within_bounds() -> None:
    command = [sys.executable, "-m", "tests.documents.workbook.bounded"]
    read = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True)
    assert read.returncode == 0, read.stderr[-2000:]
    assert read.stdout.splitlines() == [f"{each.name} {each.code}" for each in FILES]
