"""How the cells of the official workbook look."""

from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook

FACE = {"font_name": "宋体", "font_size": 10, "valign": "vcenter"}
GRID = FACE | {"border": 1}
GREY = {"font_color": "#595959", "bg_color": "#F2F2F2", "italic": True}


@dataclass(frozen=True)
class Styles:
    """The formats of one workbook; amounts have one for each number of printed decimals."""

    book: Workbook
    title: Any
    note: Any
    unit: Any
    header: Any
    text: Any
    open_text: Any
    grey: Any
    grey_number: Any
    numbers: dict[tuple[int, bool, bool], Any]

    def number(self, places: int, *, is_grouped: bool = True, is_open: bool = False) -> Any:
        """The format of an amount that is printed with so many decimals."""
        key = places, is_grouped, is_open
        if key not in self.numbers:
            shape = ("#,##0" if is_grouped else "0") + ("." + "0" * places if places else "")
            made = GRID | {"num_format": shape, "align": "right", "locked": not is_open}
            self.numbers[key] = self.book.add_format(made)
        return self.numbers[key]


def styles_of(book: Workbook) -> Styles:
    """Make the formats of a workbook."""
    bold = {"bold": True, "align": "center"}
    wrapped = GRID | {"text_wrap": True}
    return Styles(
        book=book,
        title=book.add_format(FACE | bold | {"font_size": 16, "font_name": "黑体"}),
        note=book.add_format(FACE | {"text_wrap": True}),
        unit=book.add_format(FACE | {"align": "right"}),
        header=book.add_format(wrapped | bold | {"bg_color": "#E8EEEC"}),
        text=book.add_format(wrapped | {"num_format": "@"}),
        open_text=book.add_format(wrapped | {"num_format": "@", "locked": False}),
        grey=book.add_format(wrapped | GREY | {"num_format": "@"}),
        grey_number=book.add_format(GRID | GREY | {"align": "right"}),
        numbers={},
    )
