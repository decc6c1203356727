"""What the supervisor does with a signal, without the children."""

import os
import signal
from collections.abc import Iterator

import pytest

from budget_portal.supervisor import STOP_SIGNALS, Part, interrupt, watch


@pytest.fixture
def _signals() -> Iterator[None]:
    """The signals as serving has them; afterwards as they were."""
    before = {number: signal.signal(number, interrupt) for number in STOP_SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("_signals")
@pytest.mark.parametrize("number", STOP_SIGNALS)
def test_a_stop_signal_waits_until_every_part_was_asked(number: signal.Signals) -> None:
    asked: list[str] = []

    def is_running(name: str) -> bool:
        os.kill(os.getpid(), number)
        asked.append(name)
        return True

    parts = [
        Part("database", lambda: is_running("database"), lambda: None),
        Part("site", lambda: is_running("site"), lambda: None),
    ]
    with pytest.raises(KeyboardInterrupt):
        watch(parts)
    assert asked == ["database", "site"]
