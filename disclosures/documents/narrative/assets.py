"""国有资产: classes, changes, disposals, what was scrapped, income from use."""

import re
from datetime import date

from disclosures.documents.narrative.changes import change
from disclosures.documents.narrative.grammar import Label, Mention, labelled, state_count
from disclosures.documents.narrative.other_parts import other_parts
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.wording import DOWN, NUMBER, UP, VERSUS

CLASSES = (
    Label("asset.total", r"资产(?:总额|总值|总计|合计)"),
    Label("asset.current", r"流动资产"),
    Label("asset.fixed", r"(?<!其他)(?<!处置)固定资产(?!净值|累计折旧)"),
    Label("asset.investment", r"对外投资(?:[及和/、]?有价证券)?|长期投资"),
    Label("asset.cip", r"在建工程"),
    Label("asset.intangible", r"无形资产"),
    Label("asset.other", r"其他资产"),
)
CHANGES = {each.key.replace("asset.", "asset.delta_"): each.words for each in CLASSES}
COUNTED = (
    ("asset.disposed_house_area", rf"处置房屋(?:建筑物)?[ ]*(?P<number>{NUMBER})[ ]*平方米"),
    ("asset.disposed_vehicles", rf"处置车辆[ ]*(?P<number>{NUMBER})[ ]*[辆台]"),
    ("asset.scrapped_items", rf"报废报损(?:资产)?[ ]*(?P<number>{NUMBER})[ ]*[项件台个]"),
    ("asset.leased_area", rf"出租(?:资产|房屋)[ ]*(?P<number>{NUMBER})[ ]*平方米"),
)
MONEY = (
    Label("asset.disposed_house_value", r"处置房屋[^;。账]{0,30}账面原值"),
    Label("asset.disposed_vehicle_value", r"处置车辆[^;。账]{0,30}账面原值"),
    Label("asset.scrapped_value", r"报废报损[^;。账]{0,30}账面原值"),
    Label("asset.disposal_income", r"资产处置收入"),
    Label("asset.use_income", r"资产使用收入"),
    Label("asset.lease_income", r"(?:资产)?出租收入"),
)
DAY = r"(?P<y>20\d\d)[ ]*年[ ]*(?:(?P<m>\d{1,2})[ ]*月(?:[ ]*(?P<d>\d{1,2})[ ]*日|底)?|年?[底末])"


def read_assets(page: Page) -> None:
    """The subsection on state assets, whatever its number."""
    part = other_parts(page).get("assets")
    if part is not None:
        section, span = part
        read_assets_of(page, span, section)


def read_assets_of(page: Page, span: Span, section: str) -> None:
    """The text on state assets that stands in a span."""
    _as_of(page, span, section)
    # A comparison in a sentence of its own ends the list; one told after each class does not.
    compared = page.search(rf"(?m)(?:^|(?<=。))[ ]*(?:{VERSUS})", span)
    disposed = page.search(r"处置|报废|出租", span)
    stops = [each.start() for each in (compared, disposed) if each]
    listed = (span[0], min(stops, default=span[1]))
    _changes_told_after(page, labelled(page, CLASSES, listed, section), listed, section)
    compared = compared or page.search(VERSUS, span)
    if compared:
        _changes(page, (compared.start(), span[1]), section)
    for key, pattern in COUNTED:
        found = page.search(pattern, span)
        if found:
            state_count(page, key, found, section)
    labelled(page, MONEY, span, section)


def _as_of(page: Page, span: Span, section: str) -> None:
    found = page.search(rf"截[止至到]*[ ]*{DAY}", span)
    if found is None:
        return
    where = (found.start("y"), found.end())
    year, month = int(found["y"]), int(found["m"] or 12)
    try:
        day = date(year, month, int(found["d"] or 1))
    except ValueError:
        page.doubt("资产时点的日期不存在", *where)
        return
    value = day.isoformat() if found["d"] else f"{year}-{month:02d}"
    page.state("asset.as_of", value, where, section)


def _changes_told_after(page: Page, found: list[Mention], span: Span, section: str) -> None:
    """资产总额300万元，较上年减少20万元；其中：流动资产…"""
    for each, following in zip(found, [*found[1:], None], strict=False):
        zone = (each.amount.end, following.begin if following else span[1])
        stop = re.compile("[;。]").search(page.folded, *zone)
        zone = (zone[0], stop.start() if stop else zone[1])
        if page.search(VERSUS, zone):
            change(page, each.key.replace("asset.", "asset.delta_"), "", zone, section)


def _changes(page: Page, span: Span, section: str) -> None:
    """A class, perhaps a comparison, and at once up or down: 固定资产增加239.19万元."""
    for key, words in CHANGES.items():
        head = page.search(
            rf"(?:{words})(?:总额)?[ ,]*(?:{VERSUS})?(?:度|末|年末|相比|对比|[, ])*"
            rf"(?={UP}|{DOWN}|持平|无增减)",
            span,
        )
        if head is None:
            continue
        following = re.compile(r"[;。]|,(?!\d|[ ]*(?:增|减|上|下|降|提))").search(
            page.folded, head.end(), span[1]
        )
        change(page, key, "", (head.end(), following.start() if following else span[1]), section)
