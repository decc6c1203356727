"""What stands beside an address of ours where it is passed on: its picture and its words."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext

from disclosures.exports import share_image
from disclosures.exports.keeping import kept
from disclosures.exports.share_image import Picture, Said
from disclosures.pages.amounts import Show
from disclosures.pages.kept import edition
from disclosures.pages.summary import KEY_FIGURES, Figures, Quote
from disclosures.queries import published
from disclosures.records.disclosure import Revision

SHOWN = ("exp.total", "sangong.total")


def image(request: HttpRequest, **names: Any) -> HttpResponse:
    """The picture of a revision that anyone may read, made once for each language."""
    revision = published.bare_revision(
        names["region"], names["department"], names["year"], names["kind"], names.get("number")
    )
    if revision is None:
        raise Http404
    path = kept(
        f"share/{revision.pk}/{get_language()}.png",
        edition(),
        lambda file: file.write(share_image.drawn(_picture(revision))),
    )
    return HttpResponse(path.read_bytes(), content_type=share_image.MEDIA_TYPE)


def title_of(revision: Revision) -> str:
    """Year and kind of a disclosure, without its department."""
    disclosure = revision.disclosure
    said = {"year": disclosure.fiscal_year_id, "kind": gettext(disclosure.get_kind_display())}
    return gettext("%(year)s年部门%(kind)s") % said


def figures_of(revision: Revision) -> tuple[Said, ...]:
    """Total expenditure and “三公”, as printed, each with its change in words."""
    figures = Figures(revision, Show.PRINTED)
    changes = {key: (change, percent) for key, change, percent, _ in KEY_FIGURES}
    made = []
    for key in SHOWN:
        quote = figures.quote(key)
        change, percent = (figures.optional(each) for each in changes[key])
        said = _change(change, percent) if quote.text else ""
        text = gettext(quote.nothing) if quote.nothing else quote.text
        made.append(Said(gettext(quote.label), text, _unit(quote), said))
    return tuple(made)


def _unit(quote: Quote) -> str:
    return gettext(quote.unit) if quote.unit else ""


def _change(change: Quote | None, percent: Quote | None) -> str:
    """比上年增加 12.30万元（3.1%）; "" when the document does not say."""
    if change is None:
        return ""
    if change.direction == "flat":
        return gettext("比上年持平")
    words = gettext("比上年增加") if change.direction == "up" else gettext("比上年减少")
    said = f"{words} {change.text.replace('-', '')}{_unit(change)}"
    return f"{said} ({percent.text.replace('-', '')}%)" if percent and percent.text else said


def _picture(revision: Revision) -> Picture:
    return Picture(
        site=gettext("部门预算公开平台"),
        department=revision.disclosure.department.name,
        title=title_of(revision),
        figures=figures_of(revision),
        nothing=gettext("未公开"),
        imprint=_imprint(revision),
    )


def _imprint(revision: Revision) -> str:
    """Which revision, of what day, from which file."""
    said = [gettext("第%(number)s版") % {"number": revision.number}]
    if revision.published_at:
        said.append(date_format(localtime(revision.published_at), gettext("Y年n月j日")))
    if revision.upload:
        said.append(f"SHA-256 {revision.upload.sha256[:16]}…")
    return " · ".join(said)
