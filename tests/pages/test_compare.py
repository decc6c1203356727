"""Departments and years side by side: what is told, what is not, and whom they are held against."""

import csv
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from typing import Any

import pytest
from django.test import Client
from lxml import html as lxml_html

from disclosures.classification.loading import load_codes
from disclosures.classification.prices import base_years, factor
from disclosures.pages.comparing.measures import change, rounded
from disclosures.pages.comparing.peers import peers_of
from disclosures.queries.comparing import identity_of
from disclosures.records.disclosure import Revision
from disclosures.records.succession import Reform, Succession
from tests.pages.published import SLUG
from tests.pages.siblings import publish_as_it_was, sibling
from tests.pages.test_language import CHINESE, ours

AT = "/compare/"
SEED = f"kunming.{SLUG}.2022.budget"
MONEY = Decimal("0.01")


def asked(client: Client, *of: str, status: int = 200, **more: str) -> Any:
    answer = client.get(AT, {"of": of, **more})
    assert answer.status_code == status
    return lxml_html.fromstring(answer.content.decode())


def line(page: Any, label: str) -> list[str]:
    """The cells of the line of a label, their words apart by one space."""
    (row,) = page.xpath(f"//table[@class='matrix']/tbody/tr[contains(th, '{label}')]")
    return [" ".join(" ".join(each.itertext()).split()) for each in row.xpath("td")]


@pytest.fixture
def pair(published: Revision, seed: bytes) -> tuple[str, str]:
    """The seed and another department that spends 605.00 on basic expenditure, not 505.01."""
    other = publish_as_it_was(sibling(seed, "测试局", 1888, old1="505.01", new1="605.00"))
    return SEED, identity_of(other)


def test_amounts_stand_side_by_side_with_the_change(client: Client, pair: tuple[str, str]) -> None:
    page = asked(client, *pair)
    assert line(page, "基本支出")[:2] == ["505.01", "605.00 +19.8%"]
    assert "未公开" in line(page, "机关运行经费")[0] or line(page, "机关运行经费")[0] == "0.00"
    back = asked(client, *reversed(pair))
    assert line(back, "基本支出")[:2] == ["605.00", "505.01 -16.5%"]


def test_every_amount_leads_to_where_it_is_printed(client: Client, pair: tuple[str, str]) -> None:
    for on in ("headline", "three-public", "staffing", "general-budget-by-function"):
        links = asked(client, *pair, on=on).xpath("//table[@class='matrix']/tbody//td//a/@href")
        assert links, on
        for each in links:
            assert client.get(each).status_code == 200, each


def test_rows_are_matched_by_code(client: Client, published: Revision, seed: bytes) -> None:
    other = publish_as_it_was(
        sibling(seed, "测试局", 1888, old1="“2101102", new1="“2101101", old2="30.99", new2="44.00")
    )
    page = asked(client, SEED, identity_of(other), on="general-budget-by-function")
    assert line(page, "2101102")[:2] == ["30.99", "没有此行"]
    assert line(page, "2101101")[:2] == ["没有此行", "44.00"]
    assert line(page, "2210201")[1].startswith("48.64")


def test_a_table_that_is_not_printed_is_said_not_drawn_as_zero(
    client: Client, pair: tuple[str, str]
) -> None:
    page = asked(client, *pair, on="income-by-function")
    assert "没有可以对应的行" in page.text_content()


@pytest.mark.parametrize(
    ("now", "base", "said"),
    [
        (110, 100, "+10.0%"),
        (0, 100, "-100.0%"),
        (5, 0, ""),
        (5, -5, ""),
        (None, 5, ""),
        (5, None, ""),
    ],
)
def test_a_change_needs_a_base(now: int | None, base: int | None, said: str) -> None:
    assert change(*(each if each is None else Fraction(each) for each in (now, base))) == said


def test_rounding_is_half_up_away_from_zero() -> None:
    for value, text in (("0.125", "0.13"), ("-0.125", "-0.13"), ("1.005", "1.01"), ("0", "0.00")):
        made = rounded(Fraction(value), MONEY)
        assert str(abs(made)) == text.lstrip("-")
        assert (made < 0) == text.startswith("-")


def test_per_staff_divides_by_what_is_stated(client: Client, pair: tuple[str, str]) -> None:
    page = asked(client, *pair, per="staff", unit="yuan")
    staff = Decimal(
        Revision.objects.get(disclosure__department__slug=SLUG)
        .quotedfigure_set.get(key="staff.on_post")
        .value
    )
    each = (Decimal("5050100") / staff).quantize(MONEY)
    assert line(page, "基本支出")[0] == f"{each:,}"
    assert f"{staff:.0f}" in page.xpath("//table[@class='matrix']/thead")[0].text_content()


