"""A table's title to its meaning, for places whose titles nobody has listed.

The standard tables of 部门预算公开 are named by what they hold: 收支, 收入, 支出, of which money
and by which classification. A title that says none of it, or something else beside, means nothing.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from disclosures.classification.money import halfwidth

SHORTEST, LONGEST = 3, 60
TITLE = re.compile(r"[^,。;:]*表(?:[(][^()]*[)])*")
NUMBER = re.compile(
    r"^(?:20\d\d年度?|[(]?[一二三四五六七八九十]+[)、.]|附?表[一二三四五六七八九十]+[、.:]"
    r"|(?:预算|公开|附件?)?表?\d+(?:-\d+)?(?:表|[、.:]|(?=\D)))+"
)
# Tables of another meaning that share words with the standard ones.
OTHERS = re.compile(r"目录|明细情况|上年结转|结转资金|对比|增减|下级")
TARGETS = re.compile(r"绩效")
LOWER_LEVEL = re.compile(r"对下|转移支付|补助项目|中期|规划")


@dataclass(frozen=True)
class Meaning:
    """One table of the registry and what its title must say and must not."""

    table: str
    says: Callable[[str], bool]


def _all(*words: str, without: str = "") -> Callable[[str], bool]:
    excluded = re.compile(without) if without else None

    def says(title: str) -> bool:
        wanted = all(re.search(word, title) for word in words)
        return wanted and not (excluded and excluded.search(title))

    return says


FUNDS = "政府性基金|国有资本经营|社会保险基金"
# The first that fits is meant.
TARGET_MEANINGS: tuple[Meaning, ...] = (
    Meaning("department-performance", _all("部门整体|单位整体|整体支出|整体绩效", "目标")),
    Meaning("transfer-performance", _all("对下|转移支付", "目标")),
    Meaning(
        "project-performance",
        _all("项目|专项", "目标|绩效信息|绩效表", without="整体|总体|自评|评价"),
    ),
    Meaning(
        "project-self-evaluation",
        _all("项目|专项", "自评价?表|自我评价表", without="整体|总体|汇总|报告"),
    ),
)
LOWER_MEANINGS: tuple[Meaning, ...] = (
    Meaning("medium-term-plan", _all("项目", "中期")),
    Meaning("superior-subsidy-projects", _all("上级|中央|省级", "补助", "支出")),
    Meaning("transfer-to-district", _all("对下", "预算", without="项目目录")),
)
MEANINGS: tuple[Meaning, ...] = (
    Meaning(
        "operating-by-economic",
        _all("机关运行经费", "支出|预算|明细", without="三公|采购"),
    ),
    Meaning("three-public", _all("三公")),
    Meaning("purchased-services", _all("购买服务", without="采购")),
    Meaning("procurement", _all("采购")),
    Meaning("new-assets", _all("新增资产|资产配置")),
    Meaning(
        "government-fund-expenditure",
        _all("政府性基金", "支出", without="收支|收入(?!支出决算)|国有资本|项目支出"),
    ),
    Meaning(
        "state-capital-expenditure",
        _all("国有资本经营", "支出", without="收支|收入(?!支出决算)|项目支出"),
    ),
    Meaning("fiscal-balance", _all("财政拨款", "收支|收入支出", without=FUNDS)),
    Meaning(
        "general-budget-basic-by-function",
        _all("一般公共预算", "基本支出", "功能", without="机关运行|经济"),
    ),
    Meaning(
        "general-budget-basic-by-economic",
        _all("一般公共预算", "基本支出", without="功能|机关运行|政府预算|政府支出经济|政府经济"),
    ),
    Meaning(
        "project-by-economic",
        _all("项目支出", "经济", without="功能|机关运行|政府预算|政府支出经济|政府经济"),
    ),
    Meaning(
        "fiscal-basic-by-economic",
        _all("财政拨款", "基本支出", without=f"一般公共预算|功能|{FUNDS}|机关运行|政府"),
    ),
    Meaning(
        "fiscal-by-function",
        _all(
            "财政拨款",
            "支出",
            without=f"一般公共预算|收支|收入|基本|项目|经济|{FUNDS}|机关运行|行政经费|结转",
        ),
    ),
    Meaning("basic-expenditure", _all("基本支出", without="财政拨款|一般公共预算|功能|经济")),
    Meaning(
        "project-expenditure",
        _all("项目支出|专项业务经费支出", without="一般公共预算|财政拨款|经济|功能"),
    ),
    Meaning(
        "general-budget-by-economic",
        _all(
            "一般公共预算", "支出", "经济", without="收支|项目支出|机关运行|政府预算|政府支出经济"
        ),
    ),
    Meaning(
        "general-budget-by-function",
        _all("一般公共预算", "支出", without="收支|基本支出|项目支出|机关运行|经济"),
    ),
    Meaning("financial-balance", _all("收支|收入支出", without=f"财政拨款|一般公共预算|{FUNDS}")),
    Meaning("department-income", _all("收入", without=f"财政拨款|一般公共预算|支出|{FUNDS}")),
    Meaning(
        "expenditure-summary",
        _all("支出", without=f"财政拨款|一般公共预算|机关运行|经济|基本|项目|{FUNDS}"),
    ),
)


def is_title(line: str) -> bool:
    """Whether a printed line may be a table's title at all."""
    words = _folded(line)
    return any(
        SHORTEST <= len(each) <= LONGEST and TITLE.fullmatch(each)
        for each in (words, NUMBER.sub("", words))
    )


def title_among(texts: Iterable[str]) -> str:
    """The first that may be a title; a number alone (公开15表) only where nothing else is."""
    near = [each for each in texts if is_title(each)]
    return next(filter(unnumbered, near), next(iter(near), ""))


def table_meant(title: str) -> str | None:
    """The registry name of the table that a title means, or None."""
    if not is_title(title):
        return None
    words = unnumbered(title)
    if OTHERS.search(words):
        return None
    meanings = MEANINGS
    if TARGETS.search(words):
        meanings = TARGET_MEANINGS
    elif LOWER_LEVEL.search(words):
        meanings = LOWER_MEANINGS
    return next((each.table for each in meanings if each.says(words)), None)


def unnumbered(title: str) -> str:
    """A title without the number and the year that it begins with."""
    return NUMBER.sub("", _folded(title))


def _folded(line: str) -> str:
    return re.sub(r'[\s“”"‘’]', "", halfwidth(line))
