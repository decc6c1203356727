"""Group C: what the narrative states against what the tables print."""

from collections.abc import Iterator
from decimal import Decimal

from disclosures.records.printed_table import TableState
from disclosures.rules.amount import Amount
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.statements.organisation import OTHER_SUPPLY, UNIT_KINDS
from disclosures.rules.statements.spending import leaves
from disclosures.rules.subject import Subject
from disclosures.rules.tables.across import (
    ALL_EXPENDITURE,
    BASIC,
    DETAIL,
    EXPENDITURE,
    FISCAL,
    FUND,
    GENERAL,
    INCOME,
    PROCUREMENT,
    SUMMARY,
    THREE_PUBLIC,
    with_carry_over,
)
from disclosures.rules.tables.agreements import Agree, Grouped, summed_up
from disclosures.rules.tables.places import (
    BalanceLine,
    Economic,
    Place,
    Plus,
    Stated,
    Total,
    attached,
    details,
)
from disclosures.rules.verdict import equal, fails, holds, not_checked, not_disclosed
from disclosures.rules.wording import listed, told
from disclosures.tables.book import Sheet
from disclosures.tables.lines import Line
from disclosures.tables.quoted import (
    FISCAL_LINES,
    INCOME_LINES,
    PROCUREMENT_LETTERS,
    THREE_PUBLIC_COLUMNS,
)
from disclosures.tables.registry import table

TRANSFERS = ("transfer-to-district", "transfer-performance")
TRANSFER_ITEMS = tuple(f"transfer.item{number}" for number in range(1, 5))
PUBLIC_USE = ("302", "310")
ENTRUSTED = ("30227",)
ATTACHED = (TableState.FILLED, TableState.DECLARED_EMPTY)


def functions_agree(subject: Subject) -> Iterator[Finding]:
    """C04: the function lines are the 项 rows of the general budget and fund tables."""
    printed = Grouped((GENERAL,), ("total",), digits=7).find(subject)
    lines = [each for each in leaves(subject.narrative.functions) if each.code]
    if printed is None or not lines:
        missing = "支出预算表没有数据（原文件未附表）" if lines else "功能科目支出未公开"
        yield not_checked("C04", missing)
        return
    printed |= Grouped((FUND,), ("total",), digits=7).find(subject) or {}
    stated = {
        line.code or "": amount for line in lines if (amount := subject.function_amount(line))
    }
    shared = [(amount, printed[code]) for code, amount in stated.items() if code in printed]
    findings = [_met("C04", subject, amount, cell) for amount, cell in shared]
    yield from summed_up("C04", "功能科目", findings)
    yield from _only_in(stated, printed, "编制说明有而表中没有")
    yield from _only_in(printed, stated, "表中有而编制说明没有")


def procurement_classes(subject: Subject) -> Iterator[Finding]:
    """C05: goods, services and works by the first letter of 采购目录, and the number of rows."""
    grid = attached(subject.book, PROCUREMENT)
    if grid is None:
        yield not_checked("C05", f"{_title(PROCUREMENT)}没有数据（原文件未附表）")
        return
    rows = details(grid)
    letters = [str(row.value("catalogue") or "")[:1].upper() for row in rows]
    items = subject.amount("proc.items")
    if items is not None:
        counted = Amount("政府采购预算表行数", Decimal(len(rows)), items.unit)
        yield equal("C05", items, counted.value, counted.label, (counted,), subject.unit)
    if not set(letters) <= set(PROCUREMENT_LETTERS.values()):
        yield not_checked("C05", "采购目录没有写明品目分类（A货物、B工程、C服务）")
        return
    yield from _classes(subject, dict(enumerate(letters)))


def transfers_agree(subject: Subject) -> Iterator[Finding]:
    """C08: all transfer items are 无 just when both transfer tables are empty."""
    items = [each for key in TRANSFER_ITEMS if (each := subject.narrative.statement(key))]
    sheets = [sheet for name in TRANSFERS if (sheet := subject.book.sheet(name)) is not None]
    own = [sheet for sheet in sheets if _prints_for_itself(sheet)]
    if not items or not own:
        reason = "转移支付各表未附，其说明取自编制说明" if items else "对下转移支付事项未公开"
        yield not_checked("C08", reason)
        return
    none_stated = all(str(each.value) == "无" for each in items)
    filled = [sheet.title for sheet in own if sheet.rows]
    if none_stated and filled:
        yield fails("C08", f"编制说明各转移支付事项均为无，而{listed(filled)}有数据。")
    elif not none_stated and not filled:
        yield fails("C08", "编制说明有转移支付事项，而转移支付各表为空表。")
    else:
        yield holds("C08", f"{len(items)}项转移支付事项的说明与各表相符。")


