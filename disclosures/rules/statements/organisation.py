"""D19-D25, D28-D29: units, posts, staff and vehicles of sections 一 and 二."""

import re
from collections.abc import Iterator
from decimal import Decimal

from disclosures.rules.amount import Amount
from disclosures.rules.declaration import AtMost, Check, Checked, Sum
from disclosures.rules.finding import Finding
from disclosures.rules.listing import ListedSum
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails, holds, not_checked, not_disclosed
from disclosures.rules.wording import listed, told

JOINED = re.compile(r"以及|[和及与]")
UNIT_KINDS = ("unit.full_admin", "unit.full_cangong", "unit.full_institution")
OTHER_POSTS = ("参公", "参照公务员法", "政法", "控制数", "特岗", "编外")
OTHER_SUPPLY = ("unit.units_partial", "unit.units_quota", "unit.units_self")


def vehicles_held(subject: Subject) -> Iterator[Finding]:
    """D25: 保有量 is 实有车辆, with what is bought and without what goes."""
    held, actual = subject.amount("sangong.vehicle_holding"), subject.amount("vehicle.actual")
    if held is None or actual is None:
        yield not_disclosed("D25", subject.missing(("sangong.vehicle_holding", "vehicle.actual")))
        return
    moves = subject.amounts(("sangong.vehicle_bought", "asset.disposed_vehicles"))
    inputs = (held, actual, *moves)
    said = "、".join(told(each, subject.unit) for each in inputs)
    if held.value in _possible(actual, moves):
        yield holds("D25", f"{said}，相互一致。", inputs)
        return
    expected = listed(f"{each:f}" for each in sorted(_possible(actual, moves)))
    message = f"{said}，按实有、购置与处置推算保有量应为{expected}辆。"
    yield fails("D25", message, inputs, expected=expected, actual=f"{held.value:f}", unit="辆")


def _possible(actual: Amount, moves: list[Amount]) -> set[Decimal]:
    """The counts that fit: purchases and disposals may fall before or after the day of counting."""
    counts = {actual.value}
    for each in moves:
        sign = -1 if each.key == "asset.disposed_vehicles" else 1
        counts |= {count + sign * each.value for count in counts}
    return counts


def listed_offices(subject: Subject) -> Iterator[Finding]:
    """D28: as many 内设机构 as are named."""
    count = subject.amount("org.internal_count")
    names = subject.narrative.statement("org.internal_names")
    if count is None or names is None or not names.items:
        missing = ["内设机构数"] if count is None else ["内设机构名单"]
        yield not_disclosed("D28", missing)
        return
    if names.items[-1].endswith("等"):
        yield not_checked("D28", f"{told(count, subject.unit)}，其名单没有列全", (count,))
        return
    said = f"{told(count, subject.unit)}，列出{len(names.items)}个"
    # 办公室和财务科 are two, 机关党委和人事处 may be one.
    joined = sum(len(JOINED.findall(each)) for each in names.items)
    if len(names.items) <= count.value <= len(names.items) + joined:
        yield holds("D28", f"{said}，一致。", (count,))
        return
    found = Decimal(len(names.items))
    yield fails("D28", f"{said}，不一致。", (count,), expected=found, actual=count.value, unit="个")


def subordinate_units(subject: Subject) -> Iterator[Finding]:
    """D28, second half: as many 所属单位 as are named; none of them when there are none."""
    count = subject.amount("org.subordinate_count")
    if count is None:
        yield not_disclosed("D28", ["所属单位数"])
    elif count.value:
        reason = f"{told(count, subject.unit)}，其名单没有逐个识别"
        yield not_checked("D28", reason, (count,))
    else:
        yield holds("D28", f"{told(count, subject.unit)}，没有应列的名单。", (count,))


def kind_of_unit(subject: Subject) -> Iterator[Finding]:
    """D29: 事业单位 have no administrative posts and no 机关运行经费; others have the latter."""
    kinds, others = subject.amounts(UNIT_KINDS), subject.amounts(OTHER_SUPPLY)
    if len(kinds) < len(UNIT_KINDS) or len(others) < len(OTHER_SUPPLY):
        yield not_disclosed("D29", subject.missing((*UNIT_KINDS, *OTHER_SUPPLY)))
        return
    if any(each.value for each in others) or not any(each.value for each in kinds):
        yield not_checked("D29", "另有差额、定额或自收自支单位，其性质没有说明", kinds)
        return
    administrative = kinds[0].value + kinds[1].value > 0
    yield _running_fits(subject, kinds, administrative)
    if not administrative:
        yield _no_administrative_posts(subject, kinds)


def _running_fits(subject: Subject, kinds: list[Amount], administrative: bool) -> Finding:
    running = subject.amount("running.amount")
    if running is None:
        return not_disclosed("D29", ["机关运行经费"])
    kind = "有行政或参公单位" if administrative else "只有事业单位"
    said = f"{kind}，{told(running, subject.unit)}"
    if (running.value > 0) is administrative:
        return holds("D29", f"{said}，相互一致。", (running, *kinds))
    return fails("D29", f"{said}，不一致。", (running, *kinds))


def _no_administrative_posts(subject: Subject, kinds: list[Amount]) -> Finding:
    posts = subject.amount("staff.posts_admin")
    if posts is None:
        return not_disclosed("D29", ["行政编制"])
    said = f"只有事业单位，{told(posts, subject.unit)}"
    if not posts.value:
        return holds("D29", f"{said}，相互一致。", (posts, *kinds))
    return fails("D29", f"{said}，不一致。", (posts, *kinds))


CHECKS: tuple[Check, ...] = (
    Sum("D19", "unit.units_total", ("unit.units_full", *OTHER_SUPPLY)),
    Sum("D20", "unit.units_full", UNIT_KINDS),
    ListedSum(
        "D21",
        "staff.posts",
        ("staff.posts_admin", "staff.posts_worker", "staff.posts_institution"),
        OTHER_POSTS,
    ),
    Sum(
        "D22",
        "staff.on_post",
        ("staff.on_post_full", "staff.on_post_partial", "staff.on_post_other"),
    ),
    Sum("D23", "staff.retired", ("staff.lixiu", "staff.tuixiu")),
    AtMost("D24", "staff.on_post", "staff.posts"),
    AtMost("D24", "vehicle.actual", "vehicle.quota"),
    Checked("D25", vehicles_held),
    Checked("D28", listed_offices),
    Checked("D28", subordinate_units),
    Checked("D29", kind_of_unit),
)
