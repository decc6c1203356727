"""Packages of the system, where we may install them: on Debian, as root."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from budget_portal.console import say


def install(packages: Sequence[str]) -> None:
    """Install packages; elsewhere do nothing. Whether it helped is for the caller to see."""
    if not (is_debian() and os.geteuid() == 0):
        return
    say(f"安装 Installing {', '.join(packages)}")
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends"]):
        wanted = [] if "update" in arguments else list(packages)
        subprocess.run(["apt-get", *arguments, *wanted], env=environment, stdin=subprocess.DEVNULL)


def is_debian() -> bool:
    """Debian itself: on Ubuntu the package called chromium is only a pointer to a snap."""
    release = Path("/etc/os-release")
    return release.exists() and "ID=debian" in release.read_text().splitlines()
