"""Section 七: the three public expenses, their changes, counts and reasons."""

from disclosures.documents.narrative.grammar import Label, change, labelled, reason
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.wording import MONEY

# Subsection headings, in whichever order the document prints them.
PARTS = (
    ("sangong.abroad", r"因公出国\(境\)费(?:用)?"),
    ("sangong.reception", r"(?:公务)?接待费"),
    ("sangong.vehicle", r"公(?:务)?(?:用)?车购置(?:费)?(?:及|和|与)?运行(?:维护)?费(?:用)?"),
)
TOTAL = r"三公\"?经费[^。\n]{0,30}?(?:合计|总额|共计|为)"
VEHICLE_PARTS = (
    ("sangong.vehicle_purchase", r"公务(?:用)?车购置费(?!及)"),
    ("sangong.vehicle_run", r"公务(?:用)?车运行(?:维护)?费"),
)
COUNTS = (
    (Label("sangong.abroad_groups", r"团组"), "个"),
    (Label("sangong.abroad_persons", r"因公出国\(境\)(?!团组|费)"), "人"),
    (Label("sangong.reception_batches", r"接待批次"), "次|批"),
    (Label("sangong.reception_persons", r"共计接待|接待人次|接待人数"), "人"),
    (Label("sangong.vehicle_bought", r"购置公务(?:用)?车(?!费|及)(?:数量)?"), "辆|台"),
    (Label("sangong.vehicle_holding", r"保有量"), "辆|台"),
)
GAP = r"(?:预算|安排|经费|支出|费用|合计|[ \n,:]|为|是|20\d\d年(?:度)?)*"


def read_three_public(page: Page) -> None:
    """七: total first, then each part with its own change and reason."""
    span = page.span(7)
    if span is None:
        return
    heads = []
    for key, words in PARTS:
        head = page.search(rf"(?m)^[ ]*(?:\([一二三]\)|[123][.、])[ ]*{words}", span)
        if head:
            heads.append((head.start(), head.start(), key, words))
    heads.sort()
    total = (span[0], heads[0][0] if heads else span[1])
    _item(page, "sangong.total", TOTAL, total, total[1])
    for index, (_, end, key, words) in enumerate(heads):
        stop = heads[index + 1][0] if index + 1 < len(heads) else span[1]
        inner = page.search(r"其中", (end, stop)) if key == "sangong.vehicle" else None
        _item(page, key, words, (end, stop), inner.start() if inner else stop)
        if inner:
            _vehicle_parts(page, (inner.end(), stop))
        reason(page, f"{key}_reason", (inner.end() if inner else end, stop), "七")
    for label, unit in COUNTS:
        labelled(page, (label,), span, "七", unit=unit)


def _item(page: Page, key: str, words: str, span: Span, stop: int) -> None:
    """An amount and its change, read up to `stop`."""
    compared = page.search(r"[较比与](?:上年|去年|20\d\d)", (span[0], stop))
    match = page.search(rf"(?:{words}){GAP}{MONEY}", (span[0], stop)) or page.search(
        rf"预算(?:安排|为)*[ ]*{MONEY}", (span[0], compared.start() if compared else stop)
    )
    if match is None:
        return
    page.number(key, match, "七")
    change(
        page, f"{key}_delta", f"{key}_pct", (match.end(), _first_end(page, match.end(), stop)), "七"
    )


def _first_end(page: Page, at: int, stop: int) -> int:
    end = page.folded.find("。", at, stop)
    return stop if end < 0 else end


def _vehicle_parts(page: Page, span: Span) -> None:
    end = _first_end(page, span[0], span[1])
    found = []
    for key, words in VEHICLE_PARTS:
        match = page.search(rf"{words}{GAP}{MONEY}", (span[0], end))
        if match:
            found.append((key, match))
    for key, match in found:
        page.number(key, match, "七")
        later = [m.start() for _, m in found if m.start() > match.start()]
        change(page, f"{key}_delta", f"{key}_pct", (match.end(), min([*later, end])), "七")
