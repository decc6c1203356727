"""A comparison as lines of cells: what its file holds is what its page shows."""

from collections.abc import Iterator

from django.utils.translation import gettext

from disclosures.pages.amounts import LABELS
from disclosures.pages.comparing.asked import Asked
from disclosures.pages.comparing.matrix import Cell, Matrix
from disclosures.pages.comparing.measures import Compared
from disclosures.pages.comparing.peers import Peers


def lines_of(asked: Asked, peers: Peers, made: Matrix) -> Iterator[list[str]]:
    """The heading and every line; why there is no amount stands in its place."""
    unit = [gettext(LABELS[asked.unit])]
    if asked.per_staff:
        unit.append(gettext("在职人均"))
    if asked.prices is not None:
        unit.append(gettext("%(year)d年价格") % {"year": asked.prices})
    heading = [gettext("编码"), gettext("项目"), gettext("单位")]
    for place, each in enumerate(peers.chosen):
        heading.append(_title(each))
        if place:
            heading.append(gettext("比第一列"))
    yield [*heading, gettext("同类中位数"), gettext("同类数")]
    for line in made.lines:
        label = gettext(line.line.label) if line.line.is_ours else line.line.label
        row = [line.line.code, label, line.line.unit or "，".join(unit)]
        for place, cell in enumerate(line.cells):
            row.append(_said(cell))
            if place:
                row.append(cell.change)
        yield [*row, _plain(line.median), str(line.peers)]


def _title(side: Compared) -> str:
    of = side.revision.disclosure
    number = gettext("第%(number)s版") % {"number": side.revision.number}
    return f"{of.department.name} {of.fiscal_year_id} {gettext(of.get_kind_display())} {number}"


def _said(cell: Cell) -> str:
    return _plain(cell.text) or gettext(cell.why)


def _plain(amount: str) -> str:
    """An amount as a spreadsheet takes it: without separators."""
    return amount.replace(",", "")
