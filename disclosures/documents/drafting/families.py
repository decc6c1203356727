"""The family whose fixed sentences go with a table form."""

from disclosures.documents.drafting import kunming_2022, kunming_2026, national
from disclosures.documents.drafting.family import Family
from disclosures.documents.forms.form import Form

FAMILIES = (kunming_2022.FAMILY, kunming_2026.FAMILY, national.FAMILY)
_BY_FORM = {form: family for family in FAMILIES for form in family.forms}


def family_of(form: Form) -> Family:
    """A form's own family; the national one for a place that has none."""
    return _BY_FORM.get(form.name, national.FAMILY)
