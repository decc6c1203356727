"""LibreOffice as an officer's program: it opens a workbook, recalculates it and saves it again."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PATIENCE = 180  # seconds; the first start makes a profile


def saved_again(data: bytes, folder: Path, suffix: str = "xlsx") -> bytes:
    """The bytes of a workbook as LibreOffice saves it; skips the test where there is none."""
    if SOFFICE is None:
        pytest.skip("LibreOffice (soffice) is not installed: apt-get install libreoffice-calc")
    source, target = folder / "in" / "表.xlsx", folder / "out"
    source.parent.mkdir(exist_ok=True)
    source.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", suffix, "--outdir", str(target)]
    subprocess.run(
        [*command, str(source)],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
        env=os.environ | {"HOME": str(folder)},
    )
    return (target / f"表.{suffix}").read_bytes()
