"""Static files: which are served, how they are kept, and when they are collected anew."""

import hashlib
import os
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Only what a page of ours asks for: compressing the rest is most of a first start.
LEFT_OUT = ["*.map", "redoc", "rest_framework", "oauth2-redirect.*"]


class Kept(CompressedManifestStaticFilesStorage):
    """Names with a hash, compressed; a source map that is not served is not looked for.

    Anyone may read them: in a container one account collects them and another serves them.
    """

    patterns = tuple(
        (files, tuple(each for each in found if "sourceMappingURL" not in str(each)))
        for files, found in CompressedManifestStaticFilesStorage.patterns
    )

    def __init__(self, *places: Any, **options: Any) -> None:
        super().__init__(*places, file_permissions_mode=0o644, **options)

    def create_compressor(self, **options: Any) -> Compressor:
        """gzip alone: brotli, a fifth smaller, was most of a first start."""
        return Compressor(use_brotli=False, **options)


def collect() -> None:
    """Bring STATIC_ROOT up to date. A stamp beside it says what it was made from."""
    root = Path(settings.STATIC_ROOT)
    stamp = root.with_name(f"{root.name}.sha256")
    wanted = fingerprint(settings.BASE_DIR)
    if root.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    root.parent.mkdir(parents=True, exist_ok=True)
    call_command(
        "collectstatic", interactive=False, clear=True, verbosity=0, ignore_patterns=LEFT_OUT
    )
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
