"""A lock that ends with its holder, however the holder ends."""

import fcntl
import os
from pathlib import Path


class InUseError(RuntimeError):
    """Somebody else holds the lock."""


class Lock:
    """An exclusive `flock` on a file. Child programs do not inherit it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this object holds the lock."""
        return self._descriptor is not None

    def take(self) -> None:
        """Take the lock now, or raise `InUseError`."""
        if self._descriptor is not None:
            raise InUseError(f"{self.path} is already held by this process.")
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC
        descriptor = os.open(self.path, flags, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            raise InUseError(f"{self.path} is held by another process.") from None
        self._descriptor = descriptor

    def release(self) -> None:
        """Let the next one in; releasing a lock that is not held is harmless."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
