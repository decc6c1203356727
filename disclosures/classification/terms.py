"""Official terms in plain words: what a reader of a budget has to know, spelled once.

The law a term comes from stands beside it; departments' own wordings are kept with
their disclosures. `keys` are the figures whose labels are the term, `also` its other names.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from disclosures.classification.figures import figure_of
from disclosures.classification.folding import folded

BUDGET_LAW = "《中华人民共和国预算法》"
BRACKETS = re.compile(r"（[^（）]*）$")


@dataclass(frozen=True)
class Term:
    """An official term, in one or two plain sentences."""

    name: str
    plain: str
    basis: str = ""
    keys: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The name as the glossary keeps it."""
        return folded(self.name)


TERMS = (
    Term(
        "部门预算",
        "一个部门一年的全部收入和支出计划，包括它所属的单位；经人民代表大会审查批准的政府预算由各部门预算组成。",
        f"{BUDGET_LAW}第八条",
    ),
    Term(
        "部门总收入",
        "这一年部门可以使用的全部钱：财政拨款、自己的各种收入，以及上年没有用完结转来的。",
        keys=("income.total",),
        also=("总收入",),
    ),
    Term(
        "部门总支出",
        "这一年部门计划花的全部钱，分为基本支出和项目支出。",
        keys=("exp.total",),
        also=("总支出",),
    ),
    Term(
        "财政拨款收入",
        "由本级财政直接拨给部门的钱，来自一般公共预算、政府性基金预算和国有资本经营预算。",
        keys=("fiscal.total",),
        also=("财政拨款", "财政拨款小计"),
    ),
    Term(
        "一般公共预算",
        "以税收为主的财政收入，用于保障和改善民生、推动经济社会发展、维护国家安全、维持国家机构正常运转。",
        f"{BUDGET_LAW}第六条",
        keys=("income.general", "fiscal.general"),
    ),
    Term(
        "政府性基金预算",
        "依照法律、行政法规的规定，在一定期限内向特定对象征收、收取或者以其他方式筹集的资金，专项用于特定公共事业发展。",
        f"{BUDGET_LAW}第九条",
        keys=("income.fund", "fiscal.fund"),
        also=("政府性基金", "政府性基金拨款"),
    ),
    Term(
        "国有资本经营预算",
        "对国有资本收益作出支出安排的收支预算，按收支平衡的原则编制，不列赤字。",
        f"{BUDGET_LAW}第十条",
        keys=("income.capital", "fiscal.capital"),
    ),
    Term(
        "财政专户管理资金",
        "存在财政专户里的收入，主要是教育收费；收上来先交专户，再由财政核拨给单位。",
        keys=("income.special_account",),
    ),
    Term(
        "事业收入",
        "事业单位开展专业业务活动及其辅助活动取得的收入，例如医院的医疗收入。",
        keys=("income.business",),
    ),
    Term(
        "事业单位经营收入",
        "事业单位在专业业务以外，开展非独立核算的经营活动取得的收入。",
        keys=("income.operating",),
    ),
    Term(
        "上级补助收入",
        "从主管部门或上级单位得到的、财政拨款以外的补助。",
        keys=("income.superior",),
    ),
    Term(
        "附属单位上缴收入",
        "附属的独立核算单位按规定交上来的钱。",
        keys=("income.subordinate",),
    ),
    Term(
        "上年结转",
        "上年的预算没有用完、今年继续按原来用途使用的钱。",
        keys=("fiscal.carry",),
    ),
    Term(
        "结转和结余",
        "年底没有用完的钱：结转是事情没有办完、下年继续用在原来事项上的；结余是事情办完剩下的。",
        also=("上年结转结余", "财政拨款结转结余", "年初结转和结余", "年末结转和结余"),
    ),
    Term(
        "使用非财政拨款结余",
        "事业单位用以前年度积累下来的非财政拨款结余，弥补本年收支的差额。",
    ),
    Term(
        "单位资金",
        "财政拨款和财政专户管理资金以外，单位自己的收入：事业收入、经营收入、上级补助、附属单位上缴和其他收入。",
    ),
    Term(
        "其他收入",
        "前面各项来源以外的收入，例如存款利息、接受捐赠。",
        keys=("income.other",),
    ),
    Term(
        "决算",
        "年度结束后编制的结果：实际收了多少、花了多少。预算是计划，决算是结果。",
        f"{BUDGET_LAW}第七十四条",
    ),
    Term(
        "全年预算数",
        "年初预算加上年中追加和调剂之后的数；决算把它同实际支出放在一起看。",
    ),
    Term(
        "基本支出",
        "维持机构正常运转和完成日常工作的钱：人员的工资、社会保险，以及办公、水电、差旅等公用经费。",
        keys=("exp.basic",),
    ),
    Term(
        "人员经费",
        "发给在职和离退休人员的工资、津贴补贴、社会保险缴费、住房公积金，以及对个人和家庭的补助。",
    ),
    Term(
        "公用经费",
        "单位日常运转的开支：办公、水电、邮电、差旅、会议、培训、公务用车等。",
    ),
    Term(
        "项目支出",
        "为完成特定任务、在基本支出以外安排的钱，每个项目有自己的金额和绩效目标。",
        keys=("exp.project",),
    ),
    Term(
        "“三公”经费",
        "用财政拨款安排的三项费用：因公出国（境）、公务用车购置及运行维护、公务接待。",
        "《机关事务管理条例》、《党政机关厉行节约反对浪费条例》",
        keys=("sangong.total",),
        also=("“三公”经费", "“三公”"),
    ),
    Term(
        "因公出国（境）费",
        "公务出国（境）的国际旅费、城市间交通费、住宿费、伙食费、培训费等。",
        keys=("sangong.abroad",),
    ),
    Term(
        "公务接待费",
        "按规定开支的各类公务接待费用，包括外宾接待。",
        keys=("sangong.reception",),
    ),
    Term(
        "公务用车购置及运行维护费",
        "买公务用车的钱（含车辆购置税），以及燃料、维修、过路过桥、保险等费用。",
        keys=("sangong.vehicle",),
        also=("公务用车购置及运行费",),
    ),
    Term(
        "机关运行经费",
        "为保障机关运行、用一般公共预算安排的公用经费：办公、印刷、邮电、差旅、会议、水电、日常维修等，不含人员工资。",
        f"{BUDGET_LAW}第十四条",
        keys=("running.amount",),
    ),
    Term(
        "委托业务费",
        "委托外单位办理业务而支付的费用。",
        keys=("entrusted.amount",),
    ),
    Term(
        "政府采购",
        "各级国家机关、事业单位和团体组织使用财政性资金，采购集中采购目录以内的或者采购限额标准以上的货物、工程和服务。",
        "《中华人民共和国政府采购法》第二条",
        keys=("proc.total",),
        also=("政府采购预算",),
    ),
    Term(
        "政府购买服务",
        "把属于政府职责、适合由社会提供的服务事项，按规定选定承接主体，并支付费用。",
        "《政府购买服务管理办法》第二条",
        also=("政府购买服务项目",),
    ),
    Term(
        "面向中小企业预留资金",
        "采购预算中专门留给中小企业的部分。",
        "《政府采购促进中小企业发展管理办法》",
    ),
    Term(
        "绩效目标",
        "花这笔钱要达到的结果，用数量、质量、时效、成本、效益、满意度等指标表示，事后据此评价。",
        also=("项目年度绩效目标", "整体绩效目标"),
    ),
    Term(
        "绩效指标",
        "把绩效目标拆成一条条可以检查的要求，分一级、二级、三级；指标值是要达到的数或要求。",
        also=("一级指标", "二级指标", "三级指标", "指标值"),
    ),
    Term(
        "绩效自评",
        "年度终了后，部门对照绩效目标写明实际完成值，并给自己打分；不是第三方的评价。",
        "《项目支出绩效评价管理办法》（财预〔2020〕10号）",
        also=("自评得分", "实际完成值"),
    ),
    Term(
        "转移支付",
        "上级财政给下级财政的钱；市对下转移支付是市里给县、区的，专项转移支付要用在指定的事项上。",
        f"{BUDGET_LAW}第十六条",
    ),
    Term(
        "功能科目",
        "按“花在什么事上”给支出分的类，分类、款、项三级，各级政府用同一套编码，可以相互比较。",
        "财政部《政府收支分类科目》",
        also=("功能科目编码", "功能科目名称"),
    ),
    Term(
        "部门经济科目",
        "按“买了什么”给支出分的类，例如工资、办公费、水费，分类、款两级。",
        "财政部《政府收支分类科目》",
        also=("部门经济科目编码", "部门经济科目名称"),
    ),
    Term(
        "政府经济科目",
        "政府预算用的经济分类，同样说明买了什么，分得比部门经济科目粗。",
        "财政部《政府收支分类科目》",
        also=("政府经济科目编码", "政府经济科目名称"),
    ),
    Term(
        "编制",
        "批准设立的岗位数；在职实有是真正在岗的人数，二者可以不同。",
        keys=("staff.posts",),
    ),
    Term(
        "国有资产",
        "部门占有、使用的流动资产、固定资产、在建工程、无形资产等，按账面价值列示。",
        keys=("asset.total",),
    ),
)


@lru_cache(maxsize=1)
def by_label() -> dict[str, Term]:
    """Terms by every label that pages print for them."""
    return {
        label: term
        for term in TERMS
        for label in (term.name, *term.also, *(figure_of(key).label for key in term.keys))
    }


def found(label: str) -> Term | None:
    """The term that a label is, the unit in brackets behind it left aside."""
    labels = by_label()
    return labels.get(label) or labels.get(BRACKETS.sub("", label))


def named_in(text: str) -> list[Term]:
    """The terms that a text names, in its order; of two that overlap, the longer one."""
    longest = sorted(by_label(), key=len, reverse=True)
    named = re.compile("|".join(map(re.escape, longest)))
    return list(dict.fromkeys(by_label()[each] for each in named.findall(text)))


@lru_cache(maxsize=1)
def by_key() -> dict[str, Term]:
    """Terms by their folded names."""
    return {term.key: term for term in TERMS}
