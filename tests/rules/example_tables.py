"""The sixteen tables of the made-up bureau of `examples`, in 元, all agreeing with each other."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from disclosures.classification.codes import code_lists
from disclosures.classification.money import nothing_of
from disclosures.records.printed_table import TableState
from disclosures.tables.book import Book, Cell, Row, RowKind, Sheet, Value
from disclosures.tables.registry import TABLES

Printed = dict[str, str]

# A table's columns, then its rows as printed; a row of 合计 begins with "=", a subtotal with "-".
GOOD_TABLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "financial-balance": (
        "side line function_code amount",
        (
            "income general_budget . 8400000",
            "income government_fund . 0",
            "income state_capital . 0",
            "income special_account . 0",
            "income unit_funds . 1500000",
            "income service_income . 1000000",
            "income business_income . 0",
            "income superior_subsidy . 0",
            "income remitted_income . 0",
            "income other_income . 500000",
            "income income_this_year . 9900000",
            "income carried_forward . 100000",
            "income income_total . 10000000",
            "expenditure function 201 9000000",
            "expenditure function 208 600000",
            "expenditure function 221 400000",
            "expenditure expenditure_this_year . 10000000",
            "expenditure year_end . 0",
            "expenditure expenditure_total . 10000000",
        ),
    ),
    "department-income": (
        "unit_code total this_year general_budget government_fund state_capital special_account"
        " unit_funds service_income business_income superior_subsidy remitted_income other_income"
        " carried_forward carried_forward_general_budget",
        (
            "201001 7000000 6900000 5900000 0 0 0 1000000 1000000 0 0 0 0 100000 100000",
            "201002 3000000 3000000 2500000 0 0 0 500000 0 0 0 0 500000 0 0",
            "= 10000000 9900000 8400000 0 0 0 1500000 1000000 0 0 0 500000 100000 100000",
        ),
    ),
    "department-expenditure": (
        "function_code total general_budget general_budget_basic general_budget_project unit_funds"
        " unit_service",
        (
            "-201 9000000 7500000 5000000 2500000 1500000 1500000",
            "-20126 9000000 7500000 5000000 2500000 1500000 1500000",
            "2012601 5000000 5000000 5000000 . . .",
            "2012604 4000000 2500000 . 2500000 1500000 1500000",
            "-208 600000 600000 600000 . . .",
            "-20805 600000 600000 600000 . . .",
            "2080505 600000 600000 600000 . . .",
            "-221 400000 400000 400000 . . .",
            "-22102 400000 400000 400000 . . .",
            "2210201 400000 400000 400000 . . .",
            "= 10000000 8500000 6000000 2500000 1500000 1500000",
        ),
    ),
    "fiscal-balance": (
        "side line function_code amount",
        (
            "income income_this_year . 8400000",
            "income general_budget . 8400000",
            "income government_fund . 0",
            "income state_capital . 0",
            "income carried_forward . 100000",
            "income carried_forward_general_budget . 100000",
            "income carried_forward_government_fund . 0",
            "income carried_forward_state_capital . 0",
            "income income_total . 8500000",
            "expenditure function 201 7500000",
            "expenditure function 208 600000",
            "expenditure function 221 400000",
            "expenditure expenditure_this_year . 8500000",
            "expenditure year_end . 0",
            "expenditure expenditure_total . 8500000",
        ),
    ),
    "general-budget-by-function": (
        "function_code total basic basic_personnel basic_public_use project",
        (
            "-201 7500000 5000000 4300000 700000 2500000",
            "-20126 7500000 5000000 4300000 700000 2500000",
            "2012601 5000000 5000000 4300000 700000 .",
            "2012604 2500000 . . . 2500000",
            "-208 600000 600000 600000 . .",
            "-20805 600000 600000 600000 . .",
            "2080505 600000 600000 600000 . .",
            "-221 400000 400000 400000 . .",
            "-22102 400000 400000 400000 . .",
            "2210201 400000 400000 400000 . .",
            "= 8500000 6000000 5300000 700000 2500000",
        ),
    ),
    "three-public": (
        "total abroad vehicles vehicle_purchase vehicle_running reception",
        ("90000 0 70000 0 70000 20000",),
    ),
    "basic-expenditure": (
        "project_name function_code economic_code total general_budget"
        " general_budget_arranged_early general_budget_issued_now",
        (
            "工资 2012601 30101 4300000 4300000 300000 4000000",
            "公用 2012601 30201 610000 610000 0 610000",
            "接待 2012601 30217 20000 20000 0 20000",
            "用车 2012601 30231 70000 70000 0 70000",
            "养老 2080505 30108 600000 600000 0 600000",
            "公积金 2210201 30113 400000 400000 0 400000",
            "= . . 6000000 6000000 300000 5700000",
        ),
    ),
    "project-expenditure": (
        "project_category project_code project_name function_code economic_code total"
        " general_budget carried_forward_general_budget unit_funds service_income other_income",
        (
            "特定目标类 T1 档案数字化 2012604 30227 1500000 1400000 100000 . . .",
            "特定目标类 T2 馆库维护 2012604 30213 800000 800000 . . . .",
            "其他运转类 Y1 设备更新 2012604 31002 200000 200000 . . . .",
            "特定目标类 T3 文化产品 2012604 30227 1500000 . . 1500000 1000000 500000",
            "= . . . . 4000000 2400000 100000 1500000 1000000 500000",
        ),
    ),
    "project-performance": (
        "project_name annual_goal indicator_level_one indicator_level_three indicator_comparator"
        " indicator_value measurement_unit indicator_attribute",
        tuple(
            f"{project} 完成{project} {level} {level}率 ≥ 90 % 定量"
            for project in ("档案数字化", "馆库维护", "文化产品")
            for level in ("产出指标", "效益指标", "满意度指标")
        ),
    ),
    "procurement": (
        "budget_project procurement_item catalogue quantity reserved_for_small_business total"
        " general_budget",
        (
            "馆库维护 空调 A02061804 4 100000 200000 200000",
            "档案数字化 扫描 C16070000 1 0 300000 300000",
            "档案数字化 著录 C16070000 1 0 100000 100000",
            "= . . . 100000 600000 600000",
        ),
    ),
    "purchased-services": (
        "budget_project service_item catalogue_code total general_budget",
        ("档案数字化 著录 B1101 100000 100000", "= . . 100000 100000"),
    ),
    "new-assets": (
        "asset_name quantity unit_price amount",
        ("计算机 4 5000 20000",),
    ),
    "superior-subsidy-projects": (
        "project_code project_name total general_budget",
        ("S1 省级档案抢救 50000 50000",),
    ),
    "medium-term-plan": (
        "project_name first_year second_year third_year",
        ("馆库维护 800000 800000 800000",),
    ),
}
EMPTY = ("government-fund-expenditure", "transfer-to-district", "transfer-performance")


def good_book(**changed: Sheet) -> Book:
    """Every table, with some sheets replaced: `three_public=sheet(...)`."""
    sheets = {name: sheet(name, columns, rows) for name, (columns, rows) in GOOD_TABLES.items()}
    sheets |= {name: empty(name) for name in EMPTY}
    sheets |= {name.replace("_", "-"): each for name, each in changed.items()}
    return Book(tuple(sheets[name] for name in TABLES if name in sheets))


def with_cell(name: str, row: int, column: str, printed: str) -> Book:
    """The good book with one cell of one table printed otherwise."""
    found = good_book().sheet(name)
    assert found is not None
    rows = list(found.rows)
    cells = {**rows[row].cells, column: _cell(name, column, printed)}
    rows[row] = replace(rows[row], cells=cells)
    changed = replace(found, rows=tuple(rows))
    return good_book(**{name.replace("-", "_"): changed})


def without(*names: str) -> Book:
    """The good book with some tables not attached."""
    return Book(tuple(each for each in good_book() if each.table not in names))


def sheet(name: str, columns: str, rows: Iterable[str], unit: str = "元") -> Sheet:
    """A table in 元; each row's cells stand apart by spaces, "." is a printed blank."""
    spec = TABLES[name]
    read = tuple(_row(name, columns.split(), row) for row in rows)
    return Sheet(name, spec.title, spec.number, TableState.FILLED, unit, read)


