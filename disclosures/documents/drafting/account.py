"""A final account (决算) of any place: seven parts in the words that 财政部's format asks for.

Amounts are those of the year: what was carried over stands in the tables beside them.
"""

from disclosures.documents.drafting.family import Family, line, lines
from disclosures.documents.drafting.national import TERMS
from disclosures.documents.drafting.sentence import Each, When, Words

HEADINGS = (
    "一、收入决算情况说明",
    "二、支出决算情况说明",
    "三、一般公共预算财政拨款支出决算情况说明",
    "四、财政拨款“三公”经费支出决算情况说明",
)
MATTERS = ("一、机关运行经费支出情况", "二、国有资产占用情况", "三、政府采购支出情况")
PARTS = (
    "第一部分 部门概况",
    "第二部分 {doc.year}年度部门决算表",
    "第三部分 {doc.year}年度部门决算情况说明",
    "第四部分 其他重要事项情况说明",
    "第五部分 名词解释",
)


def _changed(delta: str, percent: str, reason: str = "") -> Words:
    because = f"，主要原因是{{{reason}}}" if reason else ""
    return When(delta, "与上年持平", f"比上年{{{delta}}}，{{{percent}}}{because}")


def _spent(label: str, key: str) -> str:
    return f"{label}支出决算{{sangong.{key}}}"


def _against_last_year(label: str, key: str) -> Words:
    return (f"{label}支出决算", _changed(f"sangong.{key}_delta", f"sangong.{key}_pct"))


LINES = (
    *lines(
        "监督索引号{doc.index_start}",
        "{doc.dept_name}{doc.year}年度部门决算",
        "目录",
        PARTS[0],
        "一、主要职能",
        "二、部门基本情况",
        PARTS[1],
    ),
    line(Each("tables", "{number}、{title}")),
    *lines(
        PARTS[2],
        *HEADINGS,
        PARTS[3],
        *MATTERS,
        PARTS[4],
        PARTS[0],
        "一、主要职能",
        "{org.duties}",
        "二、部门基本情况",
        "纳入{doc.dept_name}{doc.year}年度部门决算编报的单位共{unit.units_total}个。",
        "{doc.dept_name}{doc.year}年末人员编制{staff.posts}人。其中：行政编制{staff.posts_admin}人，"
        "事业编制{staff.posts_institution}人。",
        "离退休人员{staff.retired}人。其中：离休{staff.lixiu}人，退休{staff.tuixiu}人。",
        "车辆编制{vehicle.quota}辆，在编实有车辆{vehicle.actual}辆。",
        PARTS[1],
        "（详见附表）",
        PARTS[2],
        HEADINGS[0],
    ),
    line(
        "{doc.dept_name}{doc.year}年度收入合计{income.total}。其中：财政拨款收入{fiscal.total}；"
        "上级补助收入{income.superior}；事业收入{income.business}；经营收入{income.operating}；"
        "附属单位上缴收入{income.subordinate}；其他收入{income.other}。",
        ("收入合计", _changed("income.delta", "income.delta_pct", "income.delta_reason"), "。"),
    ),
    *lines(HEADINGS[1]),
    line(
        "{doc.dept_name}{doc.year}年度支出合计{exp.total}。其中：基本支出{exp.basic}；"
        "项目支出{exp.project}。",
        ("支出合计", _changed("exp.delta", "exp.delta_pct", "exp.reason"), "。"),
        (
            "其中：基本支出",
            _changed("exp.basic_delta", "exp.basic_delta_pct"),
            "；项目支出",
            _changed("exp.project_delta", "exp.project_delta_pct"),
            "。",
        ),
    ),
    *lines(HEADINGS[2]),
    line("一般公共预算财政拨款支出{general.spent}，主要用于{general.purpose}。"),
    *lines(HEADINGS[3], "（一）总体情况"),
    line(
        "{doc.dept_name}{doc.year}年度财政拨款“三公”经费支出决算{sangong.total}。其中："
        + "；".join(
            (
                _spent("因公出国（境）费", "abroad"),
                _spent("公务用车购置及运行维护费", "vehicle"),
                _spent("公务接待费", "reception"),
            )
        )
        + "。"
    ),
    line(
        (
            "{doc.year}年度“三公”经费支出决算",
            _changed("sangong.total_delta", "sangong.total_pct", "sangong.total_reason"),
            "。其中：",
            _against_last_year("因公出国（境）费", "abroad"),
            "；",
            _against_last_year("公务用车购置及运行维护费", "vehicle"),
            "；",
            _against_last_year("公务接待费", "reception"),
            "。",
        )
    ),
    *lines(
        "（二）具体情况",
        "1.因公出国（境）费支出决算{sangong.abroad}，共安排因公出国（境）团组{sangong.abroad_groups}个，"
        "累计{sangong.abroad_persons}人次。",
        "2.公务用车购置费支出决算{sangong.vehicle_purchase}，购置公务用车{sangong.vehicle_bought}辆；"
        "公务用车运行维护费支出决算{sangong.vehicle_run}，年末公务用车保有量为{sangong.vehicle_holding}辆。",
        "3.公务接待费支出决算{sangong.reception}，共安排国内公务接待{sangong.reception_batches}批次，"
        "接待人次{sangong.reception_persons}人。",
        PARTS[3],
        MATTERS[0],
    ),
    line(
        "{doc.dept_name}{doc.year}年度机关运行经费支出{running.amount}，",
        (_changed("running.delta", "running.delta_pct", "running.reason"), "。"),
    ),
    *lines(
        MATTERS[1],
        "截至{asset.as_of}，{doc.dept_name}资产总额{asset.total}，其中，流动资产{asset.current}，"
        "固定资产{asset.fixed}，对外投资及有价证券{asset.investment}，在建工程{asset.cip}，"
        "无形资产{asset.intangible}，其他资产{asset.other}。与上年相比，资产总额{asset.delta_total}，"
        "其中固定资产{asset.delta_fixed}。",
        MATTERS[2],
        "{doc.year}年度，部门政府采购支出总额{proc.total}，其中：政府采购货物支出{proc.goods}；"
        "政府采购工程支出{proc.works}；政府采购服务支出{proc.services}。",
        PARTS[4],
        "{glossary}",
        "{doc.dept_name}",
        "{doc.publish_date}",
    ),
)

FAMILY = Family(
    name="account",
    forms=(),
    lines=LINES,
    separators=False,
    bare_zero=False,
    whole="exp.total",
    default=(("glossary", TERMS),),
    of_the_year=True,
)
