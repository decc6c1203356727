"""gunicorn's configuration is one gunicorn accepts, and the health check asks politely."""

import os
import subprocess
import sys

import pytest

from budget_portal import healthcheck
from budget_portal.console import ROOT


def gunicorn(**environment: str) -> subprocess.CompletedProcess[str]:
    """gunicorn, told to read its configuration and leave."""
    command = [sys.executable, "-m", "gunicorn", "--config", "python:budget_portal.gunicorn"]
    return subprocess.run(
        [*command, "--print-config"],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("as_json", ["true", "false"])
def test_gunicorn_accepts_its_configuration(as_json: str) -> None:
    done = gunicorn(LOG_JSON=as_json, WEB_CONCURRENCY="3")
    assert done.returncode == 0, done.stderr
    settings = dict(line.split("=", 1) for line in done.stdout.splitlines() if "=" in line)
    found = {name.strip(): value.strip() for name, value in settings.items()}
    assert found["workers"] == "3"
    assert found["threads"] == "1"
    assert found["control_socket_disable"] == "True"


@pytest.mark.parametrize(
    ("allowed", "sent"),
    [
        ("budget.example.org,localhost", "budget.example.org"),
        (".example.org", "example.org"),
        ("*", "localhost"),
        ("", "localhost"),
    ],
)
def test_the_health_check_uses_a_name_the_site_accepts(
    monkeypatch: pytest.MonkeyPatch, allowed: str, sent: str
) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", allowed)
    assert healthcheck.host_header() == sent


def test_a_site_that_is_down_is_not_well() -> None:
    assert healthcheck.status("127.0.0.1", 1) == 0