def empty(name: str, statement: str = "本部门无此项内容") -> Sheet:
    """A table declared empty with its sentence."""
    spec = TABLES[name]
    state = TableState.DECLARED_EMPTY
    return Sheet(name, spec.title, spec.number, state, "元", (), statement)


def _row(name: str, columns: list[str], printed: str) -> Row:
    kind = {"=": RowKind.TOTAL, "-": RowKind.SUBTOTAL}.get(printed[0], RowKind.DETAIL)
    texts = printed.removeprefix("-").split()
    texts = ["" if each in (".", "=") else each for each in texts]
    said = dict(zip(columns, texts, strict=True))
    if "line" in said:
        said["label"] = _label(name, said)
    usual = (each for each in TABLES[name].columns if each.is_printed and not each.is_optional)
    blank = {each.field: Cell(None, "") for each in usual}
    return Row(blank | {column: _cell(name, column, text) for column, text in said.items()}, kind)


def _label(name: str, said: Printed) -> str:
    """What the form prints for a line of a balance."""
    if code := said.get("function_code"):
        found = code_lists().functions.get(code, None)
        return found.name if found else code
    lines = (line for half in TABLES[name].halves for line in half.lines)
    return next((each.label for each in lines if each.line == said["line"]), said["line"])


def _cell(name: str, column: str, printed: str) -> Cell:
    spec = TABLES[name]
    is_number = spec.is_money(column) or column == "quantity"
    value: Value = printed
    if is_number:
        value = None if nothing_of(printed) else Decimal(printed)
    return Cell(value, printed, {"sheet": name, "cell": column})
