"""Collect and compress the static files, unless none of them has changed since."""

import hashlib
import os
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command


def collect() -> None:
    """Bring STATIC_ROOT up to date. A stamp beside it says what it was made from."""
    root = Path(settings.STATIC_ROOT)
    stamp = root.with_name(f"{root.name}.sha256")
    wanted = fingerprint(settings.BASE_DIR)
    if root.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    root.parent.mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(wanted)


def fingerprint(base: Path) -> str:
    """Our own files by content; those of the packages change with the requirements only."""
    ours = [*base.glob("static/**/*"), *base.glob("disclosures/**/static/**/*")]
    digest = hashlib.sha256()
    for path in sorted([*filter(Path.is_file, ours), base / "requirements.txt"]):
        digest.update(f"{path.relative_to(base)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "budget_portal.settings")
    django.setup()
    collect()
