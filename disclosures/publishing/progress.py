"""How far a long work with many revisions has come, for whoever reads the log."""

from collections.abc import Iterator, Sequence

import structlog

from disclosures.records.disclosure import Revision

log = structlog.get_logger(__name__)
A_LINE = 100  # revisions between two lines


def told(revisions: Sequence[Revision], work: str) -> Iterator[Revision]:
    """The revisions one by one, a line of the log at the first and after every A_LINE."""
    for done, revision in enumerate(revisions):
        if done % A_LINE == 0:
            log.info(work, done=done, of=len(revisions))
        yield revision
