"""What the operator reads, and the environment the commands run in."""

import os
import secrets
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def say(line: str) -> None:
    """Tell the operator at once, also through a pipe."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def var_dir() -> Path:
    """Where this checkout keeps its database, files and logs."""
    return Path(os.environ.get("VAR_DIR") or ROOT / "var").resolve()


def environment(url: str) -> dict[str, str]:
    """The environment for a Django process on the database at `url`."""
    return os.environ | {
        "DATABASE_URL": url,
        "SECRET_KEY": os.environ.get("SECRET_KEY") or secret_key(var_dir()),
        "VAR_DIR": str(var_dir()),
    }


def secret_key(var: Path) -> str:
    """The key of this installation, made at the first start and readable by its owner only."""
    path = var / "secret_key"
    if not path.exists():
        var.mkdir(parents=True, exist_ok=True)
        # Written aside and moved into place: a killed start leaves no half a key.
        fresh = path.with_suffix(f".{os.getpid()}")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
        fresh.rename(path)
    return path.read_text()
