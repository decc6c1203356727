"""What every endpoint has in common, and the one view that serves every listing."""

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from django.http import HttpResponseBase, StreamingHttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control, set_response_etag
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from disclosures.api import errors
from disclosures.api.filters import Narrowing
from disclosures.api.paging import CURSOR, LIMIT, page
from disclosures.api.parameters import check, refusal
from disclosures.api.renderers import FORMAT, CsvRenderer, JsonRenderer, Negotiation
from disclosures.exports.csv import rows_as_csv
from disclosures.queries.api_listing import Listing

FRESH_SECONDS = 60
MOST_CSV_ROWS = 200_000


class ApiView(APIView):
    """Read only, open to all, strict about parameters; `parameters` are those it knows."""

    renderer_classes: Any = (JsonRenderer,)
    content_negotiation_class = Negotiation
    metadata_class = None
    parameters: ClassVar[frozenset[str]] = frozenset({FORMAT})

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Agree on the format, then refuse parameters that mean nothing here."""
        super().initial(request, *args, **kwargs)
        if request.method in ("GET", "HEAD"):
            check(request.query_params, self.parameters)

    def get_exception_handler(self) -> Callable[..., Response | None]:
        """Refusals have one shape."""
        return errors.answer

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        """Let caches keep a success for a minute and ask again with its ETag."""
        response = super().finalize_response(request, response, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        if not isinstance(response, Response):
            return response
        if response.exception:
            response.accepted_renderer = JsonRenderer()
            response.accepted_media_type = JsonRenderer.media_type
            patch_cache_control(response, no_store=True)
            return response
        patch_cache_control(response, public=True, max_age=FRESH_SECONDS)
        response.add_post_render_callback(lambda rendered: _conditional(request, rendered))
        return response


def _conditional(request: Request, response: Any) -> Any:
    set_response_etag(response)
    return get_conditional_response(request, etag=response["ETag"], response=response)


class ListingView(ApiView):
    """One listing: pages of JSON, or all its rows as one CSV file, from the same query."""

    renderer_classes = (JsonRenderer, CsvRenderer)
    listing: ClassVar[Listing]
    filterset: ClassVar[type[Narrowing]]

    def get(self, request: Request) -> HttpResponseBase:
        """The rows that the filters leave."""
        rows = self._narrowed(request)
        if request.accepted_renderer.format == CsvRenderer.format:
            return self._csv(request, rows)
        return Response(page(self.listing, rows, request.query_params, request.path))

    def _narrowed(self, request: Request) -> Any:
        filters = self.filterset(request.query_params, self.listing.rows())
        if not filters.is_valid():
            raise refusal(filters.form)
        return filters.qs

    def _csv(self, request: Request, rows: Any) -> HttpResponseBase:
        for name in (LIMIT, CURSOR):
            if name in request.query_params:
                message = "CSV 一次给出全部行。", "a CSV file holds every row."
                raise errors.invalid(name, *message)
        if rows.order_by()[MOST_CSV_ROWS : MOST_CSV_ROWS + 1].exists():
            raise errors.too_many_rows(MOST_CSV_ROWS)
        ordered, columns = self.listing.ordered(rows), self.listing.csv_columns
        pieces = () if request.method == "HEAD" else rows_as_csv(ordered, columns)
        return _file(self.listing.name.replace("/", "-"), pieces)


def _file(name: str, pieces: Iterable[bytes]) -> HttpResponseBase:
    response = StreamingHttpResponse(pieces, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    patch_cache_control(response, public=True, max_age=FRESH_SECONDS)
    return response


class NothingHere(ApiView):
    """Whatever address below the API's root does not exist."""

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        """Always a 404 in JSON."""
        raise NotFound
