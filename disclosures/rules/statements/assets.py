"""D17-D18: the state assets of section 九, by class, and whether their changes can be."""

from collections.abc import Iterator

from disclosures.rules.amount import Amount, summed
from disclosures.rules.declaration import Check, Checked
from disclosures.rules.finding import Finding
from disclosures.rules.listing import ListedSum
from disclosures.rules.subject import Subject
from disclosures.rules.verdict import fails, holds, not_disclosed
from disclosures.rules.wording import listed, money

CLASSES = {
    "asset.current": "asset.delta_current",
    "asset.fixed": "asset.delta_fixed",
    "asset.investment": "asset.delta_investment",
    "asset.cip": "asset.delta_cip",
    "asset.intangible": "asset.delta_intangible",
    "asset.other": "asset.delta_other",
}
# Classes of the accounting standards that some departments list beside the six of the form.
OTHER_CLASSES = (
    "公共基础设施",
    "政府储备物资",
    "文物文化资产",
    "文物资源",
    "保障性住房",
    "受托代理资产",
    "长期股权投资",
    "长期债券投资",
    "长期待摊费用",
    "待处理财产损溢",
    "待处置资产",
    "使用权资产",
    "其他非流动资产",
    "PPP项目净资产",
)


def implied_changes(subject: Subject) -> Iterator[Finding]:
    """D18: what the stated changes leave to the other classes must be possible.

    The implied figure of last year (this year's less the change) of the unstated classes together,
    and of each stated class, may not be below zero.
    """
    needed = ("asset.delta_total", *CLASSES)
    change, values = subject.amount("asset.delta_total"), subject.amounts(CLASSES)
    if change is None or len(values) < len(CLASSES):
        yield not_disclosed("D18", subject.missing(needed))
        return
    yield _unstated(subject, change, values)
    for key, delta in CLASSES.items():
        value, stated = subject.amount(key), subject.amount(delta)
        if value and stated and value.value < stated.value:
            gap = money(value.value - stated.value, subject.unit)
            message = f"{value.label}推算的上年数为{gap}，不可能为负。"
            yield fails("D18", message, (value, stated))


def _unstated(subject: Subject, change: Amount, values: list[Amount]) -> Finding:
    stated = subject.amounts(CLASSES.values())
    told_keys = {each.key for each in stated}
    rest = [each for each in values if CLASSES[each.key] not in told_keys]
    implied = change.value - summed(stated)
    before = summed(rest) - implied
    unit = subject.unit
    names = listed(each.label for each in rest) or "各类资产以外"
    said = (
        f"资产总额增减{money(change.value, unit)}，已说明的各类增减合计"
        f"{money(change.value - implied, unit)}，推算{names}增减{money(implied, unit)}"
    )
    inputs = (change, *stated, *rest)
    if before < 0 or (implied and not rest):
        message = f"{said}，由此推算其上年数为{money(before, unit)}，不合理。"
        return fails("D18", message, inputs)
    message = f"{said}，由此推算其上年数为{money(before, unit)}，合理。"
    return holds("D18", message, inputs, difference=implied or None, unit="元")


CHECKS: tuple[Check, ...] = (
    ListedSum("D17", "asset.total", tuple(CLASSES), OTHER_CLASSES),
    Checked("D18", implied_changes),
)
