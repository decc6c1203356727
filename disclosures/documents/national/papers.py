"""Papers about budgets that are no department's disclosure, told by their titles and words."""

import re
from dataclasses import dataclass

from disclosures.documents.narrative.wording import folded
from disclosures.documents.refusal import Refusal

HEAD = 12  # lines within which a paper says what it is
COVER = 80  # lines within which a disclosure says so: a web page begins with its menu
LONGEST_TITLE = 60
# A title that says so is believed, whatever else the paper speaks of.
OWN = re.compile(
    r"(?:部门|单位)(?:综合|收支|汇总)?(?:预算|决算)"
    r"(?!草案|编制(?!说明)|管理|绩效|审查|审核|工作|执行|改革|培训|的?(?:通知|批复|意见|办法|函|方案))"
    r"|(?<!政府)(?<!财政)(?<!总)(?:预算|决算)(?:信息)?公开(?!工作|情况|平台|目录|检查|评估)"
)
REMEDY = "请上传部门（单位）预算或决算的公开文件。"


@dataclass(frozen=True)
class Paper:
    """A kind of paper: the code of its refusal, what its title says, and what it is called."""

    code: str
    title: re.Pattern[str]
    called: str


PAPERS = (
    Paper("audit_report", re.compile(r"审计(?:结果)?(?:公告|报告|工作报告)"), "审计报告"),
    Paper(
        "government_budget",
        re.compile(
            r"(?:预算执行情况|预算|决算)[^\n]{0,16}草案|政府(?:预算|决算|债务)|财政总?(?:预算|决算)"
            r"|(?:全[省市区县]|[省市区县州](?:本级|级))(?:财政)?"
            r"(?:一般公共|政府性基金|国有资本|(?:预算|决算)(?!单位|主管|部门)|\"?三公)"
        ),
        "政府总预算（决算）",
    ),
    Paper(
        "performance_report",
        re.compile(r"绩效(?:自评|评价|运行|监控|自我评价)|整体支出绩效|绩效报告"),
        "绩效评价报告",
    ),
    Paper(
        "procurement_notice",
        re.compile(
            r"(?:采购|招标|中标|成交|磋商|谈判|询价|更正)(?:项目)?(?:结果)?(?:公告|公示|文件|邀请)"
        ),
        "采购公告",
    ),
    Paper("work_summary", re.compile(r"工作(?:总结|报告|要点|计划|汇报)|述职"), "工作报告"),
    Paper("notice", re.compile(r"^关于[^\n]{2,50}(?:通知|意见|办法|批复|函|请示|方案)$"), "公文"),
)
NEWS = re.compile(r"本报讯|本报记者|新华社|记者从|记者获悉|记者[\u4e00-\u9fff]{2,3}[)报]")
# Words that only the budget of a whole government prints.
WHOLE = (
    r"一般公共预算收入(?:完成|预期|预算|决算)?(?:[\d,.]+[亿万]元|表)",
    r"税收收入",
    r"社会保险基金(?:预算)?(?:收入|支出|收支)",
    r"债务(?:限额|余额)",
    r"税收返还|上解(?:支出|收入)|转移性(?:收入|支出)",
    r"政府性基金(?:预算)?收入(?:完成|预期|预算|决算)?(?:[\d,.]+[亿万]元|表)",
    r"国有资本经营(?:预算)?收入(?:完成|预期|预算|决算)?(?:[\d,.]+[亿万]元|表)",
    r"(?:人民代表大会|人大)(?:常务委员会|常委会)?[^\n]{0,20}会议",
    r"各位(?:代表|委员|副主任)",
)
FEWEST_OF_THE_WHOLE = 4
OTHER_PAPERS = frozenset({"news", *(each.code for each in PAPERS)})


def other_paper(text: str) -> Refusal | None:
    """Why a text is another paper than a department's disclosure; None when nothing says so."""
    plain = folded(text)
    lines = ["".join(line.split()) for line in plain.split("\n") if line.strip()][:COVER]
    titles = [line for line in lines if len(line) <= LONGEST_TITLE]
    if any(OWN.search(line) for line in titles):
        return None
    for paper in PAPERS:
        if any(paper.title.search(line) for line in titles if line in lines[:HEAD]):
            return _refused(paper.code, paper.called)
    if NEWS.search("".join(plain[:800].split())):
        return _refused("news", "新闻报道")
    words = "".join(plain.split())
    if sum(re.search(each, words) is not None for each in WHOLE) >= FEWEST_OF_THE_WHOLE:
        return _refused("government_budget", "政府总预算（决算）")
    return None


def _refused(code: str, called: str) -> Refusal:
    said = code.replace("_", " ")
    return Refusal(
        code,
        f"这像是{called}，不是部门预算公开文件。{REMEDY}This is another paper: {said}.",
    )