def test_without_staff_there_is_no_share(client: Client, published: Revision, seed: bytes) -> None:
    silent = sibling(seed, "测试局", 1888, old1="在职实有", new1="在册")
    other = publish_as_it_was(silent)
    assert not other.quotedfigure_set.filter(key="staff.on_post").exists()
    page = asked(client, SEED, identity_of(other), per="staff")
    assert line(page, "基本支出")[1] == "在职实有人数未公开"


def test_constant_prices_use_the_index(client: Client, pair: tuple[str, str]) -> None:
    base = base_years()[0]
    page = asked(client, *pair, prices=str(base), unit="yuan")
    risen = factor(2022, base)
    assert risen is not None
    exact = rounded(5_050_100 * risen, MONEY)
    assert line(page, "基本支出")[0] == f"{exact:,}"
    assert "居民消费价格指数" in page.text_content()
    assert page.xpath("//table[contains(@class,'indices')]/tbody/tr/th/text()") == [
        str(year) for year in range(2023, base + 1)
    ]


def test_a_year_without_an_index_is_said(client: Client, published: Revision, seed: bytes) -> None:
    old = publish_as_it_was(seed.replace("2022年".encode(), "2009年".encode()))
    page = asked(client, SEED, identity_of(old), prices="2022")
    assert line(page, "基本支出")[1] == "没有该年的物价指数"


def peers(seed: bytes, totals: dict[int, str]) -> None:
    """Departments of the seed's class whose total expenditure is another."""
    for code, total in totals.items():
        changed = {} if total == "1707.95" else {"old1": "1707.95", "new1": total}
        publish_as_it_was(sibling(seed, f"第{code}局", code, **changed))


def test_peers_are_of_one_class_and_size_and_are_named(
    client: Client, pair: tuple[str, str], seed: bytes
) -> None:
    total = Revision.objects.get(disclosure__department__slug=SLUG)
    told = total.quotedfigure_set.get(key="exp.total").printed.removesuffix("万元")
    assert told == "1707.95"
    peers(seed, {2001: "1707.95", 2002: "3415.90", 2003: "3415.91", 2004: "853.97"})
    load_codes()
    first = peers_of([total])
    names = [each.revision.disclosure.department.name for each in first.like]
    assert first.of_class == "201"
    assert sorted(names) == ["昆明市测试局", "昆明市第2001局", "昆明市第2002局"]
    page = asked(client, *pair)
    assert page.xpath("//ul[@class='peers']//a/text()") == names
    assert line(page, "基本支出")[-1] == "505.01 3 家"
    assert "一般公共服务支出" in page.xpath("//section[@id='peers']")[0].text_content()


def test_no_median_of_fewer_than_three(client: Client, pair: tuple[str, str]) -> None:
    assert line(asked(client, *pair), "基本支出")[-1] == "只有 1 家，不算"


def test_years_and_reforms_between_are_said(
    client: Client, published: Revision, seed: bytes
) -> None:
    old = publish_as_it_was(
        sibling(seed.replace("2022年".encode(), "2020年".encode()), "老中心", 1888)
    )
    page = asked(client, SEED, identity_of(old))
    assert "年度不同，未扣除物价变动" in page.text_content()
    assert "机构改革" not in page.text_content()
    Succession.objects.create(
        predecessor=old.disclosure.department,
        successor=published.disclosure.department,
        reform=Reform.MERGED,
        year=2021,
    )
    said = asked(client, SEED, identity_of(old), prices="2022").text_content()
    assert "2021年有机构改革：" in said
    assert "不可直接相比" in said
    assert "未扣除物价" not in said


def test_choosing_needs_no_script(client: Client, pair: tuple[str, str]) -> None:
    page = asked(client, find="wang ge")
    assert page.xpath("//ul[@class='ticks']//input/@value") == [SEED]
    page = asked(client, SEED, find="测试")
    assert "再选一份" in page.text_content()
    (form,) = [each for each in page.forms if each.xpath(".//ul[@class='ticks']")]
    assert form.fields["of"] == SEED
    assert pair[1] in form.xpath(".//input[@type='checkbox']/@value")
    assert SEED not in form.xpath(".//input[@type='checkbox']/@value")
    page = asked(client, *pair)
    assert page.xpath("//ol[@class='picks']//a/@href") == [
        f"?of={pair[1]}",
        f"?of={pair[1]}&of={SEED}",
        f"?of={SEED}",
    ]


def test_the_address_keeps_all_that_is_asked(client: Client, pair: tuple[str, str]) -> None:
    more = {"on": "three-public", "per": "staff", "prices": "2021", "unit": "yuan"}
    page = asked(client, *pair, **more)
    (href,) = page.xpath("//p[@class='source']/a/@href")
    for name, value in more.items():
        assert f"{name}={value}" in href
    (how,) = [each for each in page.forms if "how" in each.get("class", "")]
    assert {name: how.fields[name] for name in more} == more


