"""Section 九: terms, operating expenses, entrusted business, state assets, empty tables."""

import re

from disclosures.documents.narrative.grammar import Label, change, labelled, reason
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.wording import MONEY, NUMBER
from disclosures.records.narrative import EmptyReason, Term

ASSETS = (
    Label("asset.total", r"资产总额"),
    Label("asset.current", r"流动资产"),
    Label("asset.fixed", r"固定资产"),
    Label("asset.investment", r"对外投资(?:及|和)?有价证券|对外投资"),
    Label("asset.cip", r"在建工程"),
    Label("asset.intangible", r"无形资产"),
    Label("asset.other", r"其他资产"),
)
MORE = (
    Label("asset.disposal_income", r"资产处置收入"),
    Label("asset.use_income", r"资产使用收入"),
    Label("asset.lease_income", r"资产出租收入|出租收入"),
)
CHANGES = (
    ("asset.delta_total", r"资产总额"),
    ("asset.delta_current", r"流动资产"),
    ("asset.delta_fixed", r"固定资产"),
    ("asset.delta_investment", r"对外投资(?:及|和)?(?:有价证券)?"),
    ("asset.delta_cip", r"在建工程"),
    ("asset.delta_intangible", r"无形资产"),
    ("asset.delta_other", r"其他资产"),
)
COUNTED = (
    ("asset.disposed_house_area", rf"处置房屋(?:建筑物)?[ ]*(?P<number>{NUMBER})[ ]*平方米"),
    ("asset.disposed_vehicles", rf"处置车辆[ ]*(?P<number>{NUMBER})[ ]*辆"),
    ("asset.scrapped_items", rf"报废报损(?:资产)?[ ]*(?P<number>{NUMBER})[ ]*项"),
    ("asset.leased_area", rf"出租(?:资产|房屋)[ ]*(?P<number>{NUMBER})[ ]*平方米"),
)
VALUES = (
    ("asset.disposed_house_value", r"处置房屋[^;。]*?账面原值"),
    ("asset.disposed_vehicle_value", r"处置车辆[^;。]*?账面原值"),
    ("asset.scrapped_value", r"报废报损[^;。]*?账面原值"),
)
TERM = re.compile(r"^[ ]*\d{1,2}[.、．][ ]*(?P<term>[^:\n]{1,60}):(?P<definition>[^\n]+)$", re.M)


def parts_of(page: Page) -> dict[str, tuple[str, Span]]:
    """The subsections of 九 by what their heading speaks of: (label, span)."""
    span = page.span(9)
    if span is None:
        return {}
    heads = list(
        re.compile(r"^[ ]*\((?P<n>[一二三四五六七八])\)(?P<title>[^\n]{2,40})$", re.M).finditer(
            page.folded, *span
        )
    )
    stops = [*(head.start() for head in heads[1:]), span[1]]
    found = {}
    for head, stop in zip(heads, stops, strict=False):
        for topic in ("名词解释", "机关运行经费", "委托业务费", "国有资产", "空表"):
            if topic in head["title"]:
                found[topic] = (f"九({head['n']})", (head.end(), stop))
    return found


def read_terms(page: Page) -> tuple[Term, ...]:
    """专业名词解释: each numbered term with its definition."""
    part = parts_of(page).get("名词解释")
    if part is None:
        return ()
    label, span = part
    terms = tuple(
        Term(
            page.text[m.start("term") : m.end("term")],
            page.text[m.start("definition") : m.end("definition")],
            *m.span(),
        )
        for m in TERM.finditer(page.folded, *span)
    )
    if terms:
        where = (terms[0].start, terms[-1].end)
        page.state("glossary", str(len(terms)), where, label, items=[t.term for t in terms])
    return terms


def read_operating(page: Page) -> None:
    """机关运行经费 and 委托业务费 with change and reason."""
    for topic, key in (("机关运行经费", "running"), ("委托业务费", "entrusted")):
        part = parts_of(page).get(topic)
        if part is None:
            continue
        label, span = part
        match = page.search(rf"{topic}(?:预算|安排|支出|合计|为|[ :])*{MONEY}", span)
        if match:
            page.number(f"{key}.amount", match, label)
            done = change(page, f"{key}.delta", f"{key}.delta_pct", (match.end(), span[1]), label)
            reason(page, f"{key}.reason", (done or match.end(), span[1]), label)


def read_assets(page: Page) -> None:
    """国有资产: classes, changes, disposals, scrapped, income from use."""
    part = parts_of(page).get("国有资产")
    if part is None:
        return
    label, span = part
    as_of = page.search(r"(?P<y>20\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日", span)
    if as_of:
        value = f"{as_of['y']}-{int(as_of['m']):02d}-{int(as_of['d']):02d}"
        page.state("asset.as_of", value, as_of.span(), label)
    compared = page.search(r"(?:与|较|比)上年", span)
    labelled(page, ASSETS, (span[0], compared.start() if compared else span[1]), label)
    if compared:
        end = page.folded.find("处置", compared.end(), span[1])
        _changes(page, (compared.end(), span[1] if end < 0 else end), label)
    for key, pattern in COUNTED:
        match = page.search(pattern, span)
        if match:
            page.number(key, match, label)
    for key, words in VALUES:
        match = page.search(rf"{words}(?:为)?[ ]*{MONEY}", span)
        if match:
            page.number(key, match, label)
    labelled(page, MORE, span, label)


def _changes(page: Page, span: Span, label: str) -> None:
    found = [(key, page.search(words, span)) for key, words in CHANGES]
    marks = sorted((m.end(), key) for key, m in found if m)
    for (start, key), stop in zip(marks, [*(s for s, _ in marks[1:]), span[1]], strict=True):
        change(page, key, "", (start, stop), label)


def read_empty_reasons(page: Page) -> tuple[EmptyReason, ...]:
    """空表说明: sentences that say which tables are empty and why."""
    part = parts_of(page).get("空表")
    if part is None:
        return ()
    _, span = part
    made = []
    for line in re.compile(r"[^\n]*空表[^\n]*").finditer(page.folded, *span):
        text = page.text[line.start() : line.end()]
        said = re.split(r"所以|故", text)[-1]
        titles = tuple(
            title.lstrip("和、，")
            for title in re.findall(
                r"[\u4e00-\u9fa5“”（）()]{4,30}?表(?=公开|为|和|、|,|，|$)", said
            )
        )
        made.append(EmptyReason(titles, text.strip(), line.start(), line.end()))
    return tuple(made)
