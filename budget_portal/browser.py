"""The browser and the Chinese font that the browser tests need: found, installed, or asked for."""

import os
import shutil
import subprocess
from pathlib import Path

from budget_portal import debian

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
PACKAGES = ("chromium", "fonts-noto-cjk")


def executable() -> str | None:
    """A Chromium on this machine; the variable CHROMIUM may name one."""
    named = os.environ.get("CHROMIUM")
    found = [named] if named else [path for name in CHROMIUM if (path := shutil.which(name))]
    if not found and MACOS.exists():
        found = [str(MACOS)]
    return found[0] if found else None


def has_chinese_font() -> bool:
    """Whether text in Chinese is drawn as more than boxes; macOS always can."""
    if MACOS.parents[3].exists():
        return True
    listing = shutil.which("fc-list")
    if listing is None:
        return False
    fonts = subprocess.run([listing, ":lang=zh"], capture_output=True, check=True)
    return bool(fonts.stdout.strip())


def provide() -> str:
    """Install what is missing where we may (Debian as root); else say what to install."""
    if executable() and has_chinese_font():
        return ""
    debian.install(PACKAGES)
    if executable() and has_chinese_font():
        return ""
    return (
        "浏览器测试需要 Chromium 和一种中文字体,请先安装(Debian:sudo apt-get install "
        "chromium fonts-noto-cjk;其他系统可用环境变量 CHROMIUM 指定浏览器)。\n"
        "The browser tests need Chromium and a Chinese font. Install them first (on Debian: sudo "
        "apt-get install chromium fonts-noto-cjk; elsewhere CHROMIUM may name the browser)."
    )
