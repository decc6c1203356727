"""Sections 四 (functions), 五, 六 and 八: lists whose members vary from document to document."""

import re

from disclosures.classification.codes import CodeList
from disclosures.documents.narrative.grammar import Label, labelled
from disclosures.documents.narrative.page import Page
from disclosures.documents.narrative.wording import MONEY
from disclosures.records.narrative import FunctionLine

LINE = re.compile(
    r"(?P<code>\d{7}|\d{5}|\d{3})?[ ]*-?[ ]*"
    r"(?P<names>[^\d。;、,:\"\n][^\d。;\"\n]{1,120}?)(?:\"(?:支出)?(?:科目)?|科目)?[ ]*"
    rf"{MONEY}"
    r"(?P<rest>[,:]?[^。;\n]*?(?:主要)?(?:反映|用于)(?P<purpose>[^。;\n]*?))?"
    r"(?=[。;\n]|、\"|$)"
)


def read_functions(page: Page, codes: CodeList) -> tuple[FunctionLine, ...]:
    """四: each function code with its amount; names without a code are matched for the year."""
    span = page.span(4)
    start = page.search(r"按功能(?:科目)?分类[^\n\"\d]*", span) if span else None
    if span is None or start is None:
        return ()
    lines: list[FunctionLine] = []
    for match in LINE.finditer(page.folded, start.end(), span[1]):
        names = _names(page.text[match.start("names") : match.end("names")])
        # A purpose may itself name parts with amounts; only a code or a whole path is a line.
        if not names or (not match["code"] and len(names) < 2):
            continue
        printed = match["code"] or ""
        code = printed or codes.match(names, page.year)
        key = f"func.{code}" if code else f"func.unmatched{1 + sum(x.code is None for x in lines)}"
        if code is None:
            page.doubt(f"功能科目“{'-'.join(names)}”没有编码，也无法唯一对应", *match.span("names"))
        page.number(key, match, "四")
        begin = match.start("code") if match["code"] else match.start("names")
        purpose = (match["purpose"] or "").strip()
        lines.append(FunctionLine(key, code, printed, names, purpose, begin, match.end()))
    return tuple(lines)


def _names(printed: str) -> tuple[str, ...]:
    text = re.sub(r"^[（(]?[一二三四五六七八九十\d]+[）).、]", "", printed.strip().strip('“”"、'))
    parts = re.split(r"[（(][类款项][）)][-—]?|[-—]", text)
    return tuple(part.strip() for part in parts if part.strip() and part.strip() != "支出")


AMOUNT = r"\d[ ]*(?:万元|元)"
TRANSFERS = (
    ("transfer.item1", r"与中央配套"),
    ("transfer.item2", r"与省级配套"),
    ("transfer.item3", r"既定政策标准"),
    ("transfer.item4", r"经济社会事业发展"),
)


def read_transfers(page: Page) -> None:
    """五: which of the four kinds of transfer are said to be absent."""
    span = page.span(5)
    if span is None:
        return
    for key, words in TRANSFERS:
        head = page.search(rf"(?m)^[ ]*\([一二三四]\)[^\n]*{words}[^\n]*$", span)
        if head is None:
            continue
        following = page.search(r"(?m)^[ ]*\([一二三四]\)", (head.end(), span[1]))
        body = (head.end(), following.start() if following else span[1])
        absent = page.search(r"无(?![法增变])", body)
        if absent and page.search(AMOUNT, body) is None:
            page.state(key, "无", absent.span(), "五")


PROCUREMENT = (
    Label("proc.total", r"采购预算总额|采购预算(?:合计|共计)|采购总额"),
    Label("proc.goods", r"货物(?:类)?(?:采购)?预算|货物"),
    Label("proc.services", r"(?<!购买)服务(?:类)?(?:采购)?预算|(?<!购买)服务"),
    Label("proc.works", r"工程(?:类)?(?:采购)?预算|工程"),
)


def read_procurement(page: Page) -> None:
    """六: number of items, total, goods, services, works."""
    span = page.span(6)
    if span is None:
        return
    items = page.search(r"采购项目(?:共)?[ ]*(?P<number>\d+)[ ]*个", span)
    if items:
        page.number("proc.items", items, "六")
    labelled(page, PROCUREMENT, span, "六")


PROJECT = re.compile(
    r"^[ ]*(?:\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、])[ ]*(?:项目名称[::])?"
    r"(?P<name>[^\n,。:]{2,80}?)"
    rf"[,。:\n ]*(?:年初)?(?:预算)?(?:安排|金额|为|:)*[ ]*{MONEY}",
    re.M,
)
GOAL = re.compile(r"绩效目标(?::|为:|是:|为|是)[ \n]*")


def read_projects(page: Page) -> None:
    """八: key projects with amount and goal."""
    span = page.span(8)
    if span is None:
        return
    goals = list(GOAL.finditer(page.folded, *span))
    heads: list[tuple[re.Match[str] | None, re.Match[str]]] = []
    for goal in goals:
        since = heads[-1][1].end() if heads else span[0]
        before = list(PROJECT.finditer(page.folded, since, goal.start()))
        heads.append((before[-1] if before and _adjoins(page, before[-1], goal) else None, goal))
    for number, (head, goal) in enumerate(heads, 1):
        following = [h.start() for h, _ in heads[number:] if h]
        end = following[0] if following else span[1]
        _project(page, number, head, (goal.end(), end))


def _adjoins(page: Page, head: re.Match[str], goal: re.Match[str]) -> bool:
    """Whether a goal belongs to the head before it, and not to something in between."""
    between = page.folded[head.end() : goal.start()]
    return len(between) <= 40 and between.count("。") <= 1


def _project(page: Page, number: int, head: re.Match[str] | None, goal: tuple[int, int]) -> None:
    named = page.search(r"重点项目为\"(?P<name>[^\"\n]{2,60})\"", (page.span(8) or goal))
    if head is None and named and number == 1:
        start, end = named.span("name")
        page.state("project1.name", page.text[start:end], (start, end), "八")
    if head:
        start, end = head.span("name")
        page.state(f"project{number}.name", page.text[start:end], (start, end), "八")
        page.number(f"project{number}.amount", head, "八")
    start, end = goal
    text = page.text[start:end].rstrip()
    if text:
        page.state(f"project{number}.goal", text, (start, start + len(text)), "八")
