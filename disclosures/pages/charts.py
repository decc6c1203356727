"""What a chart draws, as data of our own: the script makes the picture, the table says it all.

Every value comes with its exact text; the number beside it only places the drawing.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Chart:
    """One chart: `kind` is treemap, flow, trend or bars; `source` says what and which revision."""

    name: str
    kind: str
    title: str
    unit: str
    source: str
    summary: str = ""
    drawn: dict[str, Any] = field(default_factory=dict)

    @property
    def data(self) -> dict[str, Any]:
        """The data as the script reads it."""
        return {
            "kind": self.kind,
            "title": self.title,
            "unit": self.unit,
            "source": self.source,
            "summary": self.summary,
            **self.drawn,
        }
