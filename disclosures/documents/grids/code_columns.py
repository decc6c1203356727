"""Which columns print the codes and names of a classification, and of which.

科目编码 alone is the code of whatever classification the table is by; the header above it, or its
own words, may say another.
"""

import re
from collections.abc import Iterable

from disclosures.documents.grids.header import Path
from disclosures.documents.grids.words import folded

FUNCTION, ECONOMIC, GOVERNMENT = "function", "economic", "government_economic"
FIELDS = {
    f"{classification}_{part}": (classification, part)
    for classification in (FUNCTION, ECONOMIC, GOVERNMENT)
    for part in ("code", "name")
}
NEVER = re.compile(r"单位|项目(?!按)|指标|采购|品目|资产|部门(?!预算|支出|经济)")
NAME = re.compile(r"^(?:名称|.*(?:科目|分类|经济|功能)名称(?:类款项)?)$")
CODE = re.compile(r"^(?:编码|代码|.*(?:科目|分类|经济|功能)(?:编码|代码|编号)(?:类款项)?)$")
BOTH = re.compile(
    r"^(?:.*(?:分类|支出|功能|经济)科目|科目|.*经济分类|.*功能分类|.*(?:经济|功能)科目按大类)$"
)
NAMED, CODED, JOINT_CODE, JOINT_NAME = 10, 10, 7, 6


def classification_of(path: Path) -> str:
    """The classification that a header path names; "" where it names none."""
    for text in reversed(path):
        bare = folded(text)
        if "经济" in bare:
            return GOVERNMENT if "政府" in bare and "部门" not in bare else ECONOMIC
        if "功能" in bare:
            return FUNCTION
    return ""


def score_of(field: str, path: Path, fields: Iterable[str]) -> int:
    """How well a column is that code or name field of a table with these fields; 0: it is not."""
    wanted, part = FIELDS[field]
    leaf = folded(path[-1])
    if NEVER.search(leaf):
        return 0
    named = classification_of(path)
    if not named and BOTH.match(leaf) is None and not (NAME.search(leaf) or CODE.search(leaf)):
        return 0
    if (named or sole_classification(fields)) != wanted:
        return 0
    if NAME.search(leaf):
        return NAMED if part == "name" else 0
    if CODE.search(leaf):
        return CODED if part == "code" else 0
    if BOTH.match(leaf):
        return JOINT_CODE if part == "code" else JOINT_NAME
    return 0


def sole_classification(fields: Iterable[str]) -> str:
    """The classification that the table is by, where it says no other."""
    known = {FIELDS[each][0] for each in fields if each in FIELDS}
    return FUNCTION if FUNCTION in known else (ECONOMIC if ECONOMIC in known else "")
