"""Sections 一 and 二: organisation, units, staff and vehicles."""

import re
from decimal import Decimal

from disclosures.documents.narrative.grammar import Label, labelled
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.wording import NUMBER

ITEM = re.compile(r"^[ ]*\d{1,2}[.、．][ ]*\S", re.M)
OFFICE = r"(?:机构|科室|处室)"
OFFICES = (
    rf"(?P<number>{NUMBER})[ ]*个(?:内设)?{OFFICE}|内设{OFFICE}(?:共)?[ ]*(?P<n2>{NUMBER})[ ]*个"
)
UNITS = (
    Label("unit.units_total", r"预算单位|单位(?=共)"),
    Label("unit.units_full", r"财政全(?:额)?(?:供给|供养|保障)单位(?!中)"),
    Label("unit.units_partial", r"差额(?:供给|补助|拨款)?单位"),
    Label("unit.units_quota", r"定额补助单位"),
    Label("unit.units_self", r"自收自支单位"),
)
KINDS = (
    Label("unit.full_admin", r"行政单位"),
    Label("unit.full_cangong", r"参(?:公|照公务员法管理的?事业)单位"),
    Label("unit.full_institution", r"(?<!法管理)(?<!管理的)事业单位"),
)
POSTS = (
    Label("staff.posts", r"(?:在职)?人员编制(?:数)?"),
    Label("staff.posts_admin", r"行政(?:人员)?编制"),
    Label("staff.posts_worker", r"工勤(?:人员)?编制"),
    Label("staff.posts_institution", r"事业(?:人员)?编制"),
)
ON_POST = (
    Label("staff.on_post", r"(?:在职实有|实有在职|实有)(?:人员|人数)?"),
    Label("staff.on_post_full", r"财政全(?:额)?(?:供养|保障|供给)"),
    Label("staff.on_post_partial", r"财政(?:差额|部分)(?:补助|供养|保障|供给)"),
    Label("staff.on_post_other", r"财政专户资金、单位资金保障|非财政供养|非财政保障"),
)
RETIRED = (
    Label("staff.retired", r"离退休人员"),
    Label("staff.lixiu", r"离休(?:人员)?"),
    Label("staff.tuixiu", r"(?<!离)退休(?:人员)?"),
)
VEHICLES = (
    Label("vehicle.quota", r"车辆编制"),
    Label("vehicle.actual", r"实有车辆|车辆实有"),
    Label("vehicle.excess", r"超编(?:车辆)?"),
)


def read_organisation(page: Page) -> None:
    """一: duties, internal offices, subordinate units, key work."""
    span = page.span(1)
    if span is None:
        return
    marks = [m.start() for m in re.compile(r"^[ ]*\([一二三]\)", re.M).finditer(page.folded, *span)]
    bounds = [*marks, span[1]]
    if len(marks) >= 1:
        _count_items(page, "org.duties", (bounds[0], bounds[1]))
    if len(marks) >= 2:
        _offices(page, (bounds[1], bounds[2]))
    if len(marks) >= 3:
        _count_items(page, "org.key_work", (bounds[2], bounds[3]))


def _count_items(page: Page, key: str, span: Span) -> None:
    starts = [match.start() for match in ITEM.finditer(page.folded, *span)]
    if not starts:
        return
    items = [page.text[a:b].strip() for a, b in zip(starts, [*starts[1:], span[1]], strict=True)]
    end = starts[0] + len(page.text[starts[0] : span[1]].rstrip())
    page.state(key, str(len(items)), (starts[0], end), "一", items=items)


def _offices(page: Page, span: Span) -> None:
    head = page.search(OFFICES, span)
    if head:
        group = "number" if head["number"] else "n2"
        page.state(
            "org.internal_count", Decimal(head[group].replace(",", "")), head.span(group), "一"
        )
        names = page.search(
            r"(?:分别(?:为|是)|包括|具体(?:机构)?为|即)[:,]?(?P<names>[^。\n]+)",
            (head.end(), span[1]),
        )
        if names:
            start, end = names.span("names")
            text = page.text[start:end]
            page.state("org.internal_names", text, (start, end), "一", items=text.split("、"))
    below = page.search(
        rf"(?:所属|下属|下设|直属)(?:事业|预算)?单位(?:共)?[ ]*(?P<number>{NUMBER})[ ]*个", span
    )
    if below:
        page.number("org.subordinate_count", below, "一")


def read_units(page: Page) -> None:
    """二: units by supply and kind, staff, vehicles."""
    span = page.span(2)
    if span is None:
        return
    kinds = page.search(r"单位中", span)
    first = (span[0], kinds.start() if kinds else span[1])
    labelled(page, UNITS, first, "二", unit="个")
    if kinds:
        labelled(page, KINDS, (kinds.end(), _sentence_end(page, kinds.end())), "二", unit="个")
    as_of = page.search(r"截[止至](?P<y>20\d\d)年(?P<m>\d{1,2})月", span)
    if as_of:
        page.state(
            "staff.as_of",
            f"{as_of['y']}-{int(as_of['m']):02d}",
            (as_of.start("y"), as_of.end()),
            "二",
        )
    for opening, labels, unit in (
        (r"(?:在职)?人员编制", POSTS, "人|名"),
        (r"在职实有|实有(?:在职)?人员", ON_POST, "人|名"),
        (r"离退休人员", RETIRED, "人|名"),
        (r"车辆编制|实有车辆", VEHICLES, "辆|台"),
    ):
        at = page.search(opening, span)
        if at:
            labelled(page, labels, (at.start(), _sentence_end(page, at.end())), "二", unit=unit)


def _sentence_end(page: Page, at: int) -> int:
    return page.sentence(at, at)[1]
