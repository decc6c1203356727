"""Kunming 2022 to 2024: the nine sections in half-width punctuation.

The blanks before three of the amounts are the official text's own.
"""

from disclosures.documents.drafting.family import Family, line, lines
from disclosures.documents.drafting.sentence import Each, When, Words

HEADINGS = (
    "一、基本职能及主要工作",
    "二、预算单位基本情况",
    "三、预算单位收入情况",
    "四、预算单位支出情况",
    "五、{level}专项转移支付情况",
    "六、政府采购预算情况",
    "七、部门“三公”经费增减变化情况及原因说明",
    "八、重点项目预算绩效目标情况",
    "九、其他公开信息",
)
TRANSFERS = (
    ("(一)", "与中央配套事项", "transfer.item1"),
    ("(二)", "与省级配套事项", "transfer.item2"),
    ("(三)", "按既定政策标准测算补助事项", "transfer.item3"),
    ("(四)", "经济社会事业发展事项", "transfer.item4"),
)
TERMS = """\
1.财政拨款收入:指同级财政当年拨付的资金。
2.基本支出:指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。
3.项目支出:指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。
4.“三公”经费:纳入预决算管理的“三公”经费,是指用财政拨款安排的因公出国(境)费、公务用车购置及运行费和公务接待费。"""


def _changed(prefix: str) -> Words:
    delta = f"{prefix}delta" if prefix.endswith(".") else f"{prefix}_delta"
    reason = {"exp.basic": "exp.basic_reason", "exp.project": "exp.project_reason"}.get(
        prefix, f"{prefix}delta_reason"
    )
    return When(delta, "与上年对比无增减变化", f"与上年对比{{{delta}}},主要原因是{{{reason}}}")


def _expense(name: str) -> str:
    key = f"sangong.{name}"
    return f"较上年{{{key}_delta}},{{{key}_pct}}"


def _reason(name: str) -> Words:
    key = f"sangong.{name}"
    return f"{{{key}_delta_word}}的原因是:{{{key}_reason}}。"


