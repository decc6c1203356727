"""The twenty days: who is in time, who is late, who cannot be judged, and that nothing leaks."""

import csv
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html as lxml_html

from disclosures.publishing.actions import withdraw_revision
from disclosures.publishing.demo import SEED
from disclosures.queries.timeliness import Ignorance, Standing, Timing, timings, today
from disclosures.records.approval import Approval
from disclosures.records.audit import AuditEntry
from disclosures.records.disclosure import FiscalYear, Kind, Revision, State
from disclosures.records.places import Department
from tests.pages.published import AT, other_department, person, take_in
from tests.pages.siblings import publish_as_it_was

PAGE = "/timeliness/"
BACKEND = "django.contrib.auth.backends.ModelBackend"
DAY = date(2022, 3, 1)


def timed(first: Revision | None, approved: date | None, day: date = date(2022, 6, 1)) -> Timing:
    """A case that is stored nowhere."""
    approval = Approval(approved_on=approved) if approved else None
    return Timing(Department(), 2022, Kind.BUDGET, first, approval, day)


def history(printed: date | None) -> Revision:
    """A historical document with its printed date."""
    return Revision(is_history=True, printed_date=printed, published_at=timezone.now())


@pytest.mark.parametrize(
    ("days", "standing", "late"),
    [
        (0, Standing.IN_TIME, 0),
        (20, Standing.IN_TIME, 0),
        (21, Standing.LATE, 1),
        (50, Standing.LATE, 30),
        (-1, Standing.UNKNOWN, 0),
    ],
)
def test_twenty_days_from_approval(days: int, standing: Standing, late: int) -> None:
    case = timed(history(DAY + timedelta(days=days)), DAY)
    assert (case.standing, case.days_late, case.days) == (standing, late, days)
    assert (case.ignorance is Ignorance.BACKWARDS) == (days < 0)


@pytest.mark.parametrize(
    ("day", "standing", "late"), [(20, Standing.WAITING, 0), (21, Standing.MISSING, 1)]
)
def test_what_is_not_published_is_overdue_after_the_twentieth(
    day: int, standing: Standing, late: int
) -> None:
    case = timed(None, DAY, DAY + timedelta(days=day))
    assert (case.standing, case.days_late) == (standing, late)


def test_nobody_is_judged_without_both_days() -> None:
    assert timed(history(DAY), None).ignorance is Ignorance.NO_APPROVAL
    assert timed(history(None), DAY).ignorance is Ignorance.NO_DAY
    for case in (timed(history(DAY), None), timed(history(None), DAY)):
        assert (case.standing, case.days_late, case.days) == (Standing.UNKNOWN, 0, None)


def approve(department: Department, day: date, year: int = 2022, **more: Any) -> Approval:
    """Enter an approval and announce it."""
    fiscal = FiscalYear.objects.get_or_create(year=year)[0]
    said = {"kind": Kind.BUDGET, "is_announced": True} | more
    return Approval.objects.create(
        department=department, fiscal_year=fiscal, approved_on=day, **said
    )


def rows(client: Client, **asked: str) -> dict[str, str]:
    """Department to the words of its row."""
    answer = client.get(PAGE, asked)
    assert answer.status_code == 200
    tree = lxml_html.fromstring(answer.content.decode())
    found = tree.xpath("//table[contains(@class,'timings')]/tbody/tr")
    return {each.xpath("th")[0].text_content(): words(each) for each in found}


def words(element: Any) -> str:
    """What an element says, its words apart by one space."""
    return " ".join(element.text_content().split())


def test_the_page_says_who_is_in_time_and_who_cannot_be_judged(
    published: Revision, client: Client
) -> None:
    name = published.disclosure.department.name
    assert "未知，不能判断" in rows(client)[name]
    approve(
        published.disclosure.department, today() - timedelta(days=3), document="财预〔2022〕1号"
    )
    said = rows(client)[name]
    assert "按时公开" in said
    assert "批复后 3 日" in said
    assert "财预〔2022〕1号" in said
    Approval.objects.update(approved_on=today() - timedelta(days=25))
    assert "逾期公开 5 日" in rows(client)[name]


def test_an_approval_counts_only_once_it_is_announced(published: Revision, client: Client) -> None:
    before = client.get(PAGE)
    approve(published.disclosure.department, DAY, is_announced=False)
    other = Department.objects.create(
        region=published.disclosure.department.region, name="昆明市密局", slug="mi-ju"
    )
    approve(other, DAY, is_announced=False)
    after = client.get(PAGE)
    assert (after.content, after["ETag"]) == (before.content, before["ETag"])
    Approval.objects.filter(department=other).update(is_announced=True)
    told = client.get(PAGE, headers={"If-None-Match": before["ETag"]})
    assert told.status_code == 200
    assert "逾期未公开" in rows(client)["昆明市密局"]
    assert client.get("/kunming/mi-ju/").status_code == 404


def test_a_draft_does_not_show(published: Revision, client: Client, seed: bytes) -> None:
    before = client.get(PAGE)
    draft = take_in(other_department(seed), State.APPROVED)
    after = client.get(PAGE)
    assert (after.content, after["ETag"]) == (before.content, before["ETag"])
    approve(draft.disclosure.department, today() - timedelta(days=2))
    said = client.get(PAGE).content.decode()
    assert "期限未到" in rows(client)["昆明市测试局"]
    assert "/kunming/ce-shi-ju/" not in said


