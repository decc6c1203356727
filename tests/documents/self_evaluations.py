"""Self-evaluations of invented projects in three layouts that departments print.

The form of 财预〔2020〕10号 as provinces hand it on; that of Sichuan, whose goals and points are
worded otherwise; that of Yunnan (公开15表), with the target in three columns below a head. A row is
cells of (text, columns, rows); they come out as HTML or as a PDF.
"""

from collections.abc import Sequence
from html import escape

from tests.documents.accounts import Account, account_text
from tests.documents.pdf.typeset import pdf

Cell = tuple[str, int, int]
Row = Sequence[Cell]
LEVELS = ("一级指标", "二级指标", "三级指标")
# Project, unit, goal, what became of it, then its indicators: the three levels, comparator, value,
# unit, what was achieved, points, score, reason. A level that is "" goes on from the line above.
Project = tuple[str, str, str, str, tuple[tuple[str, ...], ...]]


def _indicators(lines: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(str.strip, line.split("|"))) for line in lines.strip().splitlines())


PROJECTS: tuple[Project, ...] = (
    (
        "馆藏档案数字化",
        "滨江市档案馆",
        "完成馆藏档案扫描12万页。",
        "全年扫描档案12.5万页。",
        _indicators("""
            产出指标 | 数量指标 | 扫描页数 | ≥ | 12 | 万页 | 12.5 | 20 | 20 |
             | | 著录条目 | ≥ | 3 | 万条 | 2.7 | 20 | 18 | 人员到岗较晚，下年提前招聘。
             | 质量指标 | 验收合格率 | ≥ | 98 | % | 99.2 | 20 | 20 |
            效益指标 | 社会效益指标 | 查档便利程度 | 定性 | 明显提高 | | 达成预期指标 | 20 | 20 |
            满意度指标 | 服务对象满意度指标 | 查档群众满意度 | ≥ | 90 | % | 95 | 10 | 10 |
        """),
    ),
    (
        "库房恒温恒湿改造",
        "滨江市档案馆",
        "改造库房2间。",
        "改造库房2间，均已验收。",
        _indicators("""
            产出指标 | 数量指标 | 改造库房 | = | 2 | 间 | 2 | 50 | 50 |
            效益指标 | 可持续影响指标 | 设备使用年限 | ≥ | 10 | 年 | 10 | 30 | 30 |
            满意度指标 | 服务对象满意度指标 | 职工满意度 | ≥ | 90 | % | 88 | 10 | 9 | 施工噪声。
        """),
    ),
)
DEPARTMENT = "昆明市示例管理局"
TOLD = account_text(Account())


def _row(*cells: str | tuple[str, int] | Cell) -> Row:
    """Cells of a row: text, or text with how many columns, and rows, it spans."""
    made = []
    for each in cells:
        text, *spans = (each,) if isinstance(each, str) else each
        made.append((str(text), *(int(span) for span in (*spans, 1, 1)[:2])))
    return [(text, columns, rows) for text, columns, rows in made]


def national(project: Project) -> list[Row]:
    """The form of 财预〔2020〕10号; the target's parts are one text."""
    name, unit, goal, outcome, indicators = project
    head = ("年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施")
    rows = [
        _row("项目名称", (name, 8)),
        _row("主管部门", (DEPARTMENT, 3), "实施单位", (unit, 4)),
        *_funds("全年执行数", wide=1),
        _row(("年度总体目标", 1, 2), ("预期目标", 4), ("实际完成情况", 4)),
        _row((goal, 4), (outcome, 4)),
        _row(("绩效指标", 1, len(indicators) + 1), *LEVELS, *head),
    ]
    for levels, rest in _spanned(indicators, points=True):
        rows.append([*levels, *_row(_target(*rest[:3]), *rest[3:])])
    return [*rows, _row(("总分", 6), "100", "97.99", "")]


def sichuan(project: Project) -> list[Row]:
    """Goals below heads of another wording, points called 权重, a conclusion at the end."""
    name, unit, goal, outcome, indicators = project
    head = ("指标性质", "指标值", "度量单位", "完成值", "权重", "得分", "未完成原因分析")
    spent = (
        "年初预算",
        ("调整后预算数", 2),
        "预算执行数",
        "预算执行率",
        "权重",
        "得分",
        ("原因", 2),
    )
    rows = [
        _row(("项目名称", 2), (_coded(name), 9)),
        _row(("主管部门", 2), (DEPARTMENT, 3), ("实施单位（盖章）", 2), (unit, 4)),
        _row(
            ("项目基本情况", 1, 3),
            ("1.项目年度目标完成情况", 1, 2),
            ("项目年度目标", 4),
            ("年度目标完成情况", 5),
        ),
        _row((goal, 4), (outcome, 5)),
        _row("2.项目实施内容及过程概述", ("按计划实施。", 9)),
        _row(("预算执行情况（10分）", 1, 3), "年度预算数（万元）", *spent),
        _row("总额", "90.00", ("89.97", 2), "89.97", "100.00%", "10", "10", ("", 2)),
        _row("其中：财政资金", "90.00", ("89.97", 2), "89.97", "100.00%", "/", "/", ("", 2)),
        _row(("绩效指标（90分）", 1, len(indicators) + 1), *LEVELS, *head),
    ]
    rows += [[*levels, *_row(*rest)] for levels, rest in _spanned(indicators)]
    return [
        *rows,
        _row(("合计", 8), "100", "98", ""),
        _row("评价结论", ("完成较好。", 10)),
        _row("存在问题", ("进度偏慢。", 10)),
        _row(("项目负责人：王某", 5), ("财务负责人：李某", 6)),
    ]


