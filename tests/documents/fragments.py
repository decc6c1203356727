"""A narrative with one section written out, to hold the reader to a single wording."""

from dataclasses import dataclass

from disclosures.documents.read import read_narrative
from disclosures.records.narrative import Narrative

HEADINGS = (
    "一、基本职能及主要工作",
    "二、预算单位基本情况",
    "三、预算单位收入情况",
    "四、预算单位支出情况",
    "五、市对下专项转移支付情况",
    "六、政府采购预算情况",
    "七、部门“三公”经费增减变化情况及原因说明",
    "八、重点项目预算绩效目标情况",
    "九、其他公开信息",
)
UNITS = {
    "万元": "部门财务收支以万元为单位，合计1.00万元。",
    "元": "部门财务收支以元为单位，合计1.00元。",
}


@dataclass(frozen=True)
class Case:
    """One way of writing: the section's number, its words, what they say and what they do not."""

    name: str
    section: int
    words: str
    says: dict[str, object]
    doubts: bool = False
    unit: str = "万元"
    year: int = 2023


def narrative_of(case: Case) -> Narrative:
    """The narrative of a case: every other section is there and says nothing in figures."""
    lines = ["昆明市示例局", f"{case.year}年部门预算公开", "目录", *HEADINGS]
    lines += [f"昆明市示例局{case.year}年部门预算编制说明"]
    for number, heading in enumerate(HEADINGS, start=1):
        body = case.words if number == case.section else "内容从略。"
        # One amount in the document's unit, under no label, so that the unit is known.
        told = f"说明：{UNITS[case.unit]}\n" if number == 3 else ""
        lines += [heading, told + body]
    return read_narrative("\n".join(lines) + "\n昆明市示例局\n2023年2月10日\n")


def told(narrative: Narrative, keys: str = "") -> dict[str, object]:
    """What is stated, without the document's own facts."""
    return {
        each.key: each.value
        for each in narrative.statements
        if not each.key.startswith("doc.") and each.key.startswith(keys)
    }
