"""Why a file is not taken: said in the user's words, with the remedy."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Refusal:
    """A file that was not read. `code` is stable for programs, `reason` is for people."""

    code: str
    reason: str


class RefusedError(Exception):
    """Raised while reading; carries the refusal."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.refusal = Refusal(code, reason)
