"""A preview is the public page itself, for its hours; any other token is as no address at all."""

import pytest
from django.core import signing
from django.test import Client

from disclosures.publishing.actions import publish_revision
from disclosures.publishing.previewing import preview_token
from disclosures.records.disclosure import Revision, State
from disclosures.records.preview import SALT, SECONDS
from tests.pages.published import OTHER_AT, other_department, person, take_in


@pytest.fixture
def draft(published: Revision, seed: bytes) -> Revision:
    return take_in(other_department(seed))


def token(draft: Revision) -> str:
    return preview_token(revision=draft, by=person("finance"))


def said(client: Client, path: str) -> tuple[int, bytes, dict[str, str]]:
    answer = client.get(path)
    return answer.status_code, answer.content, dict(answer.headers)


def test_it_is_the_page_the_public_will_see(draft: Revision, client: Client) -> None:
    address = f"/preview/{token(draft)}/"
    answer = client.get(address)
    seen = answer.content.decode()
    assert answer["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "这是尚未公开的版本" in seen
    assert f'href="{address}figures/income.total/"' in seen
    assert OTHER_AT not in seen
    assert (
        "/kunming/ce-shi-ju/" not in seen
    )  # a page that is not there before its first publication
    assert client.get(f"{address}figures/income.total/").status_code == 200
    assert client.get(f"{address}tables/three-public/0/total/").status_code == 200


@pytest.mark.parametrize("tail", ["", "figures/income.total/", "tables/three-public/0/total/"])
def test_no_token_of_ours_answers_as_no_address(
    draft: Revision, client: Client, monkeypatch: pytest.MonkeyPatch, tail: str
) -> None:
    good = token(draft)
    nowhere = said(client, f"/preview/x:y:z/{tail}")
    assert nowhere[0] == 404
    others = [
        f"{good[:-1]}{'A' if good[-1] != 'A' else 'B'}",
        signing.dumps(draft.pk, salt="other"),
    ]
    others += [signing.dumps(10**9, salt=SALT), signing.dumps("1", salt=SALT)]
    for each in others:
        assert said(client, f"/preview/{each}/{tail}") == nowhere
    real = signing.time.time
    monkeypatch.setattr(signing.time, "time", lambda: real() + SECONDS + 1)
    assert said(client, f"/preview/{good}/{tail}") == nowhere


def test_once_it_is_public_the_link_is_none(draft: Revision, client: Client) -> None:
    good = token(draft)
    Revision.objects.filter(pk=draft.pk).update(
        state=State.SUBMITTED, submitted_by=person("finance")
    )
    Revision.objects.filter(pk=draft.pk).update(
        state=State.APPROVED, approved_by=person("reviewer")
    )
    publish_revision(revision=draft, by=person("reviewer"))
    assert client.get(f"/preview/{good}/").status_code == 404
