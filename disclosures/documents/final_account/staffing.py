"""Units, posts, retired staff and vehicles, as an account counts them at the year's end."""

from disclosures.documents.narrative.grammar import Label, counted
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.national.staffing import TWO_COUNTS

UNITS = (Label("unit.units_total", r"决算编报的?(?:预算)?单位(?:共计?)?"),)
POSTS = (
    Label("staff.posts", r"(?<!工勤)(?<!行政)(?<!事业)人员编制(?:数)?"),
    Label("staff.posts_admin", r"(?<!参照)行政(?:人员)?编制(?:数)?"),
    Label("staff.posts_institution", r"(?<!管理)事业(?:人员)?编制(?:数)?"),
)
RETIRED = (
    Label("staff.retired", r"离退休人员"),
    Label("staff.lixiu", r"(?<!退)离休(?:人员)?"),
    Label("staff.tuixiu", r"(?<!离)退休(?:人员)?"),
)
VEHICLES = (
    Label("vehicle.quota", r"车辆编制(?:数)?"),
    Label("vehicle.actual", r"实有(?:公务用车|车辆)(?!编制)(?:数)?"),
)


def read_staffing(page: Page, span: Span) -> None:
    """State each count of the sentence that its group is told in."""
    _group(page, r"决算编报", UNITS, span, "个|家")
    _group(page, r"人员编制", POSTS, span, "人|名")
    if page.search(TWO_COUNTS, span) is None:
        _group(page, r"离退休人员", RETIRED, span, "人|名")
    _group(page, r"车辆编制", VEHICLES, span, "辆|台")


def _group(page: Page, opening: str, labels: tuple[Label, ...], span: Span, unit: str) -> None:
    """The count that opens a group, and its parts in the next sentence: 共96人。其中：行政…"""
    found = page.search(opening, span)
    if found is None:
        return
    stop = page.sentence(found.start(), found.end())[1]
    if page.search(r"[ \n]*其中", (stop, min(span[1], stop + 4))):
        stop = page.sentence(stop + 1, stop + 2)[1]
    counted(page, labels, (found.start(), min(stop, span[1])), "", unit)
