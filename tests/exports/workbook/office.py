"""LibreOffice as an officer's program: it opens a workbook, recalculates it and saves it again."""

import os
import subprocess
from pathlib import Path

import pytest

from budget_portal.office import executable

PATIENCE = 180  # seconds; the first start makes a profile


def saved_again(data: bytes, folder: Path, suffix: str = "xlsx") -> bytes:
    """The bytes of a workbook as LibreOffice saves it; skips the test where there is none."""
    program = executable()
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed: apt-get install libreoffice-calc")
    source, target = folder / "in" / "表.xlsx", folder / "out"
    source.parent.mkdir(exist_ok=True)
    source.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, profile, "--headless", "--convert-to", suffix, "--outdir", str(target)]
    subprocess.run(
        [*command, str(source)],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
        env=os.environ | {"HOME": str(folder)},
    )
    return (target / f"表.{suffix}").read_bytes()
