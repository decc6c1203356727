"""What pages say to readers of schema.org: a Dataset a disclosure, a DataCatalog for all."""

from typing import Any

import orjson
from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from disclosures.exports.kept import FORMATS
from disclosures.pages.addresses import absolute, address
from disclosures.pages.summary import KEY_FIGURES, Figures
from disclosures.records.disclosure import Revision

register = template.Library()

CONTEXT = "https://schema.org"
YUAN = "CNY"
# What could end the element or open a comment in it; JSON reads it as the same character.
ESCAPED = {ord(each): f"\\u{ord(each):04X}" for each in "<>&\u2028\u2029"}


@register.simple_tag
def structured(data: dict[str, Any] | None) -> SafeString:
    """Data as a block that no browser runs; nothing for None."""
    if not data:
        return SafeString("")
    said = orjson.dumps(data).decode().translate(ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{said}</script>')


def dataset(request: HttpRequest, revision: Revision, figures: Figures) -> dict[str, Any] | None:
    """A disclosure as schema.org/Dataset; None for what is not public."""
    if revision.preview_token:
        return None
    disclosure = revision.disclosure
    department, region = disclosure.department, disclosure.department.region
    year = disclosure.fiscal_year_id
    home = reverse("pages:department", args=(region.slug, department.slug))
    publisher = {
        "@type": "GovernmentOrganization",
        "name": department.name,
        "url": absolute(request, home),
    }
    permanent = absolute(request, address(revision, pinned=True))
    published = revision.published_at.isoformat() if revision.published_at else None
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "@id": permanent,
        "identifier": permanent,
        "url": absolute(request, address(revision)),
        "name": str(disclosure),
        "description": gettext(
            "%(disclosure)s：收支、“三公”经费、政府采购、重点项目与绩效目标，每个数字都能点回原文。"
        )
        % {"disclosure": disclosure},
        "inLanguage": "zh-Hans",
        "version": str(revision.number),
        "datePublished": published,
        "isAccessibleForFree": True,
        "creator": publisher,
        "publisher": publisher,
        "temporalCoverage": f"{year}-01-01/{year}-12-31",
        "spatialCoverage": {"@type": "Place", "name": region.name, "identifier": region.code},
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "url": absolute(request, reverse("pages:data")),
        },
        "variableMeasured": _measured(figures),
        "distribution": _distribution(request, revision),
    } | _source(request, revision)


def _measured(figures: Figures) -> list[dict[str, Any]]:
    """The key figures that are disclosed, in 元."""
    found = ((key, figures.yuan(key)) for key, *_ in KEY_FIGURES)
    return [
        {
            "@type": "PropertyValue",
            "propertyID": key,
            "name": gettext(figures.quote(key).label),
            "value": str(yuan),
            "unitCode": YUAN,
        }
        for key, yuan in found
        if yuan is not None
    ]


def _distribution(request: HttpRequest, revision: Revision) -> list[dict[str, str]]:
    """The files that a revision can be had as, and its answer of the API."""
    files = [
        (form.media_type, address(revision, "export", pinned=True, suffix=form.suffix))
        for form in FORMATS.values()
    ]
    disclosure = revision.disclosure
    place = (disclosure.department.region.slug, disclosure.department.slug)
    identity = ".".join((*place, str(disclosure.fiscal_year_id), disclosure.kind))
    files.append(("application/json", reverse("api:disclosure", args=(identity,))))
    return [
        {
            "@type": "DataDownload",
            "encodingFormat": media_type,
            "contentUrl": absolute(request, path),
        }
        for media_type, path in files
    ]


def _source(request: HttpRequest, revision: Revision) -> dict[str, Any]:
    """The file it was taken from, by its hash."""
    if revision.upload is None:
        return {}
    return {
        "isBasedOn": {
            "@type": "MediaObject",
            "name": revision.upload.name,
            "sha256": revision.upload.sha256,
            "contentUrl": absolute(request, address(revision, "source", pinned=True)),
        }
    }


def catalogue(request: HttpRequest, years: list[int]) -> dict[str, Any]:
    """All that is published as schema.org/DataCatalog: a Dataset a year."""
    return {
        "@context": CONTEXT,
        "@type": "DataCatalog",
        "url": absolute(request, reverse("pages:data")),
        "name": gettext("部门预算公开平台"),
        "description": gettext(
            "按年度成套下载全部已公开的数据，或用接口按条件查取。金额为元，每个数字都带原文、空缺类别与出处。"
        ),
        "dataset": [_of_year(request, year) for year in years],
    }


def _of_year(request: HttpRequest, year: int) -> dict[str, Any]:
    title = gettext("%(year)s年部门预算、决算公开数据") % {"year": year}
    return {
        "@type": "Dataset",
        "name": title,
        "description": gettext("%(year)s年已公开的全部数据：CSV（UTF-8）与 datapackage.json。")
        % {"year": year},
        "temporalCoverage": f"{year}-01-01/{year}-12-31",
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": "application/zip",
                "contentUrl": absolute(request, reverse("pages:data-archive", args=(year,))),
            }
        ],
    }
