"""Any other city: the parts that 财政部's format asks for, in its usual words."""

from disclosures.documents.drafting.family import Family, line, lines
from disclosures.documents.drafting.sentence import Each, When, Words

TERMS = """\
1.财政拨款收入：指同级财政当年拨付的资金。
2.基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。
3.项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。
4.“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。
5.机关运行经费：指为保障行政单位（含参照公务员法管理的事业单位）运行用于购买货物和服务的各项资金。"""


def _changed(delta: str, percent: str, reason: str) -> Words:
    because = f"，主要原因是{{{reason}}}" if reason else ""
    return When(delta, "与上年持平", f"比上年{{{delta}}}，{{{percent}}}{because}")


def _total(prefix: str, reason: str) -> Words:
    return _changed(f"{prefix}.delta", f"{prefix}.delta_pct", f"{prefix}.{reason}")


def _expense(number: str, label: str, name: str) -> Words:
    key = f"sangong.{name}"
    told = _changed(f"{key}_delta", f"{key}_pct", f"{key}_reason")
    return (f"{number}.{label}{{{key}}}，", told, "。")


LINES = (
    *lines(
        "{doc.dept_name}",
        "{doc.year}年部门预算",
        "目录",
        "第一部分 部门概况",
        "第二部分 {doc.year}年部门预算情况说明",
        "第三部分 名词解释",
        "第四部分 {doc.year}年部门预算表",
    ),
    line(Each("tables", "{number}、{title}")),
    *lines(
        "第一部分 部门概况",
        "一、主要职责",
        "{org.duties}",
        "二、机构设置",
        "本部门内设机构{org.internal_count}个，分别为：{org.internal_names}。"
        "所属单位{org.subordinate_count}个。",
        "在职人员编制{staff.posts}人，在职实有{staff.on_post}人，离退休人员{staff.retired}人。",
        "第二部分 {doc.year}年部门预算情况说明",
        "一、收入预算情况",
    ),
    line(("{doc.year}年收入预算总计{income.total}，", _total("income", "delta_reason"), "。")),
    *lines("二、支出预算情况"),
    line(
        ("{doc.year}年支出预算总计{exp.total}，", _total("exp", "reason"), "。"),
        "其中：基本支出{exp.basic}，项目支出{exp.project}。",
    ),
    *lines("三、财政拨款收支预算情况"),
    line(
        (
            "{doc.year}年财政拨款收、支总预算{fiscal.total}，",
            _total("fiscal", "delta_reason"),
            "。",
        ),
        "其中：一般公共预算拨款收入{fiscal.general}，政府性基金预算拨款收入{fiscal.fund}，"
        "国有资本经营预算拨款收入{fiscal.capital}。",
    ),
    *lines("四、“三公”经费预算情况"),
    line(
        (
            "{doc.year}年“三公”经费预算{sangong.total}，",
            _changed("sangong.total_delta", "sangong.total_pct", "sangong.total_reason"),
            "。其中：",
        )
    ),
    line(_expense("1", "因公出国（境）费", "abroad")),
    line(_expense("2", "公务接待费", "reception")),
    line(_expense("3", "公务用车购置及运行维护费", "vehicle")),
    line(
        (
            "其中：公务用车购置费{sangong.vehicle_purchase}，",
            _changed("sangong.vehicle_purchase_delta", "sangong.vehicle_purchase_pct", ""),
            "；公务用车运行维护费{sangong.vehicle_run}，",
            _changed("sangong.vehicle_run_delta", "sangong.vehicle_run_pct", ""),
            "。",
        )
    ),
    *lines("五、其他重要事项的情况说明", "（一）机关运行经费"),
    line(("{doc.year}年机关运行经费{running.amount}，", _total("running", "reason"), "。")),
    *lines(
        "（二）政府采购情况",
        "{doc.year}年政府采购预算{proc.total}，其中：政府采购货物预算{proc.goods}、"
        "政府采购工程预算{proc.works}、政府采购服务预算{proc.services}。",
        "（三）重点项目绩效目标",
    ),
    line(
        Each(
            "projects",
            "（{number}）{project.name}，预算{project.amount}，绩效目标：{project.goal}",
            none="{project.name}，预算{project.amount}，绩效目标：{project.goal}",
        )
    ),
    *lines("（四）国有资产占有使用情况", "截至{asset.as_of}，共有车辆{vehicle.actual}辆。"),
    line(
        Each(
            "empty",
            "{number}.因{reason}，{title}公开空表。",
            before="（五）空表说明\n",
            none="（五）空表说明\n{empty}",
        )
    ),
    *lines("第三部分 名词解释", "{glossary}", "第四部分 {doc.year}年部门预算表"),
)

FAMILY = Family(
    name="national",
    forms=("national",),
    lines=LINES,
    separators=False,
    bare_zero=False,
    whole="exp.total",
    default=(("glossary", TERMS),),
)
