"""A disclosure as PDF, typeset from data alone; the same revision always gives the same bytes."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson
import pylopdf_fonts_zh_cn
import typst

from disclosures.exports.pdf_columns import Columns, columns_of
from disclosures.exports.statutory import PrintedTable, Statutory, printed
from disclosures.tables.layout import BodyCell, spans

MEDIA_TYPE = "application/pdf"
TEMPLATE = Path(__file__).parent / "typst" / "disclosure.typ"
FONTS = [str(Path(pylopdf_fonts_zh_cn.sans_path()).parent)]
NO_TIME = 0  # the document's date is the revision's, printed in it; the file has none


def pdf_document(content: Statutory) -> bytes:
    """The bytes of a PDF, tagged, with its own fonts."""
    return bytes(
        typst.compile(
            str(TEMPLATE),
            format="pdf",
            font_paths=FONTS,
            ignore_system_fonts=True,
            timestamp=NO_TIME,
            sys_inputs={"content": orjson.dumps(_data(content)).decode()},
        )
    )


def _data(content: Statutory) -> dict[str, Any]:
    return {
        "title": content.title,
        "department": content.department,
        "imprint": content.imprint,
        "paragraphs": [{"text": p.text, "heading": p.is_heading} for p in content.paragraphs],
        "tables": [_table(number, each) for number, each in enumerate(content.tables, start=1)],
    }


def _table(number: int, table: PrintedTable) -> dict[str, Any]:
    layout = table.layout
    columns = columns_of(table) if layout.header else Columns((), 0)
    of_numbers = {
        column
        for line in layout.body
        for column, body in enumerate(line)
        if body.cell is not None and isinstance(body.cell.value, Decimal)
    }
    return {
        "number": number,
        "title": table.title,
        "code": table.sheet_code,
        "unit": table.unit,
        "below": table.below,
        "beside": table.beside,
        "widths": columns.widths,
        "size": columns.size,
        "is_kept": table.is_kept,
        "header": [
            {
                "lines": columns.lines(left, cell.text) if left == right else [cell.text],
                "colspan": cell.colspan,
                "rowspan": cell.rowspan,
            }
            for (_, left, _, right), cell in spans(layout.header)
        ],
        "body": [
            {
                "lines": columns.lines(column, printed(body.cell)),
                "number": column in of_numbers,
                "tall": is_tall,
            }
            for line, is_tall in ((each, _is_tall(columns, each)) for each in layout.body)
            for column, body in enumerate(line)
        ],
    }


def _is_tall(columns: Columns, line: Sequence[BodyCell]) -> bool:
    """Whether a row may go on over the page: one cell that may not would keep all from it."""
    return any(columns.is_tall(column, printed(each.cell)) for column, each in enumerate(line))
