"""Small PDFs for the tests, typeset on the spot."""

from pathlib import Path

import pylopdf_fonts_zh_cn
import typst

FONTS = [str(Path(pylopdf_fonts_zh_cn.sans_path()).parent)]
PAGE = '#set text(font: "Noto Sans SC", size: 10pt)\n#set page(width: 595pt, height: 842pt{more})\n'


def pdf(body: str, more: str = "") -> bytes:
    """A PDF of Typst markup; `more` are settings of the page."""
    source = PAGE.replace("{more}", more) + body
    return bytes(
        typst.compile(source.encode(), format="pdf", font_paths=FONTS, ignore_system_fonts=True)
    )


def table(rows: list[list[str]], columns: int | str, header: str = "") -> str:
    """A ruled table of plain rows; `header` is markup of header cells."""
    cells = "".join(f"[{text}]," for row in rows for text in row)
    return f"#table(columns: {columns}, {header}{cells})\n"
