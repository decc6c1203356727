"""Explanations end where the document goes on to something else; a term keeps its own quotes."""

import pytest

from disclosures.documents.national.glossary import terms_of

SAID = "指使用财政拨款安排的因公出国（境）费用和公务接待费。"
EXPLAINED = f"""第四部分 名词解释
一、基本支出：指为保障机构正常运转而发生的支出，包括人员经费。
二、项目支出：指为完成特定任务而发生的支出。
三、“三公”经费：{SAID}
"""


@pytest.mark.parametrize(
    "behind",
    [
        "二、表格部分\n表1\n收支总表\n部门名称：某局 单位：万元",
        "表1\n收支总表\n部门名称：某局 单位：万元",
        "表一\n部门收支总体情况表",
        "部门预算公开联系人：王某 联系方式：000-00000000\n—11—\n表一",
        "联系电话：000-00000000",
        "部门预算编制说明\n2023年，某局收入预算164万元，其中：财政拨款收入164万元。",
        "2024年部门预算编制说明\n2024年，某局收入预算164万元。",
        "第五部分 附表",
    ],
)
def test_what_comes_behind_the_last_term_is_none_of_its_definition(behind: str) -> None:
    terms = terms_of(f"{EXPLAINED}{behind}\n")
    assert [each.term for each in terms] == ["基本支出", "项目支出", "“三公”经费"]
    assert terms[-1].definition == SAID


def test_a_definition_goes_on_over_lines_and_quotes_around_a_term_go() -> None:
    text = EXPLAINED.replace("基本支出：", "“基本支出”：") + "其中，公务接待费含外宾接待。\n"
    terms = terms_of(text)
    assert terms[0].term == "基本支出"
    assert terms[-1].definition == f"{SAID}\n其中，公务接待费含外宾接待。"
