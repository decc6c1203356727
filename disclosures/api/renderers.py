"""How answers are written, and how the caller says which way."""

from collections.abc import Mapping
from typing import Any

import orjson
from rest_framework.exceptions import NotAcceptable
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from disclosures.api.errors import invalid, repeated

FORMAT = "format"


class JsonRenderer(BaseRenderer):
    """JSON in UTF-8; decimals are strings, so that no reader rounds them."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        """The bytes of an answer."""
        return orjson.dumps(data, default=str)


class CsvRenderer(JsonRenderer):
    """Stands for CSV while the format is agreed on; the rows are then streamed past it.

    What is rendered here is a refusal, which is JSON whatever was asked for.
    """

    media_type = "text/csv"
    format = "csv"


class Negotiation(DefaultContentNegotiation):
    """`?format=` goes before `Accept`; a format that the endpoint lacks is refused by name."""

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """The renderer and its media type. Raises ParameterError or NotAcceptable."""
        asked = request.query_params.getlist(FORMAT)
        if len(asked) > 1:
            raise repeated(FORMAT)
        if not asked:
            return self._accepted(request, renderers)
        for renderer in renderers:
            if renderer.format == asked[0]:
                return renderer, renderer.media_type
        names = ", ".join(renderer.format for renderer in renderers)
        raise invalid(FORMAT, f"可用的格式：{names}。", f"the formats here are {names}.")

    def _accepted(self, request: Request, renderers: Any) -> tuple[BaseRenderer, str]:
        chosen = super().select_renderer(request, renderers)
        if chosen is None:
            raise NotAcceptable
        return chosen[0], chosen[0].media_type
