"""Writes Kunming narratives of invented departments, in the wordings that real ones use."""

import re
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Wording:
    """How a department writes: each field is one choice among those met in print."""

    unit: str = "万元"
    separators: bool = True
    wide: bool = True
    versus: str = "与上年对比"
    because: str = "主要原因是"
    who: str = "我部门"
    flat: str = "与上年持平"
    function: str = "quoted"
    change: str = "{versus}{word}{amount}，{rate}{percent}%"
    up: tuple[str, str] = ("增加", "增长")
    down: tuple[str, str] = ("减少", "下降")
    procurement: str = "共涉及采购项目{items}个，政府采购预算总额{total}"
    wide_digits: bool = False


@dataclass(frozen=True)
class Facts:
    """What the narrative states, in the printed unit."""

    year: int = 2023
    department: str = "昆明市示例管理局"
    general: Decimal = Decimal("3300.12")
    other: Decimal = Decimal("120.00")
    basic: Decimal = Decimal("1900.12")
    project: Decimal = Decimal("1400.00")
    change: Decimal = Decimal("-50.25")
    abroad: Decimal = Decimal("0.00")
    reception: Decimal = Decimal("3.60")
    vehicles: Decimal = Decimal("15.00")
    goods: Decimal = Decimal("56.30")
    services: Decimal = Decimal("100.00")
    functions: tuple[tuple[str, str, Decimal], ...] = field(
        default=(
            (
                "2010301",
                "一般公共服务支出|政府办公厅（室）及相关机构事务|行政运行",
                Decimal("1900.12"),
            ),
            (
                "2010399",
                "一般公共服务支出|政府办公厅（室）及相关机构事务|其他政府办公厅（室）及相关机构事务支出",
                Decimal("1400.00"),
            ),
        )
    )


def written(facts: Facts, wording: Wording) -> str:
    """The whole narrative."""
    money = lambda value: (f"{value:,}" if wording.separators else f"{value}") + wording.unit  # noqa: E731
    text = "\n".join((_cover(facts), *_body(facts, wording, money)))
    if wording.wide_digits:
        text = AMOUNTS.sub(lambda found: found.group().translate(WIDE), text)
    return text if wording.wide else text.translate(str.maketrans("（），：；", "(),:;"))


AMOUNTS = re.compile(r"\d[\d,.]*(?=万?元|人|个|辆)")
WIDE = str.maketrans("0123456789.,", "０１２３４５６７８９．，")


def _cover(facts: Facts) -> str:
    titles = "\n".join(HEADINGS)
    return (
        f"监督索引号53010000123400100000\n{facts.department}\n{facts.year}年部门预算公开\n"
        f"第一部分 {facts.department}{facts.year}年部门预算编制说明目录\n{titles}\n"
        f"{facts.department}{facts.year}年部门预算编制说明"
    )


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


def changed(value: Decimal, wording: Wording, money) -> str:
    """A change against last year with its percentage."""
    if value == 0:
        return wording.flat
    word, rate = wording.down if value < 0 else wording.up
    return wording.change.format(
        versus=wording.versus, word=word, amount=money(abs(value)), rate=rate, percent="3.21"
    )


