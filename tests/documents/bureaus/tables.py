"""The standard tables of a disclosure: what each column is, its header, and its rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tests.documents.bureaus.figures import ECONOMIC, NAMES, PERSONNEL, Figures

UNIT = "某某市投资促进局"
CODE = "112001"
Amounts = dict[str, Decimal | None]


@dataclass(frozen=True)
class Head:
    """A heading: over columns of fields, or over other headings."""

    text: str
    field: str = ""
    below: tuple["Head", ...] = ()

    @property
    def leaves(self) -> tuple["Head", ...]:
        """The headings of columns."""
        return tuple(leaf for each in self.below for leaf in each.leaves) or (self,)

    @property
    def depth(self) -> int:
        """How many rows it takes."""
        return 1 + max((each.depth for each in self.below), default=0)


@dataclass(frozen=True)
class Line:
    """One row: the code and name it is of ("" for a total) and its amounts in 元 by field."""

    code: str
    name: str
    amounts: Amounts
    is_total: bool = False


@dataclass(frozen=True)
class Table:
    """One table: its registry name and title, its header, its lists (a balance has two)."""

    name: str
    title: str
    heads: tuple[tuple[Head, ...], ...]
    lines: tuple[tuple[Line, ...], ...]
    is_coded: bool = False
    sides: tuple[str, ...] = field(default=("",))


def tables_of(figures: Figures) -> list[Table]:
    """All tables, in the usual order."""
    return [
        _financial_balance(figures),
        _income(figures),
        _expenditure(figures),
        _fiscal_balance(figures.fiscal()),
        _by_function(figures.fiscal()),
        _basic(figures.fiscal()),
        _three_public(figures),
    ]


def _or_none(amount: Decimal) -> Decimal | None:
    return amount or None


def _coded(
    codes: Sequence[str], names: dict[str, str], amounts: dict[str, Amounts], total: Amounts
) -> tuple[Line, ...]:
    rows = [Line(code, names[code], amounts[code]) for code in codes]
    return (Line("", "合计", total, is_total=True), *rows)


CODED = (Head("科目编码", "code"), Head("科目名称", "name"))


def _expenditure(figures: Figures) -> Table:
    def amounts(code: str) -> Amounts:
        personnel, public, project = figures.of(code)
        return {
            "total": figures.total(code),
            "basic": _or_none(personnel + public),
            "project": _or_none(project),
            "business": None,
        }

    codes = figures.levels()
    heads = (
        *CODED,
        Head("合计", "total"),
        Head("基本支出", "basic"),
        Head("项目支出", "project"),
        Head("事业单位经营支出", "business"),
    )
    lines = _coded(codes, NAMES, {each: amounts(each) for each in codes}, amounts(""))
    return Table("expenditure-summary", "部门支出总表", (heads,), (lines,), is_coded=True)


def _by_function(figures: Figures) -> Table:
    def amounts(code: str) -> Amounts:
        personnel, public, project = figures.of(code)
        return {
            "total": figures.total(code),
            "basic": _or_none(personnel + public),
            "basic_personnel": _or_none(personnel),
            "basic_public_use": _or_none(public),
            "project": _or_none(project),
        }

    codes = figures.levels()
    parts = (
        Head("小计", "basic"),
        Head("人员经费", "basic_personnel"),
        Head("公用经费", "basic_public_use"),
    )
    heads = (
        Head("功能分类科目", below=CODED),
        Head("合计", "total"),
        Head("基本支出", below=parts),
        Head("项目支出", "project"),
    )
    lines = _coded(codes, NAMES, {each: amounts(each) for each in codes}, amounts(""))
    title = "一般公共预算支出表"
    return Table("general-budget-by-function", title, (heads,), (lines,), is_coded=True)


def _basic(figures: Figures) -> Table:
    def amounts(code: str) -> Amounts:
        whole = figures.economic_of(code)
        is_personnel = code[:3] in PERSONNEL
        return {
            "total": whole,
            "personnel": _or_none(whole) if is_personnel else None,
            "public_use": None if is_personnel else _or_none(whole),
        }

    codes = figures.economic_levels()
    top = [amounts(each) for each in codes if len(each) == 3]
    total: Amounts = {
        name: sum(((each[name] or Decimal()) for each in top), Decimal()) for name in top[0]
    }
    heads = (
        Head("部门预算支出经济分类科目", below=CODED),
        Head(
            "本年一般公共预算基本支出",
            below=(
                Head("合计", "total"),
                Head("人员经费", "personnel"),
                Head("公用经费", "public_use"),
            ),
        ),
    )
    lines = _coded(codes, ECONOMIC, {each: amounts(each) for each in codes}, total)
    name = "general-budget-basic-by-economic"
    return Table(name, "一般公共预算基本支出表", (heads,), (lines,), is_coded=True)


def _income(figures: Figures) -> Table:
    general = figures.total() - figures.other_income - figures.carried
    amounts: Amounts = {
        "total": figures.total(),
        "this_year": general + figures.other_income,
        "general_budget": general,
        "government_fund": None,
        "special_account": None,
        "unit_funds": _or_none(figures.other_income),
        "carried_forward": _or_none(figures.carried),
    }
    parts = (
        Head("小计", "this_year"),
        Head("一般公共预算", "general_budget"),
        Head("政府性基金预算", "government_fund"),
        Head("财政专户管理资金", "special_account"),
        Head("单位资金", "unit_funds"),
    )
    heads = (
        Head("部门（单位）代码", "code"),
        Head("部门（单位）名称", "name"),
        Head("合计", "total"),
        Head("本年收入", below=parts),
        Head("上年结转结余", "carried_forward"),
    )
    lines = (Line("", "合计", amounts, is_total=True), Line(CODE, UNIT, amounts))
    return Table("department-income", "部门收入总表", (heads,), (lines,))


def _financial_balance(figures: Figures) -> Table:
    general = figures.total() - figures.other_income - figures.carried
    income = (
        ("一、一般公共预算拨款收入", general),
        ("二、政府性基金预算拨款收入", None),
        ("三、国有资本经营预算拨款收入", None),
        ("四、财政专户管理资金收入", None),
        ("五、单位资金", _or_none(figures.other_income)),
        ("本年收入合计", general + figures.other_income),
        ("上年结转结余", _or_none(figures.carried)),
        ("收入总计", figures.total()),
    )
    return _balance("financial-balance", "部门收支总表", figures, income)


def _fiscal_balance(figures: Figures) -> Table:
    general = figures.total() - figures.carried
    income = (
        ("一、本年收入", general),
        ("（一）一般公共预算拨款", general),
        ("（二）政府性基金预算拨款", None),
        ("（三）国有资本经营预算拨款", None),
        ("二、上年结转", _or_none(figures.carried)),
        ("收入总计", figures.total()),
    )
    return _balance("fiscal-balance", "财政拨款收支总表", figures, income)


def _balance(
    name: str, title: str, figures: Figures, income: Sequence[tuple[str, Decimal | None]]
) -> Table:
    numerals = "一二三四五六七八九十"
    classes = [each for each in figures.levels() if len(each) == 3]
    spent = [
        Line(code, f"{numerals[at]}、{NAMES[code]}", {"amount": figures.total(code)})
        for at, code in enumerate(classes)
    ]
    spent += [
        Line("", "本年支出合计", {"amount": figures.total()}),
        Line("", "年终结转结余", {"amount": None}),
        Line("", "支出总计", {"amount": figures.total()}),
    ]
    received = tuple(Line("", label, {"amount": amount}) for label, amount in income)
    heads = (
        (Head("收入", below=(Head("项目", "name"), Head("预算数", "amount"))),),
        (Head("支出", below=(Head("项目（按功能分类）", "name"), Head("预算数", "amount"))),),
    )
    return Table(name, title, heads, (received, tuple(spent)), sides=("income", "expenditure"))


def _three_public(figures: Figures) -> Table:
    heads = (
        Head("“三公”经费合计", "total"),
        Head("因公出国（境）费", "abroad"),
        Head(
            "公务用车购置及运行费",
            below=(
                Head("小计", "vehicles"),
                Head("公务用车购置费", "vehicle_purchase"),
                Head("公务用车运行费", "vehicle_running"),
            ),
        ),
        Head("公务接待费", "reception"),
    )
    amounts: Amounts = {
        "total": figures.vehicles + figures.reception,
        "abroad": None,
        "vehicles": figures.vehicles,
        "vehicle_purchase": None,
        "vehicle_running": figures.vehicles,
        "reception": figures.reception,
    }
    line = Line("", "", amounts)
    return Table("three-public", "一般公共预算“三公”经费支出表", (heads,), ((line,),))
