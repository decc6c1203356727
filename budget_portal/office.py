"""LibreOffice, which opens, calculates and saves the official workbooks as an officer does.

Only tests use it, and skip themselves where there is none: it takes about a minute to install.
"""

import shutil

from budget_portal import debian

PACKAGES = ("libreoffice-calc",)


def executable() -> str | None:
    """LibreOffice on this machine."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def provide() -> str:
    """Install it where we may; else say what is left out without it."""
    if executable() is None:
        debian.install(PACKAGES)
    if executable():
        return ""
    return (
        "没有 LibreOffice,用它打开、计算官方模板的测试已跳过(Debian:sudo apt-get install "
        "libreoffice-calc)。\n"
        "Without LibreOffice the tests that calculate the official template with it are skipped."
    )
