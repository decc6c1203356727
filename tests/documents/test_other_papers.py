"""Letters to a department about its budget, and forms that nobody has filled in."""

import pytest

from disclosures.documents.document import narrative_of, read_document
from disclosures.documents.recognition import order_to_a_department
from disclosures.documents.refusal import Refusal

FIGURES = (
    "现将2026年部门预算{verb}如下。\n一、收入预算3,200.50万元，其中：一般公共预算拨款收入3,200.50万元。\n"
    "二、支出预算3,200.50万元，其中：基本支出2,000.00万元，项目支出1,200.50万元。\n"
    "三、“三公”经费预算12.00万元，其中：公务接待费2.00万元，公务用车运行维护费10.00万元。\n"
    "四、政府采购预算200.00万元。\n五、请在收到后15日内向所属单位批复预算，并自批复之日起20日内按规定"
    "向社会公开部门预算。各单位要严格执行预算，不得突破，如需调整应当按程序报批，并对资金的使用效益负责。\n"
)
FORM = (
    "{who}2026年部门预算公开说明\n第一部分 部门概况\n一、主要职责\n二、机构设置\n情况说明\n"
    "一、收支预算总体情况\n2026年收支总预算{blank}万元，比上年增加（减少）{blank}万元，主要原因是填写原因。\n"
    "二、收入预算情况\n收入预算{blank}万元，其中：一般公共预算拨款收入{blank}万元。\n三、支出预算情况\n"
    "支出预算{blank}万元，其中：基本支出{blank}万元，项目支出{blank}万元。\n四、“三公”经费预算{blank}万元。\n"
    "五、机关运行经费预算{blank}万元。\n六、政府采购预算总额{blank}万元，其中：货物{blank}万元，服务{blank}万元。\n"
)


@pytest.mark.parametrize(
    "title",
    [
        "江城市财政局关于批复2026年部门预算的通知",
        "关于下达2026年度部门预算指标的通知",
        "江城市测试局关于报送2026年部门预算草案的函",
        "江城市测试局2026年一季度预算执行情况分析",
    ],
)
def test_a_letter_to_a_department_is_refused(title: str) -> None:
    found = read_document(f"{title}\n市测试局：\n{FIGURES.format(verb='批复')}".encode(), "a.txt")
    assert isinstance(found, Refusal)
    assert found.code == "notice"


@pytest.mark.parametrize(
    "titles",
    [
        "江城市测试局2026年部门预算公开\n关于批复2026年部门预算的通知",
        "江城市测试局关于2026年部门预算公开的说明",
    ],
)
def test_a_disclosure_that_speaks_of_one_is_read(titles: str) -> None:
    assert order_to_a_department(titles) is None
    text = f"{titles}\n{FIGURES.format(verb='公开')}"
    assert not isinstance(narrative_of(text), Refusal)


@pytest.mark.parametrize("blank", ["XX", "××", "    ", "____"])
@pytest.mark.parametrize("who", ["XX局", "江城市测试局"])
def test_a_form_that_nobody_filled_in_is_refused(who: str, blank: str) -> None:
    found = read_document(FORM.format(who=who, blank=blank).encode(), "a.txt")
    assert isinstance(found, Refusal)


def test_one_number_left_out_is_no_form() -> None:
    text = FORM.format(who="江城市测试局", blank="12.00").replace(
        "预算总额12.00万元", "预算总额万元"
    )
    assert not isinstance(read_document(text.encode(), "a.txt"), Refusal)
