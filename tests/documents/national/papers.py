"""Invented papers that speak of budgets and are no department's disclosure."""

FIGURES = (
    "2026年收入总计900.00万元，支出总计900.00万元，其中：基本支出500.00万元，项目支出400.00万元。"
    "“三公”经费预算9.00万元，其中：因公出国（境）费0万元，公务接待费2.00万元，公务用车购置及运行费7.00万元。"
    "机关运行经费88.00万元。政府采购预算总额60.00万元。财政拨款收入800.00万元。"
)
WORDS = "我们认真贯彻落实上级部署，扎实开展各项业务，取得了明显成效，群众满意度不断提升。" * 6

# The code of the refusal, then the paper.
PAPERS = {
    "report to the congress": (
        "government_budget",
        "关于滨江市2025年预算执行情况和2026年预算草案的报告\n各位代表：\n"
        "全市一般公共预算收入完成30.00亿元，其中税收收入20.00亿元。" + FIGURES + WORDS,
    ),
    "budget of a county": (
        "government_budget",
        "滨江县2026年政府预算公开\n目录\n一、一般公共预算收入表\n" + FIGURES + WORDS,
    ),
    "three public expenses of a city": (
        "government_budget",
        "滨江市2026年市本级“三公”经费预算情况说明\n经汇总，" + FIGURES + WORDS,
    ),
    "untitled speech": (
        "government_budget",
        "主任、各位副主任、各位委员：\n受市政府委托，现将有关情况报告如下。\n"
        "一般公共预算收入完成30.00亿元，税收收入20.00亿元，政府债务限额90.00亿元，"
        "社会保险基金收入8.00亿元，转移性收入4.00亿元。" + FIGURES + WORDS,
    ),
    "self-evaluation": (
        "performance_report",
        "滨江市测试管理局2025年度部门整体支出绩效自评报告\n一、部门概况\n" + FIGURES + WORDS,
    ),
    "evaluation of a project": (
        "performance_report",
        "2025年度城市维护项目绩效评价报告\n" + FIGURES + WORDS,
    ),
    "call for bids": (
        "procurement_notice",
        "滨江市测试管理局物业服务采购项目公开招标公告\n项目概况\n" + FIGURES + WORDS,
    ),
    "winning bid": ("procurement_notice", "信息化运维项目中标结果公告\n" + FIGURES + WORDS),
    "audit": (
        "audit_report",
        "滨江市2025年度市级预算执行审计结果公告\n" + FIGURES + WORDS,
    ),
    "work summary": ("work_summary", "滨江市测试管理局2025年工作总结\n" + FIGURES + WORDS),
    "guidance": (
        "notice",
        "滨江市财政局文件\n关于编制2026年部门预算的通知\n各预算单位：\n" + FIGURES + WORDS,
    ),
    "approval": ("notice", "关于测试管理局2026年部门预算的批复\n测试管理局：\n" + FIGURES + WORDS),
    "newspaper": (
        "news",
        "我市晒出今年“账本”\n本报讯（记者张三）昨日，市测试管理局等单位公布了2026年部门预算。"
        + FIGURES + WORDS,
    ),
    "letter": ("not_a_disclosure", "尊敬的市民：\n您反映的问题已收悉，现答复如下。" + WORDS * 2),
    "flow chart": ("not_a_disclosure", "行政许可办理流程图\n申请\n受理\n审查\n决定\n送达\n" * 20),
    "empty form": (
        "no_figures",
        "××市××局2026年部门预算\n一、收支总预算　　万元\n二、“三公”经费预算　　万元\n" + WORDS,
    ),
}  # fmt: skip
