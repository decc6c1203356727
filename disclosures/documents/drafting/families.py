"""The family whose fixed sentences go with a table form and a kind of disclosure."""

from disclosures.documents.drafting import account, kunming_2022, kunming_2026, national
from disclosures.documents.drafting.family import Family
from disclosures.documents.forms.form import Form
from disclosures.records.disclosure import Kind

FAMILIES = (kunming_2022.FAMILY, kunming_2026.FAMILY, national.FAMILY)
_BY_FORM = {form: family for family in FAMILIES for form in family.forms}


def family_of(form: Form, kind: str = Kind.BUDGET) -> Family:
    """A form's own family; the national one for a place that has none; that of accounts for one."""
    return account.FAMILY if kind == Kind.FINAL else _BY_FORM.get(form.name, national.FAMILY)
