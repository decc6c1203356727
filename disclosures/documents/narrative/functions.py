"""Section 四: each function code with its amount, names and purpose."""

import re

from disclosures.classification.codes import CodeList
from disclosures.documents.narrative.amounts import BROKEN, state_money
from disclosures.documents.narrative.function_line import LEVELS, Line, Names, lines
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.wording import NUMBER, NUMERALS
from disclosures.records.narrative import FunctionLine

START = r"按(?:支出)?功能(?:科目|分类){0,3}(?:支出|情况|如下|主要用于|主要|其中|分别为|[:, ])*"
STOP = r"按(?:支出|部门|政府)*经济(?:科目)?分类"
PURPOSE = re.compile(
    r"[ ]*[,:]?[^。;\n\"]{0,60}?(?:主要)?(?:反映|用于)(?:的是)?(?P<purpose>[^。;\n]*)"
)
# A line that opens with names and an amount, as the others of the list do.
LIST_LINE = (
    r"(?m)^(?![^\n]{0,16}(?:财政拨款|总支出|合计|总计))"
    rf"[ ]*(?:\(?(?:[{NUMERALS}]{{1,3}}|\d{{1,2}})[).、．][ ]*)?"
    r"(?:[^\n。;,:]{2,60}?(?:支出|\)|\"))[^\n。;,:]{0,8}"
    rf"(?P<amount>{NUMBER}[ ]*万?元)[^\n]*"
)
NEXT_LINE = re.compile(r"、(?=\"|\d{5,7}[^\d])")


def read_functions(page: Page, codes: CodeList) -> tuple[FunctionLine, ...]:
    """四: each function code with its amount; names without a code are matched for the year."""
    span = page.span(4)
    if span is None:
        return ()
    heading = page.search(START, span)
    start = heading.end() if heading else span[0]
    stop = page.search(STOP, (start, span[1]))
    span = (start, stop.start() if stop else span[1])
    for broken in page.all(BROKEN, span):
        if not re.fullmatch(NUMBER, broken["broken"].strip()):
            page.doubt("数字书写有误", *broken.span())
    made: list[FunctionLine] = []
    taken: list[int] = []
    above: tuple[str, ...] = ()
    for line in lines(page, span, Names(codes)):
        names = _completed(line, above, codes, page.year)
        above = names if len(names) == 3 else above
        stated = _state(page, codes, line, names, span, sum(x.code is None for x in made))
        made += [stated] if stated else []
        taken.append(line.amount.start)
    _doubt_unread(page, span, taken)
    return tuple(made)


def _doubt_unread(page: Page, span: Span, taken: list[int]) -> None:
    """Doubt the lines of a list that hold an amount of which no function was told."""
    if not taken:
        return
    for each in page.all(LIST_LINE, span):
        start, end = each.span()
        if not any(start <= at < end for at in taken):
            page.doubt("功能科目没有读出", start, each.end("amount"))


def _completed(
    line: Line, above: tuple[str, ...], codes: CodeList, year: int | None
) -> tuple[str, ...]:
    """A 项 without its 类 and 款 belongs to those of the line above, if such a code exists."""
    if line.code or len(line.names) != 1 or len(above) != 3:
        return line.names
    whole = (*above[:2], *line.names)
    return (
        whole if codes.match(line.names, year) is None and codes.match(whole, year) else line.names
    )


def _state(
    page: Page,
    codes: CodeList,
    line: Line,
    names: tuple[str, ...],
    span: Span,
    unmatched: int,
) -> FunctionLine | None:
    place = (line.start, line.amount.end)
    code: str | None = line.code if len(line.code) in LEVELS else None
    if not line.code:
        code = codes.match(names, page.year) or _class_of(names, codes, page.year)
    said = "-".join(names)
    if line.code and code is None:
        page.doubt(f"“{line.code}”不是功能科目编码的写法", *place)
    elif code is None:
        page.doubt(f"功能科目“{said}”没有编码，也无法唯一对应", *place)
    key = f"func.{code}" if code else f"func.unmatched{unmatched + 1}"
    again = key in page.statements
    if again:
        page.doubt(f"功能科目“{code} {said}”出现了两次", *place)
    if not state_money(page, key, line.amount, page.label(4), scope=span) or again:
        return None
    purpose, end = _purpose(page, line.amount.end, span[1])
    return FunctionLine(key, code, line.code, names, purpose, line.start, end)


def _class_of(names: tuple[str, ...], codes: CodeList, year: int | None) -> str | None:
    """A name that stands alone and is a 类's means the 类, whatever below it is called the same."""
    if len(names) != 1:
        return None
    found = [each for each in codes if len(each.code) == 3 and each.is_named(names[0])]
    fitting = {each.code for each in found if each.in_force(year)}
    return fitting.pop() if len(fitting) == 1 else None


def _purpose(page: Page, at: int, end: int) -> tuple[str, int]:
    """What the amount is for, up to the next line of the list; and where the line ends."""
    found = PURPOSE.match(page.folded, at, end)
    if found is None:
        return "", at
    start, stop = found.span("purpose")
    following = NEXT_LINE.search(page.folded, start, stop)
    stop = following.start() if following else stop
    return page.text[start:stop].strip(" ，,：:、"), stop
