"""A disclosure in one manner, as a PDF."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest

from tests.documents.bureaus.figures import UNITS, Figures
from tests.documents.bureaus.manner import Manner
from tests.documents.bureaus.tables import UNIT, Head, Line, Table, tables_of
from tests.documents.pdf.typeset import pdf

LEVELS = (("类", 0, 3), ("款", 3, 5), ("项", 5, 7))
WIDE = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")
SMALL = 6
NUMERALS = "一二三四五六七"
STROKES = {
    "all": "0.5pt",
    "rows": "(x: none, y: 0.5pt)",
    "three": "(x, y) => (top: if y == 0 { 1pt } else if y == HEAD { 0.5pt }, "
    "bottom: if y == LAST { 1pt })",
    "head": "(x, y) => (bottom: if y == HEAD - 1 { 0.5pt } else { none })",
    "double": "0.5pt",
    "none": "none",
    "frame": "none",
    "fills": "none",
    "columns": "(x: 0.5pt, y: none)",
    "dotted": '(thickness: 0.5pt, dash: "dotted")',
    "gapped": "0.4pt",
}


def shown(amount: Decimal | None, manner: Manner) -> str:
    """An amount in the manner's unit, thousands and sign of nothing."""
    if amount is None:
        return manner.nothing
    number = amount / UNITS[manner.unit]
    text = f"{number:,.{manner.places}f}"
    if manner.thousands == "wide":
        return text.translate(WIDE)
    return text.replace(",", manner.thousands)


def document(manner: Manner, figures: Figures, year: int = 2026) -> bytes:
    """The whole disclosure."""
    running = f"{UNIT}{year}年部门预算公开"
    more = {
        "": "",
        "head": f", header: [{running}]",
        "foot": ', numbering: "— 1 —"',
        "both": f', header: [{running}], numbering: "1 / 1"',
    }[manner.running]
    if manner.page == "broad":
        more += ", flipped: true"
    if manner.watermark:
        turn = "-35deg" if manner.watermark == "slanting" else "0deg"
        more += f", background: rotate({turn}, text(50pt, luma(215))[内部资料 严禁外传])"
    size = SMALL if manner.page == "turned" else manner.size  # turned tables are on one page
    body = [f"#set text(size: {size}pt)\n"]
    if manner.has_narrative:
        body.append(narrative(manner, figures, year) + "\n#pagebreak()\n")
    for at, table in enumerate(tables_of(figures)):
        if at and not manner.shares_page:
            body.append("#pagebreak()\n")
        made = one_table(manner, table, at + 1, year)
        if manner.page == "turned" and not manner.shares_page:
            made = f"#rotate(-90deg, reflow: true)[#block(width: 780pt)[{made}]]"
        body.append(made)
    return pdf("".join(body), more)


def narrative(manner: Manner, figures: Figures, year: int) -> str:
    """What the department says of its totals; its unit is one that narratives use."""
    unit = manner.unit if manner.unit in ("元", "万元") else "万元"

    def said(amount: Decimal) -> str:
        return f"{(amount / UNITS[unit]):.2f}{unit}"

    general = figures.total() - figures.other_income - figures.carried
    personnel, public, project = figures.of("")
    three = figures.vehicles + figures.reception
    return "\n\n".join(
        (
            f"#align(center)[#text(16pt)[{UNIT}{year}年部门预算公开]]",
            "第一部分 部门概况",
            "一、主要职责：贯彻执行国家和省市有关投资促进工作的方针政策，拟订全市招商引资规划并组织实施。"
            "二、机构设置：内设机构五个。",
            f"第二部分 {year}年部门预算情况说明",
            "一、收支预算总体情况说明",
            f"{UNIT}{year}年收入总预算{said(figures.total())}，"
            f"其中：一般公共预算拨款收入{said(general)}，上年结转结余{said(figures.carried)}。"
            f"支出总预算{said(figures.total())}。",
            "二、支出预算情况说明",
            f"{year}年支出预算{said(figures.total())}，其中：基本支出{said(personnel + public)}，"
            f"项目支出{said(project)}。",
            "三、“三公”经费预算情况说明",
            f"{year}年“三公”经费预算{said(three)}，其中：因公出国（境）费0{unit}，"
            f"公务用车购置及运行费{said(figures.vehicles)}，公务接待费{said(figures.reception)}。",
        )
    )


