"""Where the tables print what a narrative quotes: statement key to line of a balance or column."""

from disclosures.tables.lines import Line

# Sources of income in 财务收支预算总表 (the general budget may be told with what was carried over).
INCOME_LINES = {
    "income.fund": Line.GOVERNMENT_FUND,
    "income.capital": Line.STATE_CAPITAL,
    "income.special_account": Line.SPECIAL_ACCOUNT,
    "income.business": Line.SERVICE_INCOME,
    "income.operating": Line.BUSINESS_INCOME,
    "income.superior": Line.SUPERIOR_SUBSIDY,
    "income.subordinate": Line.REMITTED_INCOME,
    "income.other": Line.OTHER_INCOME,
}
FISCAL_LINES = {
    "fiscal.total": Line.INCOME_TOTAL,
    "fiscal.this_year": Line.INCOME_THIS_YEAR,
    "fiscal.carry": Line.CARRIED_FORWARD,
    "fiscal.general": Line.GENERAL_BUDGET,
    "fiscal.fund": Line.GOVERNMENT_FUND,
    "fiscal.capital": Line.STATE_CAPITAL,
}
THREE_PUBLIC_COLUMNS = {
    "sangong.total": "total",
    "sangong.abroad": "abroad",
    "sangong.reception": "reception",
    "sangong.vehicle": "vehicles",
    "sangong.vehicle_purchase": "vehicle_purchase",
    "sangong.vehicle_run": "vehicle_running",
}
# What is bought, by the first letter of its 品目.
PROCUREMENT_LETTERS = {"proc.goods": "A", "proc.works": "B", "proc.services": "C"}
# The table that tells a family of figures: declared empty, it says that there is none of them.
TOLD_BY = {"sangong.": "three-public", "proc.": "procurement"}


def table_of(key: str) -> str:
    """The table whose emptiness says that there is nothing of a figure; "" for none."""
    return next((table for family, table in TOLD_BY.items() if key.startswith(family)), "")