def running_costs(subject: Subject) -> Iterator[Finding]:
    """C09: 机关运行经费 is the public-use spending of 行政 and 参公 units; none in 事业单位."""
    running, kinds = subject.amount("running.amount"), subject.amounts(UNIT_KINDS)
    others = subject.amounts(OTHER_SUPPLY)
    if running is None or len(kinds) < len(UNIT_KINDS):
        yield not_disclosed("C09", subject.missing(("running.amount", *UNIT_KINDS)))
        return
    administrative, institutions = kinds[0].value + kinds[1].value, kinds[2].value
    if not administrative and institutions and not any(each.value for each in others):
        expected = Amount("只有事业单位，应为", Decimal(0), running.unit)
        yield equal("C09", running, expected.value, "事业单位应列的数额", (expected,), subject.unit)
        return
    spent = Economic((BASIC,), ("general_budget",), PUBLIC_USE).find(subject)
    if spent is None or institutions or any(each.value for each in others):
        reason = "没有基本支出表" if spent is None else "另有事业单位，其公用经费不能分开"
        yield not_checked("C09", reason)
        return
    yield equal("C09", running, spent.value, told(spent, subject.unit), (spent,), subject.unit)


def unit_count(subject: Subject) -> Iterator[Finding]:
    """C11: as many units as the income table has rows of units."""
    stated, grid = subject.amount("unit.units_total"), attached(subject.book, INCOME)
    if stated is None or grid is None:
        missing = "预算单位数未公开" if stated is None else f"{_title(INCOME)}没有数据"
        yield not_checked("C11", missing)
        return
    codes = {row.value("unit_code") or row.value("unit_name") for row in details(grid)}
    rows = Amount("部门收入预算表单位行数", Decimal(len(codes)), stated.unit)
    yield equal("C11", stated, rows.value, rows.label, (rows,), subject.unit)


def _met(rule: str, subject: Subject, stated: Amount, printed: Amount) -> Finding:
    basis = told(printed, subject.unit)
    return equal(rule, stated, printed.value, basis, (printed,), subject.unit)


def _agree(rule: str, key: str, *options: Place) -> Agree:
    return Agree(rule, Stated(key), options)


def _title(name: str) -> str:
    return table(name).title


def _expenditure(key: str, column: str) -> Agree:
    """C03: a half of the expenditure is the general budget's, with the fund's if any, or all."""
    general, fund = Total(GENERAL, column), Total(FUND, column)
    return _agree("C03", key, general, Plus((general, fund)), Total(ALL_EXPENDITURE, column))


def _classes(subject: Subject, letters: dict[int, str]) -> Iterator[Finding]:
    grid = attached(subject.book, PROCUREMENT)
    rows = details(grid) if grid else []
    for key, letter in PROCUREMENT_LETTERS.items():
        chosen = [row for position, row in enumerate(rows) if letters[position] == letter]
        cells = grid.down(chosen, "total") if grid else []
        stated = subject.amount(key)
        if stated is not None:
            expected = sum((each.value for each in cells), Decimal(0))
            basis = f"政府采购预算表{letter}类{len(chosen)}行之和"
            yield equal("C05", stated, expected, basis, cells, subject.unit)


def _only_in(some: dict[str, Amount], others: dict[str, Amount], fault: str) -> Iterator[Finding]:
    strange = [amount for code, amount in some.items() if code not in others and amount.value]
    if strange:
        names = listed(each.label for each in strange)
        yield fails("C04", f"{names}：{fault}。", strange)


def _prints_for_itself(sheet: Sheet) -> bool:
    """Whether the table itself was attached, rather than spoken of in the narrative."""
    return sheet.state in ATTACHED and "section" not in sheet.where


CHECKS: tuple[Check, ...] = (
    _agree(
        "C01",
        "income.total",
        BalanceLine(SUMMARY, Line.INCOME_TOTAL),
        BalanceLine(SUMMARY, Line.INCOME_THIS_YEAR),
    ),
    _agree(
        "C01",
        "income.general",
        BalanceLine(SUMMARY, Line.GENERAL_BUDGET),
        Plus(
            (BalanceLine(SUMMARY, Line.GENERAL_BUDGET), BalanceLine(SUMMARY, Line.CARRIED_FORWARD))
        ),
    ),
    *(_agree("C01", key, BalanceLine(SUMMARY, line)) for key, line in INCOME_LINES.items()),
    *(_agree("C02", key, *with_carry_over(line)) for key, line in FISCAL_LINES.items()),
    _agree(
        "C03",
        "exp.total",
        BalanceLine(SUMMARY, Line.EXPENDITURE_TOTAL),
        Total(EXPENDITURE, "total"),
    ),
    _agree(
        "C03",
        "exp.fiscal",
        BalanceLine(FISCAL, Line.EXPENDITURE_TOTAL),
        BalanceLine(FISCAL, Line.EXPENDITURE_THIS_YEAR),
    ),
    _expenditure("exp.basic", "basic"),
    _expenditure("exp.project", "project"),
    Checked("C04", functions_agree),
    _agree("C05", "proc.total", Total(PROCUREMENT, "total")),
    Checked("C05", procurement_classes),
    *(
        _agree("C06", key, Total(THREE_PUBLIC, column))
        for key, column in THREE_PUBLIC_COLUMNS.items()
    ),
    Checked("C08", transfers_agree),
    Checked("C09", running_costs),
    _agree("C10", "entrusted.amount", Economic(DETAIL, ("total",), ENTRUSTED)),
    Checked("C11", unit_count),
)
