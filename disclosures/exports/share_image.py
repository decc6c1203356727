"""The picture beside a shared address: a disclosure's name and its figures, as printed."""

from dataclasses import asdict, dataclass
from pathlib import Path

import orjson
import typst

from disclosures.exports.pdf import FONTS, NO_TIME

TEMPLATE = Path(__file__).parent / "typst" / "share.typ"
MEDIA_TYPE = "image/png"
WIDTH, HEIGHT = 1200, 630  # pixels, as the template's page is 600 by 315 points
PIXELS_AN_INCH = 144.0


@dataclass(frozen=True)
class Said:
    """A figure: its label, amount and unit ("" when not disclosed), its change in words."""

    label: str
    text: str
    unit: str
    change: str = ""


@dataclass(frozen=True)
class Picture:
    """What is on the picture."""

    site: str
    department: str
    title: str
    figures: tuple[Said, ...]
    nothing: str
    imprint: str


def drawn(picture: Picture) -> bytes:
    """The bytes of a PNG, WIDTH by HEIGHT; the same for the same words."""
    return bytes(
        typst.compile(
            str(TEMPLATE),
            format="png",
            ppi=PIXELS_AN_INCH,
            font_paths=FONTS,
            ignore_system_fonts=True,
            timestamp=NO_TIME,
            sys_inputs={"content": orjson.dumps(asdict(picture)).decode()},
        )
    )
