"""What the rows of each table add up to by code, or why that is not told; all rows with no code."""

from django.db.models import Case, F, Value, When

from disclosures.queries.api_addresses import revision_page
from disclosures.queries.api_columns import Column, Said, money, number, text
from disclosures.queries.api_listing import ByRevision, Listing
from disclosures.queries.api_revisions import context, public
from disclosures.records.code_sum import WHOLE, CodeSum, Refusal
from disclosures.records.fields import MoneyField

CODED_COLUMNS = (("function_code", "功能科目编码"), ("economic_code", "部门经济科目编码"))
# What is not told of a code is told of the whole: it stands beside the printed total.
TOLD = Case(
    When(code=WHOLE, then=F("yuan")), When(refusal="", then=F("yuan")), output_field=MoneyField()
)
AT = revision_page("revision__", Value("tables/"), "table", Value("/"))
CODE_SUMS = Listing(
    name="code-sums",
    title="科目合计（本站相加）",
    model=CodeSum,
    rows=lambda: public(CodeSum),
    columns=(
        *context(),
        number("position", "position", "次序"),
        Column("table", "table", "表"),
        Column("column", "column", "编码栏", choices=CODED_COLUMNS),
        text("code", "code", "科目编码，全部各行相加时为空"),
        money("yuan", TOLD, "各行相加"),
        money("printed", "printed", "表内合计"),
        Column(
            "refusal",
            Said("refusal"),
            "不作合计的原因",
            nullable=True,
            choices=tuple(Refusal.choices),
        ),
        Column("page", AT, "本表永久地址"),
    ),
    order=ByRevision(),
)
