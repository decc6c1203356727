"""Departments published of all: told by a list that somebody entered, never by what is here."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from disclosures.publishing.obligations import take_in_list
from disclosures.publishing.places import load_regions
from disclosures.publishing.refused import ActionError
from disclosures.queries.obligations import lists
from disclosures.records.disclosure import Revision
from disclosures.records.obligation import Obligation
from tests.pages.published import person

NAME = "昆明市网格化综合监督指挥中心"
HEAD = "地区,年度,部门,依据\n"
LIST = (
    f"{HEAD}昆明市,2022,{NAME},昆财预〔2022〕1号\n"
    "530100,2022,昆明市甲局,\n昆明市,2022,昆明市乙局,\n"
)
BACKEND = "django.contrib.auth.backends.ModelBackend"


def said(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_without_a_list_nobody_is_missing_and_the_page_says_so(
    published: Revision, client: Client
) -> None:
    home, timely = said(client, "/"), said(client, "/timeliness/")
    assert "应公开部门名单未登记" in home
    assert "应公开部门名单未登记" in timely
    assert "应公开 0" not in home + timely
    for path in ("/", "/timeliness/"):
        held = client.get(path)["ETag"]
        assert client.get(path, headers={"If-None-Match": held}).status_code == 304
        take_in_list(LIST.encode("gb18030"))
        assert client.get(path, headers={"If-None-Match": held}).status_code == 200
        Obligation.objects.all().delete()
    Obligation.objects.all().delete()
    take_in_list(f"{HEAD}昆明市,2021,昆明市甲局,\n".encode())
    assert "应公开部门名单未登记" in said(client, "/?year=2022")


def test_a_list_tells_how_many_of_all_and_who_is_missing(
    published: Revision, client: Client
) -> None:
    assert take_in_list(LIST.encode()).added == 3
    again = take_in_list(f"{LIST}昆明市,2022,昆明市丙局,\n".encode())
    assert (again.added, again.known) == (1, 3)
    (only,) = lists(region="kunming", year=2022)
    assert (only.published, only.missing) == (1, ("昆明市甲局", "昆明市乙局", "昆明市丙局"))
    assert "已公开 1 / 应公开 4" in said(client, "/")
    assert "1 published of 4 that have to" in said(client, "/en/")
    timely = said(client, "/timeliness/?year=2022")
    for words in ("1 / 4", "昆明市乙局", "未公开（原因未知）", "昆财预〔2022〕1号"):
        assert words in timely
    assert "0 / 4" in said(client, "/timeliness/?kind=final")
    assert lists(region="beijing") == []


WRONG = (
    ("地区,年度\n昆明市,2022\n", "缺少：部门"),
    (f"{LIST}无此市,2022,甲局,\n", "第5行：没有登记地区"),
    (f"{LIST}昆明市,2200,甲局,\n", "第5行：年度"),
    (f"{LIST}昆明市,２０２２,甲局,\n", "第5行：年度"),
    (f"{LIST}昆明市,2022,,依据\n", "没有写部门名称"),
    (f"{LIST}昆明市,2022,{'长' * 121},\n", "超过120个字"),
    ("%PDF-1.4", "不是文本"),
    ("", "文件是空的"),
    (f"{LIST}昆明市,2022,{'长' * 200_000},\n", "不是可以读的 CSV"),
)


def test_a_list_with_a_mistake_is_refused_whole(db: None) -> None:
    load_regions()
    for data, why in WRONG:
        with pytest.raises(ActionError, match=why):
            take_in_list(data.encode())
    assert not Obligation.objects.exists()


def test_finance_hands_a_list_in_and_a_clerk_may_not(published: Revision, client: Client) -> None:
    page = "/admin/disclosures/obligation/take-in/"
    client.force_login(person("reviewer"), BACKEND)
    assert "导入名单" in said(client, "/admin/disclosures/obligation/")
    wrong = client.post(page, {"file": SimpleUploadedFile("a.csv", b"x\n")})
    assert wrong.status_code == 400
    assert "缺少：地区、年度、部门" in wrong.content.decode()
    sent = client.post(page, {"file": SimpleUploadedFile("a.csv", LIST.encode())}, follow=True)
    assert "新登记 3 个应公开部门" in sent.content.decode()
    client.force_login(person("finance"), BACKEND)
    assert client.get(page).status_code == 403


def test_an_open_quotation_swallows_no_lines(published: Revision) -> None:
    data = '地区,年度,部门\n昆明市,2022,"甲局\n昆明市,2022,乙局\n'.encode()
    with pytest.raises(ActionError, match="CSV"):
        take_in_list(data)
    assert not Obligation.objects.exists()
