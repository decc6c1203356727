"""An endpoint: a listing with its filters, its row's serializer and the view made of them."""

from dataclasses import dataclass
from inspect import cleandoc
from typing import Any

from django_filters import Filter
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view

from disclosures.api.filters import Narrowing, filterset
from disclosures.api.paging import CURSOR, LIMIT, PageForm
from disclosures.api.parameter_schema import described
from disclosures.api.renderers import FORMAT
from disclosures.api.serializers import ErrorSerializer, page
from disclosures.api.views import MOST_CSV_ROWS, ListingView
from disclosures.queries.api_listing import Listing

FORMATS = OpenApiParameter(
    FORMAT,
    {"type": "string", "enum": ["json", "csv"]},
    description=(
        f"json 分页；csv 一次给出全部行（至多 {MOST_CSV_ROWS} 行，UTF-8 带 BOM），"
        "不与 limit、cursor 同用"
    ),
)


@dataclass(frozen=True)
class Endpoint:
    """One address that lists rows. `serializer` describes a row; `tag` groups the documentation."""

    listing: Listing
    filters: dict[str, Filter]
    serializer: Any
    tag: str

    @property
    def name(self) -> str:
        """What its classes are named after: the model."""
        return self.listing.model.__name__

    def view(self) -> type[ListingView]:
        """The view class, documented."""
        narrowing = filterset(self.name, self.filters)
        known = frozenset({*narrowing.every, LIMIT, CURSOR, FORMAT})
        contents = {"listing": self.listing, "filterset": narrowing, "parameters": known}
        made = type(f"{self.name}ListView", (ListingView,), contents)
        return extend_schema_view(get=self._described(narrowing))(made)

    def _described(self, narrowing: type[Narrowing]) -> Any:
        forms = {name: each.field for name, each in narrowing.every.items()}
        return extend_schema(
            operation_id=f"list_{self.listing.name.replace('-', '_').replace('/', '_')}",
            summary=self.listing.title,
            description=cleandoc(self.listing.model.__doc__ or ""),
            tags=[self.tag],
            parameters=[*map(described, (forms | PageForm.base_fields).items()), FORMATS],
            responses={
                (200, "application/json"): page(self.name, self.serializer),
                (200, "text/csv"): OpenApiTypes.STR,
                (400, "application/json"): ErrorSerializer,
                (406, "application/json"): ErrorSerializer,
            },
        )