def one_table(manner: Manner, table: Table, number: int, year: int) -> str:
    """A table with its number, title and unit above."""
    title, above = f"{year}年{table.title}", f"部门：{UNIT}"
    unit = f"单位：{manner.unit}"
    if manner.unit_at == "title":
        title += f"（{unit}）"
    elif manner.unit_at == "right":
        above += f" #h(1fr) {unit}"
    elif manner.unit_at == "left":
        above = unit
    if manner.number == "表":
        title = f"表{NUMERALS[number - 1]}：{title}"
    code = {"附件": f"附件{number}\n\n", "公开": f"公开{number:02}表\n\n"}.get(manner.number, "")
    named = f"#align(center)[#text(14pt)[{title}]]\n\n"
    return f"{code}{named}{above}\n\n{_markup(manner, table)}\n\n"


def _markup(manner: Manner, table: Table) -> str:
    lists = [_columns(manner, table, heads) for heads in table.heads]
    depth = max(head.depth for heads in lists for head in heads)
    is_inside = manner.unit_at == "inside"
    count = sum(len(head.leaves) for heads in lists for head in heads)
    header = _header(manner, [head for heads in lists for head in heads], depth)
    if is_inside:
        header = f"table.cell(colspan: {count}, align: right)[单位：{manner.unit}]," + header
        depth += 1
    header += _index(manner, lists)
    depth += bool(manner.index)
    bodies = [
        _rows(manner, table, heads, lines) for heads, lines in zip(lists, table.lines, strict=True)
    ]
    rows = []
    for row in zip_longest(*bodies):
        for cells, heads in zip(row, lists, strict=True):
            width = sum(len(head.leaves) for head in heads)
            rows.append("".join(cells) if cells else "[]," * width)
    height = depth + max(len(each) for each in bodies)
    stroke = STROKES[manner.lines].replace("HEAD", str(depth)).replace("LAST", str(height - 1))
    widths = ", ".join(
        _widths(manner, [leaf for heads in lists for head in heads for leaf in head.leaves])
    )
    gutter = {"double": "gutter: 1.6pt, ", "gapped": "gutter: 0.8pt, "}.get(manner.lines, "")
    fill = "(x, y) => if calc.odd(y) { rgb(228, 236, 246) }" if manner.lines == "fills" else "none"
    repeat = str(manner.repeats).lower()
    made = (
        f"#table(columns: ({widths}), stroke: {stroke}, fill: {fill}, {gutter}inset: 3pt, "
        f"align: horizon, table.header(repeat: {repeat}, {header}), {''.join(rows)})"
    )
    return f"#rect(inset: 0pt)[{made}]" if manner.lines == "frame" else made


def _columns(manner: Manner, table: Table, heads: Sequence[Head]) -> list[Head]:
    made = list(heads)
    if table.is_coded and manner.codes == "levels":
        split = [_split(each) for each in made]
        made = [part for each in split for part in (each if isinstance(each, tuple) else (each,))]
    if table.is_coded and manner.codes in ("joined", "indented"):
        made = [part for each in made for part in _joined(each)]
    if manner.has_row_numbers and len(table.lines) == 1:
        made.insert(0, Head("序号", "row"))
    return made


def _split(head: Head) -> Head | tuple[Head, ...]:
    levels = tuple(Head(text, f"code{at}") for at, (text, _, _) in enumerate(LEVELS))
    if head.field == "code":
        return (Head(head.text, below=levels),)
    if head.below:
        below = [_split(each) for each in head.below]
        flat = [part for each in below for part in (each if isinstance(each, tuple) else (each,))]
        return Head(head.text, below=tuple(flat))
    return head


def _joined(head: Head) -> Iterator[Head]:
    if head.field == "code":
        return
    if head.field == "name":
        yield Head("功能科目" if head.text == "科目名称" else head.text, "both")
    elif head.below and head.below[0].field == "code":
        yield Head(head.text, "both")
    else:
        yield head


