"""What else a paper says beside its figures takes no figure's place, or not without a doubt."""

from decimal import Decimal

import pytest

from disclosures.classification.figures import HEADLINE
from disclosures.documents.national.read import read_national
from disclosures.documents.plausibility.read import implausible
from disclosures.records.narrative import Narrative
from disclosures.tables.book import Book
from tests.documents.national.test_holdouts import NAMES, Holdout

# {last} and {year} are the years of the paper.
BESIDE = [
    "截至{last}年底，我局累计完成投资12.50亿元，安排项目支出300.00万元用于改造。",
    "{last}年，争取上级资金，部门收入预算9,999.00万元，支出预算9,999.00万元。",
    "下属单位测试中心支出预算77.00万元，其中基本支出50.00万元、项目支出27.00万元。",
    "绩效目标：机关运行经费不超过66.00万元，公务接待费控制在5.55万元以内，政府采购支出888.00万元。",
    "“三公”经费指财政拨款安排的三项经费，如某部门安排99.99万元。",
    "全市{year}年“三公”经费预算1,234.00万元。",
    "{year}年一般公共预算财政拨款基本支出123.45万元，其中人员经费100.00万元。",
    "上年度机关运行经费55.55万元，公务用车运行维护费6.66万元。",
    "{year}年纳入预算的政府购买服务支出预算700.00万元。",
    "上年结转一般公共预算拨款收入45.00万元，政府性基金预算拨款收入5.00万元。",
    "按经济分类，公务接待费（30217）1.11万元、公务用车运行维护费（30231）2.22万元。",
    "其中：市本级收入预算600.00万元，下属单位收入预算300.00万元。",
    "{last}年度收入决算总计7,777.00万元，支出决算总计7,777.00万元。",
    "我局管理的专项资金支出总计66,666.00万元，不纳入本部门预算。",
    "与{last}年“三公”经费预算44.44万元相比有所下降。",
    "项目支出中，信息化运维项目支出55.00万元，物业服务项目支出33.00万元。",
]


def doubted(narrative: Narrative, key: str) -> bool:
    stated = narrative.statement(key)
    assert stated is not None
    told = implausible(narrative, Book())
    within = any(each.start < stated.end and stated.start < each.end for each in narrative.doubts)
    return within or any(key in each.keys for each in told)


@pytest.mark.parametrize("sentence", BESIDE)
@pytest.mark.parametrize("at", [2, -1])
def test_a_sentence_beside_makes_no_wrong_figure(sentence: str, at: int) -> None:
    for name in NAMES:
        holdout = Holdout(name)
        year = read_national(holdout.text).year
        assert year is not None
        lines = holdout.text.split("\n")
        lines.insert(at, sentence.format(year=year, last=year - 1))
        narrative = read_national("\n".join(lines))
        for figure, key in HEADLINE.items():
            value: Decimal | None = narrative.number(key)
            if value is None or value == holdout.figures.get(figure):
                continue
            assert figure in holdout.doubted or doubted(narrative, key), (name, figure, value)
