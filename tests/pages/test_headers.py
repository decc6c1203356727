"""What every answer tells the browser not to do."""

from typing import Any

import pytest
from django.test import Client

from disclosures.records.disclosure import Revision
from tests.pages.published import AT, FIGURE

PATHS = ("/", "/en/", AT, FIGURE, "/mei-you/", "/api/v1/", "/api/v1/docs/", "/admin/login/")


def test_no_page_may_run_or_load_what_is_not_ours(published: Revision, client: Client) -> None:
    for path in PATHS:
        headers = client.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy, path
        assert not {"unsafe-inline", "unsafe-eval", "http:", "https:", "*"} & set(policy.split())
        assert "unsafe" not in policy
        assert "camera=()" in headers["Permissions-Policy"], path
        assert headers["X-Content-Type-Options"] == "nosniff", path
        assert headers["X-Frame-Options"] == "DENY", path
        assert headers["Referrer-Policy"] == "same-origin", path
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin", path


def test_nobody_gets_a_cookie_for_reading(published: Revision, client: Client) -> None:
    for path in (*PATHS[:6], f"{AT}r1/"):
        answer = client.get(path)
        assert not answer.cookies, path
        assert "Cookie" not in answer.headers.get("Vary", ""), path


@pytest.mark.django_db
def test_behind_tls_a_browser_stays_there(client: Client, settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    assert client.get("/").headers["Location"] == "https://testserver/"
    answer = client.get("/", secure=True)
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


@pytest.mark.django_db
def test_guessing_passwords_is_stopped(client: Client, settings: Any) -> None:
    wrong = {"username": "finance", "password": "guess"}
    statuses = [
        client.post("/admin/login/", wrong).status_code
        for _ in range(settings.AXES_FAILURE_LIMIT + 1)
    ]
    assert statuses[0] == 200
    assert statuses[-1] == 429