def yunnan(project: Project) -> list[Row]:
    """The target in three columns below a head over them; a remark and a grade below the points."""
    name, unit, goal, outcome, indicators = project
    beside = ("实际完成值", "分值", "得分", "偏差原因分析及改进措施")
    rows = [
        _row("项目名称", (name, 9)),
        _row("主管部门", (DEPARTMENT, 4), "实施单位", (unit, 4)),
        *_funds("全年执行数（系统提取）", wide=2),
        _row(("年度总体目标", 1, 2), ("预期目标", 4), ("实际完成情况", 5)),
        _row((goal, 4), (outcome, 5)),
        _row(("绩效指标", 3), ("年度指标值", 3), *((each, 1, 2) for each in beside)),
        _row(*LEVELS, "指标性质", "指标值", "度量单位"),
    ]
    rows += [[*levels, *_row(*rest)] for levels, rest in _spanned(indicators)]
    return [
        *rows,
        _row(("其他需要说明的事项", 3), ("无", 7)),
        _row(("总分", 7), "100", "97.99", "（自评等级）优"),
    ]


def _target(comparator: str, value: str, measure: str) -> str:
    return value if comparator == "定性" else f"{comparator}{value}{measure}"


def _coded(name: str) -> str:
    return f"51000023T000000{len(name)}-{name}"


def _funds(spent: str, *, wide: int) -> list[Row]:
    """What the project was given and spent, with points of its own; `wide` is its last column."""
    lines = (
        ("", "年初预算数", "全年预算数", spent, "分值", "执行率", "得分"),
        ("年度资金总额：", "90.00", "89.974", "89.97", "10", "99.99%", "9.99"),
        ("其中：当年财政拨款", "90.00", "89.974", "89.97", "—", "99.99%", "—"),
        ("上年结转资金", "", "", "", "—", "", "—"),
        ("其他资金", "", "", "", "—", "", "—"),
    )
    made = [_row(*cells, (last, wide + 1)) for *cells, last in lines]
    return [[("项目资金（万元）", 1, len(lines)), *made[0]], *made[1:]]


def _spanned(
    indicators: tuple[tuple[str, ...], ...], *, points: bool = False
) -> list[tuple[list[Cell], tuple[str, ...]]]:
    """Each line: the cells of its levels, spanning the lines that go on with them, and the rest."""
    made = []
    for number, (one, two, three, *rest) in enumerate(indicators):
        cells: list[Cell] = []
        for level, text in enumerate((one, two)):
            if text:
                later = [each[level] for each in indicators[number + 1 :]]
                span = 1 + next((at for at, each in enumerate(later) if each), len(later))
                said = f"{text}（{10 * span}分）" if points and level == 0 else text
                cells.append((said, 1, span))
        made.append(([*cells, (three, 1, 1)], tuple(rest)))
    return made


FORMS = {"national": national, "sichuan": sichuan, "yunnan": yunnan}
TITLES = {
    "national": ("项目支出绩效自评表", "（2023年度）"),
    "sichuan": ("部门预算项目支出绩效自评表（2023年度）",),
    "yunnan": ("项目支出绩效自评表", "公开15表"),
}


def as_html(layout: str) -> bytes:
    """A final account with its self-evaluations, as a page."""
    parts = [f"<p>{line}</p>" for line in TOLD.splitlines()]
    for project in PROJECTS:
        parts += [f"<p>{line}</p>" for line in TITLES[layout]]
        lines = (
            "".join(f'<td colspan="{c}" rowspan="{r}">{escape(text)}</td>' for text, c, r in row)
            for row in FORMS[layout](project)
        )
        parts.append(f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>")
    return f"<html><body>{''.join(parts)}</body></html>".encode()


def as_pdf(layout: str) -> bytes:
    """The same, typeset on broad pages."""
    body = _typed(TOLD).replace("\n", "\n\n")
    for project in PROJECTS:
        rows = FORMS[layout](project)
        width = sum(columns for _, columns, _ in rows[0])
        cells = "".join(
            f"table.cell(colspan: {c}, rowspan: {r})[{_typed(text)}],"
            for row in rows
            for text, c, r in row
        )
        titles = "\n\n".join(f"#align(center)[{each}]" for each in TITLES[layout])
        body += f"#pagebreak()\n{titles}\n\n#text(7pt)[#table(columns: {width}, {cells})]\n"
    return pdf(body, ", flipped: true")


def _typed(text: str) -> str:
    return "".join(f"\\{each}" if each in "=*_#$@<>~-/[]" else each for each in text)


def printed(layout: str) -> list[tuple[str, ...]]:
    """What a layout prints of each indicator: name, unit, goal, outcome, levels and the rest."""
    made = []
    for name, unit, goal, outcome, indicators in PROJECTS:
        above: list[str] = ["", ""]
        spans = _spanned(indicators, points=layout == "national")
        for (levels, rest), (one, two, *_) in zip(spans, indicators, strict=True):
            said = [text for text, _, _ in levels[:-1]]
            above = [said.pop(0) if one else above[0], said.pop(0) if two else above[1]]
            named = _coded(name) if layout == "sichuan" else name
            one_text = ("", _target(*rest[:3]), "")
            target = one_text if layout == "national" else rest[:3]
            made.append((named, unit, goal, outcome, *above, levels[-1][0], *target, *rest[3:]))
    return made
