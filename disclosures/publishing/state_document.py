"""The generated page of states: the diagram and the table of moves, drawn from the data."""

from collections.abc import Iterator

from disclosures.publishing.roles import ROLES
from disclosures.publishing.transitions import MOVES, TRANSITIONS, Transition
from disclosures.records.disclosure import EDITABLE, SEALED, State

HEAD = """# States of a revision

Written by `manage.py document_states` from `records/disclosure.py`, `publishing/transitions.py` and
`publishing/roles.py`. PostgreSQL knows the same moves (`publishing/seal.py`) and refuses any other.
"""


def states_document() -> str:
    """The whole page, as Markdown."""
    return "\n".join([HEAD, *_diagram(), "", *_states(), "", *_moves()]) + "\n"


def _diagram() -> Iterator[str]:
    yield "```mermaid"
    yield "stateDiagram-v2"
    for state in State:
        yield f"    {state.value}: {state.label}"
    yield f"    [*] --> {State.DRAFT.value}"
    labels = {(before, each.after): each.label for each in TRANSITIONS for before in each.before}
    for before, after in MOVES:
        yield f"    {before.value} --> {after.value}: {labels.get((before, after), '更正公开')}"
    for state in _last():
        yield f"    {state.value} --> [*]"
    yield "```"


def _last() -> list[State]:
    return [each for each in State if each not in {before for before, _ in MOVES}]


def _states() -> Iterator[str]:
    yield "| state | 中文 | may be edited | sealed by PostgreSQL |"
    yield "|---|---|---|---|"
    for state in State:
        may_edit, is_sealed = _yes(state in EDITABLE), _yes(state in SEALED)
        yield f"| `{state.value}` | {state.label} | {may_edit} | {is_sealed} |"


def _moves() -> Iterator[str]:
    yield "| move | 中文 | from | to | who | needs a reason |"
    yield "|---|---|---|---|---|---|"
    for each in TRANSITIONS:
        before = ", ".join(f"`{state.value}`" for state in each.before)
        cells = (f"`{each.verb}`", each.label, before, f"`{each.after.value}`", _who(each))
        yield f"| {' | '.join(cells)} | {_yes(each.needs_note)} |"


def _who(move: Transition) -> str:
    return "、".join(role.name for role in ROLES if move.permission in role.verbs)


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