def test_history_is_judged_by_its_printed_date(
    published: Revision, client: Client, seed: bytes
) -> None:
    old = publish_as_it_was(other_department(seed))
    assert old.printed_date == date(2022, 2, 17)
    approve(old.disclosure.department, date(2022, 1, 20))
    said = rows(client)["昆明市测试局"]
    assert "逾期公开 8 日" in said
    assert "2022年2月17日部门落款" in said


def test_corrections_and_withdrawals_are_told_with_their_reason(
    published: Revision, client: Client, seed: bytes
) -> None:
    first = published.published_at
    take_in(SEED.read_bytes().replace("综合处、".encode(), "综合科、".encode()), State.PUBLISHED)
    other = take_in(other_department(seed), State.PUBLISHED)
    withdraw_revision(revision=other, by=person("reviewer"), note="含涉密内容")
    said = client.get(PAGE).content.decode()
    tree = lxml_html.fromstring(said)
    told = [words(each) for each in tree.xpath("//ol/li")]
    assert len(told) == 2
    assert told[0].startswith("撤回 昆明市测试局")
    assert "含涉密内容" in told[0]
    assert told[1].startswith("更正 昆明市网格化综合监督指挥中心")
    links = tree.xpath("//ol/li//a/@href")
    assert links == [f"{AT}r2/", f"{AT}r2/changes/"]
    assert {client.get(each).status_code for each in links} == {200}
    (case,) = timings()
    assert case.first is not None
    assert case.first.published_at == first  # of the first version, whatever came later


def test_filters_counts_and_file_agree(published: Revision, client: Client, seed: bytes) -> None:
    old = publish_as_it_was(other_department(seed))
    approve(old.disclosure.department, date(2022, 1, 20))
    assert list(rows(client, standing="late")) == ["昆明市测试局"]
    assert rows(client, year="1999") == {}
    assert rows(client, region="beijing") == {}
    assert len(rows(client, kind="budget", year="2022", region="kunming")) == 2
    tree = lxml_html.fromstring(client.get(PAGE).content.decode())
    for href in tree.xpath("//table[contains(@class,'tallies')]//td/a/@href"):
        asked = client.get(f"{PAGE}{href.split('#')[0]}")
        page = lxml_html.fromstring(asked.content.decode())
        assert len(page.xpath("//table[contains(@class,'timings')]/tbody/tr")) == 1
    answer = client.get(f"{PAGE}timeliness.csv", {"standing": "late"})
    heading, row = csv.reader(StringIO(answer.content.decode("utf-8-sig")))
    told = dict(zip(heading, row, strict=True))
    assert (told["部门"], told["结果"], told["逾期日数"]) == ("昆明市测试局", "逾期公开", "8")
    assert (told["批复日期"], told["期限"], told["公开日期"]) == (
        "2022-01-20",
        "2022-02-09",
        "2022-02-17",
    )


def test_no_word_breaks_it(published: Revision, client: Client) -> None:
    for name in ("region", "year", "kind", "standing", "page"):
        for value in ("\0", "'\"><script>", "9" * 10_000, "-1", "昆明"):
            answer = client.get(PAGE, {name: value})
            assert answer.status_code == 200, (name, value)
            assert b"<script>" not in answer.content


def test_few_questions(
    published: Revision, client: Client, seed: bytes, django_assert_max_num_queries: Any
) -> None:
    publish_as_it_was(other_department(seed))
    approve(published.disclosure.department, DAY)
    with django_assert_max_num_queries(11):
        client.get(PAGE)


def test_finance_enters_it_and_the_trail_keeps_it(published: Revision, client: Client) -> None:
    department = published.disclosure.department
    add = reverse("admin:disclosures_approval_add")
    given = {
        "department": department.pk,
        "fiscal_year": 2022,
        "kind": "budget",
        "approved_on": "2022-02-10",
        "document": "",
    }
    client.force_login(person("finance"), backend=BACKEND)
    assert client.post(add, given).status_code == 403
    client.force_login(person("reviewer"), backend=BACKEND)
    assert client.post(add, given).status_code == 302
    approval = Approval.objects.get()
    assert (approval.approved_on, approval.is_announced) == (date(2022, 2, 10), False)
    change = reverse("admin:disclosures_approval_change", args=(approval.pk,))
    assert client.post(change, given | {"approved_on": "2022-02-11"}).status_code == 302
    trail = AuditEntry.objects.filter(relation="disclosures_approval").order_by("pk")
    assert [each.deed for each in trail] == ["insert", "update"]
    assert trail[1].before["approved_on"] == "2022-02-10"
    changelist = reverse("admin:disclosures_approval_changelist")
    client.post(changelist, {"action": "announce", "_selected_action": [approval.pk]})
    approval.refresh_from_db()
    assert approval.is_announced


@pytest.mark.parametrize("day", [date(2020, 12, 31), date(2025, 1, 1)])
def test_a_day_of_another_year_is_refused(published: Revision, day: date) -> None:
    wrong = Approval(
        department=published.disclosure.department, fiscal_year_id=2022, approved_on=day
    )
    with pytest.raises(ValidationError, match="批复日期应在2021年至2024年之间"):
        wrong.full_clean()
