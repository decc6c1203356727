"""Section 二: budget units by supply and kind, staff and vehicles."""

from disclosures.documents.narrative.grammar import Label, counted
from disclosures.documents.narrative.page import Page, Span

UNITS = (
    Label("unit.units_total", r"预算单位(?:共计?)?|单位(?=共)"),
    Label("unit.units_full", r"财政?全(?:额)?(?:供给|供养|保障|拨款)单位(?!中)"),
    Label("unit.units_partial", r"(?:财政)?(?:差额|部分)(?:供给|供养|补助|拨款)?单位"),
    Label("unit.units_quota", r"定额补助单位"),
    Label("unit.units_special", r"特殊供给单位"),
    Label("unit.units_self", r"自收自支单位"),
)
# The kinds are told of the units on full supply; those of others have no figure of their own.
KINDS_OF = r"全(?:额)?(?:供给|供养|保障|拨款)(?:预算)?单位中"
KINDS = (
    Label("unit.full_admin", r"(?<!事业)行政单位"),
    Label("unit.full_cangong", r"参公(?:管理)?(?:事业)?单位|参照公务员法管理的?(?:事业)?单位"),
    Label("unit.full_institution", r"(?<!管理)(?<!参公)(?<!管理的)事业单位"),
)
POSTS = (
    Label(
        "staff.posts",
        r"(?<!工勤)(?<!行政)(?<!事业)(?:在职)?人员编制(?:数)?|(?<=[,;。\n])(?:核定)?编制(?:总)?数?",
    ),
    Label("staff.posts_admin", r"行政(?:人员)?编制(?:数)?"),
    Label("staff.posts_worker", r"(?:行政)?工勤(?:人员)?编制(?:数)?"),
    Label("staff.posts_institution", r"事业(?:人员)?编制(?:数)?"),
)
ON_POST = (
    Label("staff.on_post", r"(?:在职实有|实有在职|在职在编实有|实有)(?:人员|人数)?"),
    Label("staff.on_post_full", r"财政全(?:额)?(?:供养|保障|供给|拨款)"),
    Label("staff.on_post_partial", r"财政(?:差额|部分)(?:补助|供养|保障|供给|拨款)"),
    Label(
        "staff.on_post_other",
        r"财政专户资金[、和]单位资金(?:保障|供养)?|非财政(?:供养|保障|拨款)|自收自支",
    ),
)
RETIRED = (
    Label("staff.retired", r"离退休(?:人员)?"),
    Label("staff.lixiu", r"(?<!退)离休(?:人员)?"),
    Label("staff.tuixiu", r"(?<!离)退休(?:人员)?"),
)
VEHICLES = (
    Label("vehicle.quota", r"(?:公务用|公务|机动)?车(?:辆)?编制(?:数)?"),
    Label(
        "vehicle.actual",
        r"实有(?:公务用|公务)?车辆?|车辆实有(?:数)?|(?<=[,、;])(?:现|年末)?实有数?",
    ),
    Label("vehicle.excess", r"超编(?:车辆)?(?:数)?"),
)
# Where each sentence begins; a count outside its sentence is another's.
GROUPS = (
    (
        r"(?:在职)?人员编制|(?:行政|事业|工勤)(?:人员)?编制"
        r"|(?<=[,;。\n])(?:核定)?编制(?:总)?数?[ ]*(?!20\d\d[ ]?年)\d",
        POSTS,
        "人|名|个",
    ),
    (
        r"在职实有|实有在职|在职在编实有|实有(?:在职)?人(?:员|数)|(?<=[,;。])实有[ ]*\d+[ ]*[人名]",
        ON_POST,
        "人|名",
    ),
    (r"离退休|(?<!离)退休(?:人员)?[ ]*\d|离休", RETIRED, "人|名"),
    (
        r"车辆?编制(?:数)?[^。;\n]{0,6}?\d|(?:实有(?:公务用|公务)?车辆?|车辆实有)[^。;\n]{0,6}?\d",
        VEHICLES,
        "辆|台",
    ),
)


def read_units(page: Page) -> None:
    """二: units by supply and kind, staff, vehicles."""
    span = page.span(2)
    if span is None:
        return
    section = page.label(2)
    kinds = page.search(KINDS_OF, span)
    listed = page.search(r"单位中", span)
    counted(page, UNITS, (span[0], listed.start() if listed else span[1]), section, "个|家")
    if kinds:
        stop = page.sentence(kinds.end(), kinds.end())[1]
        other = page.search(r"单位中", (kinds.end(), stop))  # of those on partial supply
        stop = other.start() if other else stop
        counted(page, KINDS, (kinds.end(), stop), section, "个|家")
    _as_of(page, span, section)
    for opening, labels, unit in GROUPS:
        at = page.search(opening, span)
        if at:
            stop = page.sentence(at.end(), at.end())[1]
            counted(page, labels, (at.start(), stop), section, unit)


def _as_of(page: Page, span: Span, section: str) -> None:
    found = page.search(
        r"截[止至到]?[至到止]?[ ]*(?P<y>20\d\d)[ ]*年[ ]*(?P<m>\d{1,2})[ ]*月", span
    )
    if found is None:
        return
    where = (found.start("y"), found.end())
    if not 1 <= int(found["m"]) <= 12:
        page.doubt("人员统计时点的月份不存在", *where)
        return
    page.state("staff.as_of", f"{found['y']}-{int(found['m']):02d}", where, section)