def _body(facts: Facts, wording: Wording, money):
    total = facts.general + facts.other
    year, who = facts.year, wording.who
    change = changed(facts.change, wording, money)
    zero = money(Decimal("0.00"))
    yield f"{HEADINGS[0]}\n（一）部门主要职责\n1.组织实施；\n2.监督检查。\n（二）机构设置情况"
    yield f"{who}共设置3个内设机构，分别为：办公室、业务处、财务处。所属单位0个。"
    yield "（三）重点工作概述\n1.完成投资1.2亿元。"
    yield f"{HEADINGS[1]}\n{who}编制{year}年部门预算单位共1个。其中：财政全额供给单位1个；"
    yield "差额供给单位0个；定额补助单位0个；自收自支单位0个。财政全额供给单位中行政单位1个；"
    yield f"参公单位0个；事业单位0个。截止{year - 1}年12月统计，部门基本情况如下："
    yield "在职人员编制86人，其中：行政编制81人，工勤人员编制5人，事业编制0人。"
    yield f"{HEADINGS[2]}\n（一）部门财务收入情况\n{year}年部门财务总收入{money(total)}，其中："
    yield f"一般公共预算{money(facts.general)}，政府性基金{zero}，国有资本经营收益{zero}，"
    yield f"财政专户管理资金收入{zero}，事业收入{zero}，其他收入{money(facts.other)}。"
    yield f"{change}，{wording.because}人员变动。"
    yield f"（二）财政拨款收入情况\n{year}年部门财政拨款收入{money(facts.general)}，其中："
    yield f"本年收入{money(facts.general)}，上年结转收入{zero}。本年收入中，"
    yield f"一般公共预算财政拨款{money(facts.general)}，政府性基金预算财政拨款{zero}。"
    yield f"{HEADINGS[3]}\n{year}年部门预算总支出{money(total)}。财政拨款安排支出"
    yield f"{money(facts.general)}，其中：基本支出{money(facts.basic)}，{change}，"
    yield f"{wording.because}人员变动；项目支出{money(facts.project)}，{wording.flat}。"
    yield "财政拨款安排支出按功能科目分类情况"
    yield from (_function(wording, money, *line) for line in facts.functions)
    yield f"{HEADINGS[4]}\n（一）与中央配套事项\n{year}年{who}部门预算无与中央配套事项。"
    procured = wording.procurement.format(items=5, total=money(facts.goods + facts.services))
    yield f"{HEADINGS[5]}\n编制了政府采购预算，{procured}"
    yield f"，其中：政府采购货物预算{money(facts.goods)}、"
    yield f"政府采购服务预算{money(facts.services)}、政府采购工程预算{zero}。"
    yield f"{HEADINGS[6]}\n{facts.department}{year}年一般公共预算财政拨款“三公”经费预算合计"
    sum_ = facts.abroad + facts.reception + facts.vehicles
    yield f"{money(sum_)}，{change}，具体变动情况如下：\n（一）因公出国（境）费"
    yield f"{year}年因公出国（境）费预算为{money(facts.abroad)}，{wording.flat}，"
    yield "共计安排因公出国（境）团组0个，因公出国（境）0人次。\n（二）公务接待费"
    yield f"{year}年公务接待费预算为{money(facts.reception)}，{change}，国内公务接待批次为12次，"
    yield "共计接待1,090人次。\n减少的主要原因是厉行节约。\n（三）公务用车购置及运行维护费"
    yield f"{year}年公务用车购置及运行维护费为{money(facts.vehicles)}，{wording.flat}。其中："
    yield f"公务用车购置费{zero}，{wording.flat}；公务用车运行维护费{money(facts.vehicles)}，"
    yield f"{wording.flat}。共计购置公务用车0辆，年末公务用车保有量为6辆。"
    yield f"{HEADINGS[7]}\n（一）信息系统运维经费，年初预算{money(facts.project)}，绩效目标："
    yield "1.系统可用率≥99%；2.投入不超过120万元。"
    yield f"{HEADINGS[8]}\n（一）专业名词解释\n1.基本支出：指为保障机构运转发生的支出。"
    yield f"（二）机关运行经费安排变化情况及原因说明\n{year}年机关运行经费{money(facts.goods)}，"
    yield f"{change}，{wording.because}压减。"
    yield f"（三）国有资产占有使用情况\n截至{year - 1}年12月31日，{who}资产总额{money(total)}，"
    yield f"其中，流动资产{money(facts.other)}，固定资产{money(facts.general)}。"
    yield f"{facts.department}\n{year}年2月10日\n监督索引号53010000123400100111"


def _function(wording: Wording, money, code: str, names: str, amount: Decimal) -> str:
    first, second, third = names.split("|")
    if wording.function == "quoted":
        body = f"“{code}{first}（类）{second}（款）{third}（项）”支出{money(amount)}"
    elif wording.function == "behind":
        body = f"“{first}（类）{second}（款）{third}（项）”{code}支出{money(amount)}"
    elif wording.function == "split":
        body = f"{code[:3]}{first}（类）{code[3:5]}{second}（款）{code[5:]}{third}（项）"
        body += money(amount)
    elif wording.function == "levels":
        body = f"{code[:3]}类{code[3:5]}款{code[5:]}项{third}{money(amount)}"
    elif wording.function == "last":
        body = f"{third}（{code}）{money(amount)}"
    elif wording.function == "dashed":
        body = f"{code}{first}-{second}-{third}{money(amount)}"
    elif wording.function == "short":
        body = f"{code}{third}{money(amount)}"
    else:
        body = f"{first}-{second}-{third}{money(amount)}"
    return f"{body}，主要反映机关运转，其中培训费1.00万元。"
