"""The figures of an invented department: parts drawn at random, every sum exact."""

from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

UNITS = {"元": 1, "千元": 1000, "万元": 10_000, "亿元": 100_000_000}
# 类, 款 and 项 of the national classification, each 项 with what it is spent on.
ITEMS = (
    ("2010301", "行政运行", "basic"),
    ("2010302", "一般行政管理事务", "project"),
    ("2010399", "其他政府办公厅（室）及相关机构事务支出", "project"),
    ("2011308", "招商引资", "project"),
    ("2080501", "行政单位离退休", "basic"),
    ("2080505", "机关事业单位基本养老保险缴费支出", "basic"),
    ("2080506", "机关事业单位职业年金缴费支出", "basic"),
    ("2080801", "死亡抚恤", "basic"),
    ("2101101", "行政单位医疗", "basic"),
    ("2101102", "事业单位医疗", "basic"),
    ("2101103", "公务员医疗补助", "basic"),
    ("2120101", "城乡社区行政运行", "project"),
    ("2130104", "农业事业运行", "both"),
    ("2130122", "农业生产发展", "project"),
    ("2210201", "住房公积金", "basic"),
    ("2210203", "购房补贴", "basic"),
)
NAMES = {
    "201": "一般公共服务支出",
    "20103": "政府办公厅（室）及相关机构事务",
    "20113": "商贸事务",
    "208": "社会保障和就业支出",
    "20805": "行政事业单位养老支出",
    "20808": "抚恤",
    "210": "卫生健康支出",
    "21011": "行政事业单位医疗",
    "212": "城乡社区支出",
    "21201": "城乡社区管理事务",
    "213": "农林水支出",
    "21301": "农业农村",
    "221": "住房保障支出",
    "22102": "住房改革支出",
    "229": "其他支出",
    "22999": "其他支出",
    "2299999": "其他支出",
} | {code: name for code, name, _ in ITEMS}
ECONOMIC = {
    "301": "工资福利支出",
    "30101": "基本工资",
    "30102": "津贴补贴",
    "30103": "奖金",
    "30108": "机关事业单位基本养老保险缴费",
    "30110": "职工基本医疗保险缴费",
    "30113": "住房公积金",
    "302": "商品和服务支出",
    "30201": "办公费",
    "30207": "邮电费",
    "30211": "差旅费",
    "30217": "公务接待费",
    "30231": "公务用车运行维护费",
    "30239": "其他交通费用",
    "303": "对个人和家庭的补助",
    "30302": "退休费",
    "30305": "生活补助",
}
OTHER = "2299999"  # what other income is spent on
PERSONNEL, PUBLIC = ("301", "303"), ("302",)


@dataclass(frozen=True)
class Figures:
    """Amounts in 元 by code: of each function its three parts, of each economic code one."""

    functions: dict[str, tuple[Decimal, Decimal, Decimal]]  # personnel, public use, project
    economic: dict[str, Decimal]
    other_income: Decimal
    carried: Decimal
    vehicles: Decimal
    reception: Decimal

    def fiscal(self) -> "Figures":
        """What fiscal appropriations pay for: all but what other and carried forward money does."""
        kept = {code: own for code, own in self.functions.items() if code != OTHER}
        return replace(self, functions=kept, other_income=Decimal(), carried=Decimal())

    def of(self, code: str) -> tuple[Decimal, Decimal, Decimal]:
        """The parts of a code and all below it; "" is everything."""
        parts = [own for each, own in self.functions.items() if each.startswith(code)]
        a, b, c = (sum(each, Decimal()) for each in zip(*parts, strict=True))
        return a, b, c

    def total(self, code: str = "") -> Decimal:
        """All of a code."""
        return sum(self.of(code), Decimal())

    def economic_of(self, code: str) -> Decimal:
        """An economic code and all below it."""
        return sum((own for each, own in self.economic.items() if each.startswith(code)), Decimal())

    def levels(self) -> list[str]:
        """Every code, each 类 and 款 before what is below it."""
        made = {each[:n] for each in self.functions for n in (3, 5, 7)}
        return sorted(made)

    def economic_levels(self) -> list[str]:
        """Every economic code, each 类 before its 款."""
        return sorted({each[:n] for each in self.economic for n in (3, 5)})


def drawn(chance: Random, unit: str, places: int) -> Figures:
    """A department's figures, each a whole number of the last printed place of its unit."""
    step = Decimal(UNITS[unit]).scaleb(-places)

    def amount(least: int = 20_000, most: int = 9_000_000) -> Decimal:
        return (Decimal(chance.randint(least, most)) / step).quantize(Decimal(1)) * step

    functions = {}
    for code, _, kind in ITEMS:
        personnel = amount() if kind in ("basic", "both") else Decimal()
        public = amount(5_000, 800_000) if kind in ("basic", "both") else Decimal()
        project = amount() if kind in ("project", "both") else Decimal()
        functions[code] = (personnel, public if chance.random() < 0.5 else Decimal(), project)
    basic = [sum(each[n] for each in functions.values()) for n in (0, 1)]
    economic = _shared(
        chance, basic[0], [c for c in ECONOMIC if c[:3] in PERSONNEL and c[3:]], step
    )
    economic |= _shared(chance, basic[1], [c for c in ECONOMIC if c[:3] in PUBLIC and c[3:]], step)
    other, carried = (amount() if chance.random() < 0.5 else Decimal() for _ in range(2))
    if other + carried:
        functions[OTHER] = (Decimal(), Decimal(), other + carried)
    return Figures(
        functions,
        economic,
        other,
        carried,
        amount(5_000, 200_000),
        amount(1_000, 90_000),
    )


def _shared(
    chance: Random, whole: Decimal | int, codes: list[str], step: Decimal
) -> dict[str, Decimal]:
    """A whole shared out among codes, a few of them with nothing."""
    left = Decimal(whole)
    made = {}
    for code in codes[:-1]:
        share = (left * chance.randint(5, 40) / 100 / step).quantize(Decimal(1)) * step
        made[code] = share if chance.random() < 0.8 else Decimal()
        left -= made[code]
    return made | {codes[-1]: left}
