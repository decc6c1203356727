"""Budget tables as cities print them: the same known cells in many layouts, typeset on the spot."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.documents.pdf.typeset import pdf

LONG = "机关事业单位基本养老保险缴费支出和机关事业单位职业年金缴费支出"
ROWS = (
    ("合计", "", "1,234,567.89", "1,000,000.00", "900,000.00", "100,000.00", "234,567.89"),
    ("208", "社会保障和就业支出", "234,567.89", "", "", "", "234,567.89"),
    (
        "20805",
        "行政事业单位养老支出",
        "1,000,000.00",
        "1,000,000.00",
        "900,000.00",
        "100,000.00",
        "",
    ),
    ("2080505", LONG, "0.01", "0.01", "0.00", "0.01", "0.00"),
    ("2080506", "行政运行", "999,999.99", "999,999.99", "900,000.00", "99,999.99", ""),
)
LEAVES = ("科目编码", "科目名称", "合计", "小计", "人员经费", "公用经费", "项目支出")
GROUP = ("基本支出", 3, 3)  # its text, its first column and how many it stands over


@dataclass(frozen=True)
class Layout:
    """How a table is drawn: settings of Typst's table and page; `around` holds it as {body}."""

    stroke: str = "none"
    fill: str = "none"
    widths: str = "(6em, 14em, 8em, 8em, 7em, 7em, 7em)"
    inset: str = "4pt"
    page: str = ", flipped: true"
    align: str = "horizon"
    around: str = "{body}"


LAYOUTS = {
    "no-lines": Layout(),
    "lines-between-rows": Layout(stroke="(x: none, y: 0.5pt)"),
    "header-line-only": Layout(stroke="(x, y) => (bottom: if y == 1 { 0.5pt } else { none })"),
    "fills": Layout(fill="(x, y) => if calc.odd(y) { rgb(225, 235, 245) }"),
    "header-fill": Layout(fill="(x, y) => if y < 2 { rgb(200, 220, 250) }"),
    "lines": Layout(stroke="0.5pt"),
    "dotted": Layout(stroke='(thickness: 0.5pt, dash: "dotted")'),
    "dashed": Layout(stroke='(thickness: 0.5pt, dash: "dashed")'),
    "frame": Layout(stroke="(x: none, y: 0.5pt)", around="#rect(inset: 0pt)[{body}]"),
    "turned": Layout(page="", around="#rotate(-90deg, reflow: true)[#block(width: 760pt)[{body}]]"),
    "top": Layout(align="top"),
    "loose": Layout(inset="9pt"),
    "watermark": Layout(
        page=", flipped: true, background: rotate(-35deg, text(60pt, luma(220))[内部资料])"
    ),
}


def cells(rows: Sequence[Sequence[str]]) -> str:
    """Body cells: words to the left, figures to the right."""
    return "".join(
        f"[{text}]," if column < 2 else f"table.cell(align: right + horizon)[{text}],"
        for row in rows
        for column, text in enumerate(row)
    )


def header() -> str:
    """Two levels: four headings over both rows, one group over three."""
    centred = "align: center + horizon"
    whole = [f"table.cell(rowspan: 2, {centred})[{each}]," for each in LEAVES[:3]]
    group = f"table.cell(colspan: {GROUP[2]}, {centred})[{GROUP[0]}],"
    last = f"table.cell(rowspan: 2, {centred})[{LEAVES[-1]}],"
    below = [f"table.cell({centred})[{each}]," for each in LEAVES[3:6]]
    return "".join([*whole, group, last, *below])


def table(layout: Layout, rows: Sequence[Sequence[str]] = ROWS, *, repeat: bool = True) -> str:
    """The table alone, as Typst markup; its header is repeated on each page, or not."""
    settings = (
        f"columns: {layout.widths}, stroke: {layout.stroke}, fill: {layout.fill}, "
        f"inset: {layout.inset}, align: {layout.align}"
    )
    head = f"table.header(repeat: {str(repeat).lower()}, {header()}),"
    return f"#table({settings}, {head}{cells(rows)})\n"


def document(layout: Layout, rows: Sequence[Sequence[str]] = ROWS, *, repeat: bool = True) -> bytes:
    """A page with a title, the unit, the table and a note below it."""
    above = (
        "#align(center)[#text(14pt)[2026年一般公共预算支出表]]\n\n部门：某局 #h(1fr) 单位：元\n\n"
    )
    below = "\n\n注：本表反映本部门一般公共预算支出情况。\n"
    body = above + table(layout, rows, repeat=repeat) + below
    return pdf(layout.around.replace("{body}", body), layout.page)
