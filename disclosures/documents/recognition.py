"""Is this a department's disclosure, and which? Everything else is refused with the reason."""

import re

from disclosures.classification.figures import Kind
from disclosures.documents.narrative.sections import sections_of
from disclosures.documents.narrative.wording import folded
from disclosures.documents.refusal import Refusal, RefusedError
from disclosures.records.narrative import Narrative, Section

SHORTEST = 200
FEWEST_SECTIONS = 4
SUBJECT = re.compile(r"(?:部门|单位)(?:\S{0,6})?(?:预算|决算)|年(?:度)?(?:预算|决算)公开|编制说明")
GOVERNMENT = re.compile(
    r"(?:一般公共预算收支|政府性基金收支|预算执行情况和\S{0,8}预算草案|政府债务限额)"
)


def recognise(text: str) -> tuple[Section, ...]:
    """The sections of a disclosure's narrative.

    Raises RefusedError for what is none: too short, about something else, or without sections.
    """
    words = "".join(text.split())
    if len(words) < SHORTEST:
        raise RefusedError(
            "too_short",
            f"全文只有 {len(words)} 个字，不是完整的部门预算公开。请上传全文。"
            "The text is too short.",
        )
    sections = sections_of(text)
    present = [each for each in sections if 1 <= each.number <= 9]
    if not SUBJECT.search(words):
        raise RefusedError(
            "not_a_disclosure",
            "没有找到“部门预算”“部门决算”或“编制说明”的字样，这不是部门预算公开文件。"
            "请上传部门预算公开的编制说明。This is not a department's budget disclosure.",
        )
    if len(present) < FEWEST_SECTIONS:
        if GOVERNMENT.search(words):
            raise RefusedError(
                "government_budget",
                "这像是政府总预算报告，不是部门预算公开。This is a government budget report.",
            )
        raise RefusedError(
            "no_sections",
            f"编制说明应有九个部分，只找到 {len(present)} 个标题。"
            "请检查是否缺页，或是否为部门预算公开。"
            "The sections of the narrative were not found.",
        )
    return sections


HEAD = 12  # lines within which a paper says what it is
LONGEST_TITLE = 60
# What a finance bureau sends to a department is no disclosure, though it tells the same figures.
ORDER = re.compile(
    r"关于(?:批复|下达|核定|核批|调整|追加|编制|编报|报送|申报|审核|做好|印发|转发)[^\n。]{0,40}(?:预算|决算)"
    r"[^\n。]{0,24}(?:通知|批复|函|请示|报告|意见|办法|方案)$"
)
# How a budget is carried out is another paper than the budget.
ABOUT = re.compile(
    r"(?:预算执行|支出进度|执行进度)(?:情况)?的?(?:分析|通报|说明|报告|汇报)?(?:报告)?$"
)
OWN_TITLE = re.compile(
    r"(?:部门|单位)(?:综合|汇总)?(?:预算|决算)(?:信息)?(?:公开|情况|编制|的?说明)*$"
)
# 收入预算XX万元: a form that nobody has filled in.
UNFILLED = re.compile(r"(?:[XxＸ×*_△○〇]{2,12}|[为算费出入购计中物程务,]|\n)[ ]{0,12}万?元")
FEWEST_UNFILLED = 3


def order_to_a_department(text: str) -> Refusal | None:
    """Why a text is a letter about a budget and no disclosure: its title comes first."""
    lines = ("".join(line.split()) for line in folded(text).split("\n"))
    titles = [line for line in lines if line][:HEAD]
    for title in (line for line in titles if len(line) <= LONGEST_TITLE):
        if ORDER.search(title) or ABOUT.search(title):
            return Refusal(
                "notice",
                "这像是公文或工作材料，不是部门预算公开文件。请上传部门（单位）预算或决算的公开文件。"
                "This is another paper: notice.",
            )
        if OWN_TITLE.search(title):
            return None
    return None


def unfilled_form(narrative: Narrative) -> Refusal | None:
    """Why a narrative without any amount is a form that nobody has filled in."""
    if any(each.figure.kind is Kind.MONEY for each in narrative.statements):
        return None
    if len(UNFILLED.findall(folded(narrative.text))) < FEWEST_UNFILLED:
        return None
    return Refusal(
        "unfilled",
        "这像是没有填写数字的模板，不是部门预算公开文件。请上传填好的公开文件。"
        "This is a form that nobody has filled in.",
    )