LINES = (
    *lines(
        "监督索引号{doc.index_start}",
        "{doc.dept_name}",
        "{doc.year}年部门预算公开",
        "第一部分 {doc.dept_name}{doc.year}年部门预算编制说明目录",
        *HEADINGS,
        "第二部分 {doc.dept_name}{doc.year}年部门预算表目录",
    ),
    line(Each("tables", "{number}、{title}")),
    *lines(
        "{doc.dept_name}",
        "{doc.year}年部门预算编制说明",
        HEADINGS[0],
        "(一)部门主要职责",
        "{org.duties}",
        "(二)机构设置情况",
    ),
    line(
        "我部门共设置{org.internal_count}个内设机构,分别为:{org.internal_names}。",
        "所属单位{org.subordinate_count}个。",
    ),
    *lines("(三)重点工作概述", "{org.key_work}", HEADINGS[1]),
    line(
        "我部门编制{doc.year}年部门预算单位共{unit.units_total}个。",
        "其中:财政全额供给单位{unit.units_full}个;差额供给单位{unit.units_partial}个;"
        "定额补助单位{unit.units_quota}个;自收自支单位{unit.units_self}个。",
        "财政全额供给单位中行政单位{unit.full_admin}个;参公单位{unit.full_cangong}个;"
        "事业单位{unit.full_institution}个。",
        "截止{staff.as_of}统计,部门基本情况如下:",
    ),
    line(
        "在职人员编制{staff.posts}人,其中:行政编制{staff.posts_admin}人,"
        "工勤人员编制{staff.posts_worker}人,事业编制{staff.posts_institution}人。",
        "在职实有{staff.on_post}人,其中:财政全供养{staff.on_post_full}人,"
        "财政差额补助{staff.on_post_partial}人,"
        "财政专户资金、单位资金保障{staff.on_post_other}人。",
    ),
    line("离退休人员{staff.retired}人,其中:离休{staff.lixiu}人,退休{staff.tuixiu}人。"),
    line("车辆编制{vehicle.quota}辆,实有车辆{vehicle.actual}辆。"),
    *lines(HEADINGS[2], "(一)部门财务收入情况"),
    line(
        "{doc.year}年部门财务总收入 {income.total},其中:一般公共预算{income.general},"
        "政府性基金{income.fund},国有资本经营收益{income.capital},"
        "财政专户管理资金收入{income.special_account},事业收入{income.business},"
        "事业单位经营收入{income.operating},上级补助收入{income.superior},"
        "附属单位上缴收入{income.subordinate},其他收入{income.other}。"
    ),
    line((_changed("income."), "。")),
    *lines("(二)财政拨款收入情况"),
    line(
        "{doc.year}年部门财政拨款收入{fiscal.total},其中:本年收入{fiscal.this_year},"
        "上年结转收入{fiscal.carry}。",
        "本年收入中,一般公共预算财政拨款{fiscal.general},政府性基金预算财政拨款{fiscal.fund},"
        "国有资本经营收益财政拨款{fiscal.capital}。",
    ),
    line((_changed("fiscal."), "。")),
    *lines(HEADINGS[3]),
    line(
        "{doc.year}年部门预算总支出{exp.total}。",
        (
            "财政拨款安排支出 {exp.fiscal},其中:基本支出{exp.basic},",
            _changed("exp.basic"),
            ";项目支出{exp.project},",
            _changed("exp.project"),
            "。",
        ),
    ),
    line(
        Each(
            "functions",
            "“{function.code}{function.class}(类){function.division}(款){function.item}(项)”支出"
            "{function.amount},主要反映{function.purpose}",
            before="财政拨款安排支出按功能科目分类情况,主要用于",
            between="、",
            after="。",
            none="财政拨款安排支出按功能科目分类情况,主要用于{function.amount}。",
        )
    ),
    *lines(HEADINGS[4]),
    *(
        each
        for number, name, key in TRANSFERS
        for each in (
            line(f"{number}{name}"),
            line(When(key, f"{{doc.year}}年{{short_name}}部门预算无{name}。", f"{{{key}}}")),
        )
    ),
    *lines(HEADINGS[5]),
    line(
        "根据《中华人民共和国政府采购法》的有关规定,编制了政府采购预算,共涉及采购项目{proc.items}个,"
        "政府采购预算总额{proc.total},其中:政府采购货物预算{proc.goods}、"
        "政府采购服务预算{proc.services}、政府采购工程预算{proc.works}。"
    ),
    *lines(HEADINGS[6]),
    line(
        "{short_name}{doc.year}年一般公共预算财政拨款“三公”经费预算合计{sangong.total},"
        f"{_expense('total')},具体变动情况如下:"
    ),
    *lines("(一)因公出国(境)费"),
    line(
        "{short_name}{doc.year}年因公出国(境)费预算为{sangong.abroad},"
        f"{_expense('abroad')},共计安排因公出国(境)团组{{sangong.abroad_groups}}个,"
        "因公出国(境){sangong.abroad_persons}人次。"
    ),
    line(_reason("abroad")),
    *lines("(二)公务接待费"),
    line(
        "{short_name}{doc.year}年公务接待费预算为{sangong.reception},"
        f"{_expense('reception')},国内公务接待批次为{{sangong.reception_batches}}次,"
        "共计接待{sangong.reception_persons}人次。"
    ),
    line(_reason("reception")),
    *lines("(三)公务用车购置及运行维护费"),
    line(
        "{short_name}{doc.year}年公务用车购置及运行维护费为{sangong.vehicle},"
        f"{_expense('vehicle')}。",
        f"其中:公务用车购置费{{sangong.vehicle_purchase}},{_expense('vehicle_purchase')};"
        f"公务用车运行维护费{{sangong.vehicle_run}},{_expense('vehicle_run')}。",
        "共计购置公务用车{sangong.vehicle_bought}辆,"
        "年末公务用车保有量为{sangong.vehicle_holding}辆。",
    ),
    line(_reason("vehicle")),
    *lines(HEADINGS[7]),
    line(
        Each(
            "projects",
            "({number}){project.name},年初预算{project.amount},绩效目标:{project.goal}",
            none="(一){project.name},年初预算{project.amount},绩效目标:{project.goal}",
        )
    ),
    *lines(HEADINGS[8], "(一)专业名词解释", "{glossary}", "(二)机关运行经费安排变化情况及原因说明"),
    line(
        (
            "{doc.year}年本级财力安排{doc.dept_name}部门机关运行经费{running.amount},",
            When(
                "running.amount",
                "主要原因是:{running.reason}。",
                (
                    When(
                        "running.delta",
                        "与上年对比无增减变化",
                        "与上年对比{running.delta},主要原因是:{running.reason}",
                    ),
                    "。",
                ),
            ),
        )
    ),
    *lines("(三)国有资产占有使用情况"),
    line(
        "截至{asset.as_of},我部门资产总额{asset.total},其中流动资产{asset.current},"
        "固定资产{asset.fixed},对外投资及有价证券{asset.investment},在建工程{asset.cip},"
        "无形资产{asset.intangible},其他资产{asset.other}。",
        "与上年度相比,本年资产总额{asset.delta_total},其中固定资产{asset.delta_fixed},"
        "无形资产{asset.delta_intangible},处置房屋建筑物{asset.disposed_house_area}平方米,"
        "账面原值{asset.disposed_house_value};处置车辆{asset.disposed_vehicles}辆,"
        "账面原值{asset.disposed_vehicle_value};报废报损资产{asset.scrapped_items}项,"
        "账面原值{asset.scrapped_value}。",
        "鉴于截至{asset.as_of}的国有资产占有使用精准数据,"
        "需在完成{last_year}年决算编制后才能汇总,此处公开为{asset.as_of}资产月报数",
    ),
    *lines("{doc.dept_name}", "{doc.publish_date}", "监督索引号{doc.index_end}"),
)

FAMILY = Family(
    name="kunming-2022",
    forms=("kunming-2022", "kunming-2023"),
    lines=LINES,
    separators=False,
    bare_zero=True,
    whole="exp.fiscal",
    default=(("glossary", TERMS),),
)
