"""The same revision is the same bytes: in another process, time zone, language and hash seed."""

import os
import subprocess
import sys
from pathlib import Path

from disclosures.exports.kept import FORMATS

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = (
    {"TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "America/New_York", "LC_ALL": "POSIX", "PYTHONHASHSEED": "2", "COLUMNS": "40"},
)


def test_every_format_is_the_same_in_another_process() -> None:
    command = [sys.executable, "-m", "tests.exports.once"]
    told = [
        subprocess.run(
            command, cwd=ROOT, env=os.environ | each, capture_output=True, text=True, check=True
        ).stdout.splitlines()
        for each in ELSEWHERE
    ]
    assert [line.split()[0] for line in told[0]] == sorted(FORMATS)
    assert told[0] == told[1]
