"""The forms, found by discovery, and the choice of one for a document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from disclosures.documents import forms
from disclosures.documents.forms.form import Form
from disclosures.documents.forms.national import FORM as NATIONAL
from disclosures.records.disclosure import Kind

# Modules of this folder that are no place and year; every other one must declare its FORM.
MACHINERY = frozenset({"form", "jiangsu_cities", "meaning", "national", "registry", "yunnan"})

CITY = 4  # digits of a division that name its city


def _declared() -> Iterator[Form]:
    for module in iter_modules(forms.__path__):
        if module.name not in MACHINERY:
            yield import_module(f"{forms.__name__}.{module.name}").FORM


FORMS: dict[str, Form] = {
    form.name: form for form in sorted(_declared(), key=lambda form: (form.region_code, form.name))
}


def form_named(name: str) -> Form | None:
    """A form by its name, the national one among them; None for a name that is none."""
    return NATIONAL if name == NATIONAL.name else FORMS.get(name)


@dataclass(frozen=True)
class Choice:
    """The form chosen for a document; `note` says so when it is not that place and year's own.

    `is_own`: the form's city and year are the document's, so that its tables are to be expected.
    """

    form: Form
    note: str = ""
    is_own: bool = True


def form_for(
    region_code: str, year: int | None, titles: Sequence[str] = (), kind: Kind = Kind.BUDGET
) -> Choice | None:
    """The form of a document: its place's own, else that of the nearest place and year.

    `region_code` is the publisher's division ("" when unknown), `titles` the document's own list
    of tables. A place without forms takes its city's or province's; a document whose place is
    unknown takes a form only when that form knows more than half of the listed titles. A form by
    meaning is of its own place and years alone: elsewhere the national one says as much. None
    when no form fits.
    """
    if own := _own_by_meaning(region_code, year, kind):
        return Choice(own)
    of_kind = [form for form in FORMS.values() if form.kind == kind and not form.by_meaning]
    near = _nearest_places(of_kind, region_code)
    if not near and not region_code:
        near = [form for form in of_kind if 2 * _known(form, titles) > len(titles)]
    if not near:
        return None
    form = min(near, key=lambda each: _distance(each, year, titles))
    return _choice(form, region_code, year)


def forms_of(region_code: str, year: int, kind: Kind = Kind.BUDGET) -> tuple[Choice, ...]:
    """The forms that a place's department may fill in for a year, the fittest first.

    Those of its place and year, else the nearest (which says so); the national form comes last.
    Empty where no form is of that kind.
    """
    of_kind = [form for form in FORMS.values() if form.kind == kind]
    own = [form for form in _nearest_places(of_kind, region_code) if form.covers(year)]
    found = [_choice(form, region_code, year) for form in own]
    if not own and (nearest := form_for(region_code, year, kind=kind)):
        found = [nearest]
    return (*found, *([Choice(NATIONAL)] if kind == NATIONAL.kind else ()))


def _choice(form: Form, region_code: str, year: int | None) -> Choice:
    return Choice(form, _note(form, region_code, year), _is_own(form, region_code, year))


def form_to_begin(region_code: str, year: int) -> Form:
    """The form that a new budget is written in: its own, else that of the nearest year of its

    place, else the national one.
    """
    if choice := form_for(region_code, year):
        return choice.form
    near = [form for form in FORMS.values() if form.region_code == region_code]
    return min(near, key=lambda form: form.years_from(year), default=NATIONAL)


def _own_by_meaning(region_code: str, year: int | None, kind: Kind) -> Form | None:
    if year is None:
        return None
    own = (form for form in FORMS.values() if form.by_meaning and form.kind == kind)
    return next((f for f in own if f.region_code == region_code and f.covers(year)), None)


def _nearest_places(candidates: Sequence[Form], region_code: str) -> list[Form]:
    for shared in (6, 4, 2):
        near = [form for form in candidates if form.region_code[:shared] == region_code[:shared]]
        if near and len(region_code) >= shared:
            return near
    return []


def _distance(form: Form, year: int | None, titles: Sequence[str]) -> tuple[int, int, int]:
    """The nearest year first; among equals, whose own list of tables is most like the titles."""
    away = 0 if year is None else form.years_from(year)
    unlike = len(form.tables) + len(titles) - 2 * _own(form, titles)
    return away, unlike, -form.year_to


def _known(form: Form, titles: Sequence[str]) -> int:
    return sum(form.table_titled(title) is not None for title in titles)


def _own(form: Form, titles: Sequence[str]) -> int:
    return sum(any(each.is_titled(title) for each in form) for title in titles)


def _is_own(form: Form, region_code: str, year: int | None) -> bool:
    """Whether the form is that city's, or a district's of it, and that year's."""
    same_city = region_code[:CITY] == form.region_code[:CITY]
    return same_city and year is not None and form.covers(year)


def _note(form: Form, region_code: str, year: int | None) -> str:
    if year is None:
        return f"文件未写明年度，按所列表名沿用“{form.label}”。"
    if not region_code:
        return f"文件未写明地区，按所列表名沿用“{form.label}”。"
    if form.region_code == region_code and form.covers(year):
        return ""
    return f"没有地区{region_code}、{year}年的表式，沿用最相近的“{form.label}”。"
