"""The government's own economic classification, which some forms print beside the department's."""

from disclosures.tables.columns import Column

GOVERNMENT = (
    Column("government_economic_code", is_optional=True),
    Column("government_economic_name", is_optional=True),
)
