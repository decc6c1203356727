"""A reform is proposed by documents and lists, and a line of departments once confirmed."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from disclosures.models import Department, Revision, Succession, SuccessionProposal
from disclosures.publishing.proposing import (
    BadListError,
    confirm_proposal,
    dismiss_proposal,
    propose_from_document,
    propose_from_list,
)
from disclosures.publishing.refused import ActionError
from disclosures.records.succession import Decision, Reform
from tests.publishing.conftest import People

OLD = "昆明市原某某局"
SAID = "2021年，由原某某局更名为本部门。"


@pytest.fixture
def predecessor(draft: Revision) -> Department:
    region = draft.disclosure.department.region
    return Department.objects.create(region=region, name="昆明市某某局", slug="mou-mou-ju")


@pytest.fixture
def proposal(draft: Revision, predecessor: Department) -> SuccessionProposal:
    draft.text += f"\n{SAID}\n"
    assert propose_from_document(draft) == 1
    return SuccessionProposal.objects.get()


def test_a_document_s_sentence_is_a_proposal_and_no_more(
    proposal: SuccessionProposal, predecessor: Department, draft: Revision
) -> None:
    assert (proposal.predecessor_name, proposal.predecessor) == ("某某局", predecessor)
    assert (proposal.reform, proposal.year, proposal.evidence) == (Reform.RENAMED, 2021, SAID)
    assert proposal.successor == draft.disclosure.department
    assert not Succession.objects.exists()
    assert propose_from_document(draft) == 0


def test_a_person_makes_it_a_line(proposal: SuccessionProposal, people: People) -> None:
    with pytest.raises(ActionError, match="没有登记部门沿革的权限"):
        confirm_proposal(proposal=proposal, by=people.officer)
    made = confirm_proposal(proposal=proposal, by=people.administrator)
    assert (made.year, made.reform, made.note) == (2021, Reform.RENAMED, SAID)
    proposal.refresh_from_db()
    assert (proposal.decision, proposal.decided_by) == (Decision.CONFIRMED, people.administrator)
    with pytest.raises(ActionError, match="已处理"):
        dismiss_proposal(proposal=proposal, by=people.administrator)


def test_what_was_left_aside_is_not_proposed_again(
    proposal: SuccessionProposal, draft: Revision, people: People
) -> None:
    dismiss_proposal(proposal=proposal, by=people.administrator)
    assert propose_from_document(draft) == 0
    assert not Succession.objects.exists()


def test_what_it_lacks_is_said(
    proposal: SuccessionProposal, predecessor: Department, people: People
) -> None:
    SuccessionProposal.objects.update(year=None)
    with pytest.raises(ActionError, match="没有起始年度"):
        confirm_proposal(proposal=proposal, by=people.administrator)
    SuccessionProposal.objects.update(year=2021, predecessor=None)
    predecessor.delete()
    with pytest.raises(ActionError, match="没有名为“某某局”的部门"):
        confirm_proposal(proposal=proposal, by=people.administrator)
    assert not Succession.objects.exists()


def listed(folder: Path, *rows: str) -> Path:
    path = folder / "沿革.csv"
    path.write_text("\n".join(("前身,后续部门,起始年度,改革方式,依据", *rows)), encoding="utf-8")
    return path


def test_a_list_proposes_too(draft: Revision, predecessor: Department, tmp_path: Path) -> None:
    name = draft.disclosure.department.name
    path = listed(tmp_path, f"昆明市某某局,{name},2020,合并,昆编办〔2019〕1号")
    assert propose_from_list(path) == 1
    assert propose_from_list(path) == 0
    (proposal,) = SuccessionProposal.objects.all()
    assert (proposal.predecessor, proposal.reform) == (predecessor, Reform.MERGED)
    assert (proposal.year, proposal.evidence) == (2020, "昆编办〔2019〕1号")


def test_a_bad_list_names_every_row_and_proposes_nothing(draft: Revision, tmp_path: Path) -> None:
    name = draft.disclosure.department.name
    rows = (f"甲局,{name},2020,更名,", "甲局,没有的局,2020,更名,", f"乙局,{name},20,更名,")
    rows += (f"丙局,{name},2020,改制,", f",{name},2020,更名,")
    with pytest.raises(BadListError) as caught:
        propose_from_list(listed(tmp_path, *rows))
    said = str(caught.value)
    for words in ("第3行：后续部门“没有的局”", "第4行：起始年度“20”", "第5行：改革方式“改制”"):
        assert words in said
    assert "第6行：没有写前身" in said
    assert not SuccessionProposal.objects.exists()
    (tmp_path / "x.csv").write_text("甲,乙\n", encoding="utf-8")
    with pytest.raises(BadListError, match="缺少列前身"):
        propose_from_list(tmp_path / "x.csv")


def test_the_administrator_confirms_on_the_list(
    proposal: SuccessionProposal, people: People, client: Client
) -> None:
    client.force_login(people.administrator)
    at = reverse("admin:disclosures_successionproposal_changelist")
    asked = {"action": "confirm", "_selected_action": [str(proposal.pk)]}
    assert "已确认 1 条" in client.post(at, asked, follow=True).content.decode()
    assert Succession.objects.get().successor == proposal.successor
    again = client.post(at, asked, follow=True).content.decode()
    assert "已处理" in again
