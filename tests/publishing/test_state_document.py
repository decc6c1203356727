"""The diagram in the docs is drawn from the data, and is the one that the data draw now."""

from disclosures.publishing.state_document import states_document
from disclosures.publishing.transitions import MOVES, TRANSITIONS
from disclosures.records.disclosure import State
from tests.conftest import ROOT


def test_the_page_in_the_docs_is_current() -> None:
    page = ROOT / "docs/generated/states.md"
    assert page.read_text(encoding="utf-8") == states_document(), "manage.py document_states"


def test_every_state_and_move_is_drawn() -> None:
    page = states_document()
    for state in State:
        assert f"    {state.value}: {state.label}\n" in page
    for before, after in MOVES:
        assert f"    {before.value} --> {after.value}: " in page
    for each in TRANSITIONS:
        assert f"| `{each.verb}` | {each.label} |" in page
