"""The narrative: sections whole, quoted figures with their sentence, explained terms."""

import json
from typing import Any

from django.db.models import Expression, F, Func, TextField
from django.db.models.functions import Substr
from django.db.models.sql.compiler import SQLCompiler

from disclosures.classification.figures import FAMILIES, FIGURES, Figure
from disclosures.queries.api_addresses import figure_page
from disclosures.queries.api_columns import (
    Column,
    TrimmedScale,
    ValueKind,
    money,
    number,
    text,
)
from disclosures.queries.api_listing import ByRevision, Listing
from disclosures.queries.api_revisions import context, public
from disclosures.records.narration import GlossaryTerm, NarrativeSection, QuotedFigure


class Catalogued(Func):
    """What the catalogue of figures says of a key: one attribute, families included."""

    output_field = TextField()

    def __init__(self, key: str, attribute: str) -> None:
        super().__init__(F(key))
        self.attribute = attribute

    def as_sql(self, compiler: SQLCompiler, connection: Any, *_: Any, **__: Any) -> Any:
        """A JSON object for the plain keys, one pattern for each family."""
        key, parameters = compiler.compile(self.source_expressions[0])
        said = json.dumps({key: self._says(figure) for key, figure in FIGURES.items()})
        sql, values = f"COALESCE((%s::jsonb) ->> {key}, CASE", [said, *parameters]
        for pattern, figure in FAMILIES:
            sql += f" WHEN {key} ~ %s THEN %s"
            values += [*parameters, f"^(?:{pattern.pattern})$", self._says(figure)]
        return f"{sql} END)", values

    def _says(self, figure: Figure) -> str:
        return str(getattr(figure, self.attribute))


def excerpt(start: str, end: str, path: str = "revision__") -> Expression:
    """The document's own words from one offset to another."""
    return Substr(f"{path}text", F(start) + 1, F(end) - F(start))


SECTIONS = Listing(
    name="narrative-sections",
    title="编制说明章节",
    model=NarrativeSection,
    rows=lambda: public(NarrativeSection),
    columns=(
        *context(),
        number("number", "number", "序号"),
        text("heading", "heading", "标题"),
        number("start", "start", "起始字符"),
        number("end", "end", "结束字符"),
        Column("text", excerpt("start", "end"), "全文"),
    ),
    order=ByRevision(("number", "number")),
)

FIGURE_COLUMNS = (
    number("position", "position", "次序"),
    Column("key", "key", "指标"),
    Column("label", Catalogued("key", "label"), "指标名称"),
    Column("type", Catalogued("key", "kind"), "指标类型"),
    Column("value", TrimmedScale("value"), "数值（原文单位）", ValueKind.DECIMAL, nullable=True),
    text("unit", "unit", "原文单位"),
    money("yuan", "yuan", "金额（元）"),
    text("words", "words", "文字"),
    Column("items", "items", "列举", ValueKind.LIST),
    Column("printed", "printed", "原文"),
    Column("section", "section", "所在章节"),
    number("start", "start", "起始字符"),
    number("end", "end", "结束字符"),
    Column("sentence", excerpt("sentence_start", "sentence_end"), "所在句子"),
    number("sentence_start", "sentence_start", "句子起始字符"),
    number("sentence_end", "sentence_end", "句子结束字符"),
    Column("page", figure_page("revision__", "key"), "永久地址"),
)
FIGURES_STATED = Listing(
    name="figures",
    title="编制说明引用数据",
    model=QuotedFigure,
    rows=lambda: public(QuotedFigure),
    columns=(*context(), *FIGURE_COLUMNS),
    order=ByRevision(),
)
GLOSSARY = Listing(
    name="glossary",
    title="专业名词解释",
    model=GlossaryTerm,
    rows=lambda: public(GlossaryTerm),
    columns=(
        *context(),
        number("position", "position", "次序"),
        Column("term", "term", "名词"),
        Column("definition", "definition", "解释"),
        number("start", "start", "起始字符"),
        number("end", "end", "结束字符"),
    ),
    order=ByRevision(),
)
