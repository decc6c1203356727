"""Which figure a stated change belongs to, with its percentage and its reason."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """A figure of this year, with the keys of its stated change, percentage and own reason.

    `elsewhere` are the keys of reasons that may serve it where it has none of its own: those of
    its whole, or of its parts.
    """

    figure: str
    delta: str
    percentage: str = ""
    reason: str = ""
    elsewhere: tuple[str, ...] = ()


INCOME_REASONS = ("income.delta_reason", "income.general_reason", "income.other_reason")
THREE_PUBLIC_REASONS = (
    "sangong.total_reason",
    "sangong.abroad_reason",
    "sangong.reception_reason",
    "sangong.vehicle_reason",
)


def _three_public(item: str, reason: str = "") -> Change:
    key = f"sangong.{item}"
    return Change(key, f"{key}_delta", f"{key}_pct", reason, THREE_PUBLIC_REASONS)


CHANGES = (
    Change(
        "income.total", "income.delta", "income.delta_pct", "income.delta_reason", INCOME_REASONS
    ),
    Change("income.general", "income.general_delta", "", "income.general_reason", INCOME_REASONS),
    Change("income.other", "income.other_delta", "", "income.other_reason", INCOME_REASONS),
    Change("fiscal.total", "fiscal.delta", "fiscal.delta_pct", "fiscal.delta_reason"),
    Change("exp.total", "exp.delta", "exp.delta_pct", "exp.reason"),
    Change("exp.basic", "exp.basic_delta", "exp.basic_delta_pct", "exp.basic_reason"),
    Change("exp.project", "exp.project_delta", "exp.project_delta_pct", "exp.project_reason"),
    _three_public("total", "sangong.total_reason"),
    _three_public("abroad", "sangong.abroad_reason"),
    _three_public("reception", "sangong.reception_reason"),
    _three_public("vehicle", "sangong.vehicle_reason"),
    _three_public("vehicle_purchase"),
    _three_public("vehicle_run"),
    Change("running.amount", "running.delta", "running.delta_pct", "running.reason"),
    Change("entrusted.amount", "entrusted.delta", "entrusted.delta_pct", "entrusted.reason"),
)

# Year-end balances: no percentage and no reason is asked of them.
ASSET_CHANGES = (
    Change("asset.total", "asset.delta_total"),
    Change("asset.current", "asset.delta_current"),
    Change("asset.fixed", "asset.delta_fixed"),
    Change("asset.investment", "asset.delta_investment"),
    Change("asset.cip", "asset.delta_cip"),
    Change("asset.intangible", "asset.delta_intangible"),
    Change("asset.other", "asset.delta_other"),
)
DELTAS = frozenset(each.delta for each in (*CHANGES, *ASSET_CHANGES))