def test_the_file_holds_what_the_page_shows(client: Client, pair: tuple[str, str]) -> None:
    for more in ({}, {"on": "general-budget-by-function", "unit": "yuan"}, {"per": "staff"}):
        page = asked(client, *pair, **more)
        (href,) = page.xpath("//p[@class='source']/a/@href")
        answer = client.get(href)
        assert answer["Content-Type"] == "text/csv; charset=utf-8"
        heading, *rows = csv.reader(StringIO(answer.content.decode("utf-8-sig")))
        cells = page.xpath("//table[@class='matrix']/tbody/tr")
        assert len(rows) == len(cells)
        for row, shown in zip(rows, cells, strict=True):
            texts = [each.text_content().replace(",", "") for each in shown.xpath("td")[:2]]
            first, second = texts
            assert row[3] in first
            assert row[4] in second
            assert row[5] in second
        assert len(heading) == 8
        assert heading[3].endswith("第1版")
        assert not any("," in each for row in rows for each in row[3:])


BAD = {
    "seven": ({"of": [f"kunming.a{each}.2022.budget" for each in range(7)]}, 400, "最多比较 6 份"),
    "unknown": ({"of": [SEED, "kunming.mei-you.2022.budget"]}, 404, "没有公开过"),
    "markup": ({"of": [SEED, "<script>alert(1)</script>"]}, 404, "没有公开过"),
    "nul": ({"of": [SEED, "kunming.\0.2022.budget"]}, 404, "没有公开过"),
    "long": ({"of": [SEED, "a" * 10_000]}, 404, "没有公开过"),
    "year": ({"of": [SEED, f"kunming.{SLUG}.9999.budget"]}, 404, "没有公开过"),
    "kind": ({"of": [SEED, f"kunming.{SLUG}.2022.guess"]}, 404, "没有公开过"),
    "on": ({"of": [SEED], "on": "mei-you"}, 400, "没有可以这样比较的内容"),
    "per": ({"of": [SEED], "per": "cow"}, 400, "per=staff"),
    "prices": ({"of": [SEED], "prices": "9999"}, 400, "不能折算到这一年"),
    "words": ({"of": [SEED], "prices": "今年"}, 400, "不能折算到这一年"),
}


def test_bad_questions_are_answered_in_words(published: Revision, client: Client) -> None:
    for name, (given, status, said) in BAD.items():
        answer = client.get(AT, given)
        assert (answer.status_code, said in answer.content.decode()) == (status, True), name
        assert b"<script>alert" not in answer.content
        assert client.get(f"{AT}compare.csv", given).status_code == 400, name


def test_in_english_it_is_english(client: Client, pair: tuple[str, str]) -> None:
    for more in ({}, {"on": "general-budget-by-function", "prices": "2021"}, {"on": "staffing"}):
        answer = client.get(f"/en{AT}", {"of": pair, **more})
        tree = lxml_html.fromstring(answer.content.decode())
        said = {each.strip() for each in ours(tree.xpath("//main")[0], "en")}
        assert {each for each in said if CHINESE.search(each)} == set(), more
    for more in ({"of": "kunming.mei-you.2022.budget"}, {"prices": "9999"}):
        tree = lxml_html.fromstring(client.get(f"/en{AT}", more).content.decode())
        assert not any(map(CHINESE.search, ours(tree.xpath("//main")[0], "en"))), more


def test_one_alone_asks_for_another(published: Revision, client: Client) -> None:
    assert "再选一份" in asked(client, SEED).text_content()
    assert "再选一份" in asked(client, SEED, SEED).text_content()


def test_the_disclosure_and_the_department_lead_here(published: Revision, client: Client) -> None:
    for path in (f"/kunming/{SLUG}/2022/", f"/kunming/{SLUG}/"):
        page = lxml_html.fromstring(client.get(path).content.decode())
        assert f"{AT}?of={SEED}" in page.xpath("//main//a/@href"), path


def test_however_many_there_are_few_questions(
    client: Client, pair: tuple[str, str], seed: bytes, django_assert_max_num_queries: Any
) -> None:
    old = publish_as_it_was(other_year(seed))
    peers(seed, dict.fromkeys(range(2001, 2004), "1707.95"))
    third = identity_of(old)
    for on in ("headline", "general-budget-by-function", "department-income"):
        with django_assert_max_num_queries(12):
            asked(client, *pair, third, on=on)


def other_year(seed: bytes) -> bytes:
    """The seed's department three years before, so that reforms between are asked for too."""
    return seed.replace("2022年".encode(), "2019年".encode())
