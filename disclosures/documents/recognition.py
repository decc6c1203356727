"""Is this a department's disclosure, and which? Everything else is refused with the reason."""

import re

from disclosures.documents.narrative.sections import sections_of
from disclosures.documents.refusal import RefusedError
from disclosures.records.narrative import Section

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
