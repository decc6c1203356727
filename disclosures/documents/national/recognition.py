"""Is this the narrative of a department's disclosure, in whichever city's form? Else: why not."""

import re

from disclosures.classification.figures import Kind, figure_of
from disclosures.documents.narrative.wording import folded
from disclosures.documents.national.papers import other_paper
from disclosures.documents.national.read import read_national
from disclosures.documents.refusal import Refusal
from disclosures.records.narrative import Narrative

SHORTEST = 200
SUBJECT = re.compile(
    r"(?:部门|单位)(?:综合|收支)?(?:预算|决算)|20\d\d年度?(?:预算|决算)(?:公开|情况|说明|编制)"
)
# A disclosure states figures of several of these; a letter or a work summary of one at most.
TOPICS = {
    "totals": ("income.total", "exp.total"),
    "fiscal": ("fiscal.total", "fiscal.general"),
    "three_public": ("sangong.total", "sangong.abroad", "sangong.reception"),
    "procurement": ("proc.total",),
    "running": ("running.amount",),
}
FEWEST_TOPICS = 3
FEWEST_OF_A_TITLED = 2  # where the cover says whose budget of which year it is
TITLED = re.compile(r"(?:部门|单位)(?:综合|收支|汇总)?(?:预算|决算)")
HEAD = 12
# Headings of Kunming's nine sections; three of them make a document of that form.
KUNMING = (
    "基本职能及主要工作",
    "预算单位基本情况",
    "预算单位收入情况",
    "预算单位支出情况",
    "对下专项转移支付情况",
    "三公经费增减变化情况及原因说明",
    "重点项目预算绩效目标情况",
    "部门财务收入情况",
    "单位财务收入情况",
    "其他公开信息",
)
FEWEST_HEADINGS = 3


def recognise_national(text: str) -> Refusal | None:
    """Why a text is no narrative of a disclosure; None when it is one.

    Ask for Kunming's own form first (`is_kunming_form`): this takes every city's, that one too.
    """
    words = "".join(folded(text).split())
    if len(words) < SHORTEST:
        return Refusal(
            "too_short",
            f"全文只有 {len(words)} 个字，不是完整的部门预算公开。请上传全文。"
            "The text is too short.",
        )
    other = other_paper(text)
    if other is not None:
        return other
    if not SUBJECT.search(words):
        return Refusal(
            "not_a_disclosure",
            "没有找到“部门预算”“单位预算”或“部门决算”的字样，这不是部门预算公开文件。"
            "请上传部门预算公开的说明。This is not a department's budget disclosure.",
        )
    narrative = read_national(text)
    stated = topics_of(narrative)
    if len(stated) >= (FEWEST_OF_A_TITLED if _is_titled(narrative) else FEWEST_TOPICS):
        return None if narrative.year is not None else _no_year()
    return Refusal(
        "no_figures",
        f"文字里只说明了 {len(stated)} 类预算数（收支总额、财政拨款、“三公”经费、政府采购、"
        f"机关运行经费五类中至少要有 {FEWEST_TOPICS} 类）。"
        "如果文件只有表格，请连同文字说明一起上传。"
        "The text does not state the figures of a disclosure.",
    )


def topics_of(narrative: Narrative) -> set[str]:
    """Which topics a narrative states a figure of, or tries to: one in 千元 is doubted."""
    money = {each.key for each in narrative.statements if each.figure.kind is Kind.MONEY}
    doubted = "".join(each.message for each in narrative.doubts)
    return {
        topic
        for topic, keys in TOPICS.items()
        if money & set(keys) or any(f"“{figure_of(key).label}”" in doubted for key in keys)
    }


def _is_titled(narrative: Narrative) -> bool:
    """Whether the first lines call it the budget or final account of a department or unit."""
    lines = [line for line in folded(narrative.text).split("\n") if line.strip()][:HEAD]
    titled = any(TITLED.search("".join(line.split())) for line in lines)
    return titled and bool(narrative.department) and narrative.year is not None


def is_kunming_form(text: str) -> bool:
    """Whether a text has the headings of Kunming's nine sections."""
    words = re.sub(r'[\s“”"]', "", text)
    return sum(heading in words for heading in KUNMING) >= FEWEST_HEADINGS


def is_national(text: str) -> bool:
    """Whether a text is a disclosure's narrative that the Kunming reader is not made for."""
    return not is_kunming_form(text) and recognise_national(text) is None


def _no_year() -> Refusal:
    return Refusal(
        "no_year",
        "没有找到预算或决算的年份。请检查封面或标题是否缺失。No year was found.",
    )
