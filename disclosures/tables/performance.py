"""The header that the three tables of performance targets print."""

from disclosures.tables.columns import Column, Header

PERFORMANCE_HEADER: Header = (
    Column("unit_name"),
    Column("project_name"),
    Column("annual_goal"),
    Column("indicator_level_one"),
    Column("indicator_level_two"),
    Column("indicator_level_three"),
    Column("indicator_comparator"),
    Column("indicator_value"),
    Column("measurement_unit"),
    Column("indicator_attribute"),
    Column("indicator_content"),
)
PERFORMANCE_KEY = ("project_name", "indicator_level_three")