def _header(manner: Manner, heads: Sequence[Head], depth: int) -> str:
    rows: list[list[str]] = [[] for _ in range(depth)]

    def put(head: Head, row: int) -> None:
        across = len(head.leaves)
        down = 1 if head.below else depth - row
        text = head.text
        if manner.unit_at == "heading" and not head.below and _is_money(head):
            text += f"（{manner.unit}）"
        spans = f"colspan: {across}, rowspan: {down}"
        rows[row].append(f"table.cell({spans}, align: center + horizon)[{_text(text)}],")
        for each in head.below:
            put(each, row + 1)

    for head in heads:
        put(head, 0)
    return "".join(cell for row in rows for cell in row)


def _is_money(head: Head) -> bool:
    return head.field not in ("code", "name", "both", "row", "code0", "code1", "code2")


def _index(manner: Manner, lists: Sequence[Sequence[Head]]) -> str:
    if not manner.index:
        return ""
    leaves = [leaf for heads in lists for head in heads for leaf in head.leaves]
    texts: list[str] = []
    number = 0
    for leaf in leaves:
        is_counted = manner.index == "numbers" or _is_money(leaf)
        number += is_counted
        text = str(number) if is_counted else ""
        if manner.index == "sums" and leaf.field in ("total", "basic") and number < 5:
            text = f"{number}={number + 1}+{number + 2}"
        if not texts and manner.index in ("said", "sums") and not is_counted:
            text = "栏次"
        texts.append(text)
    return "".join(f"table.cell(align: center)[{_text(each)}]," for each in texts)


def _rows(
    manner: Manner, table: Table, heads: Sequence[Head], lines: Sequence[Line]
) -> list[list[str]]:
    ordered = [each for each in lines if not each.is_total]
    totals = [each for each in lines if each.is_total]
    ordered = {"first": [*totals, *ordered], "last": [*ordered, *totals], "none": ordered}[
        manner.total
    ]
    leaves = [leaf for head in heads for leaf in head.leaves]
    return [
        [_cell(manner, table, line, leaf, number) for leaf in leaves]
        for number, line in enumerate(ordered, start=1)
    ]


def _cell(manner: Manner, table: Table, line: Line, leaf: Head, number: int) -> str:
    if leaf.field == "row":
        return f"table.cell(align: center)[{_text(str(number))}],"
    if leaf.field in ("code", "name", "both", "code0", "code1", "code2"):
        return f"[{_words(manner, line, leaf.field, table)}],"
    text = shown(line.amounts[leaf.field], manner)
    if manner.breaks_numbers and len(text) > 8:
        text, rest = text[:-4], text[-4:]
        both = f"{_text(text)}#linebreak(){_text(rest)}"
        return f"table.cell(align: {manner.figures_at})[{both}],"
    return f"table.cell(align: {manner.figures_at})[{_text(text)}],"


def _words(manner: Manner, line: Line, field: str, table: Table) -> str:
    if field.startswith("code") and field != "code":
        _, start, stop = LEVELS[int(field[-1])]
        return _text(line.code[start:stop] if len(line.code) >= stop else "")
    if field == "both":
        pad = max(len(line.code) - 3, 0) * 0.5 if manner.codes == "indented" else 0
        return f"#h({pad}em)" + _text(f"{line.code} {line.name}".strip())
    if field == "code" and table.is_coded and len(line.code) > 5:
        if manner.codes == "broken":
            return f"{_text(line.code[:5])}#linebreak(){_text(line.code[5:])}"
        if manner.codes == "spaced":
            return _text(f"{line.code[:3]} {line.code[3:5]} {line.code[5:]}")
    return _text(line.code if field == "code" else line.name)


def _widths(manner: Manner, leaves: Sequence[Head]) -> Iterator[str]:
    for leaf in leaves:
        if leaf.field in ("row", "code0", "code1", "code2"):
            yield "2.6em"
        elif leaf.field == "code":
            yield "3.6em" if manner.codes == "broken" else "5.6em"
        elif leaf.field in ("name", "both"):
            yield "8em" if manner.is_narrow else "1.6fr"
        elif manner.breaks_numbers:
            yield "4.6em"
        else:
            yield "1fr"


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#"{escaped}"'
