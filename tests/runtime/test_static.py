"""Which static files are served: every one that a page names, and little besides."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from budget_portal.console import ROOT
from budget_portal.static import collect

NAMED = re.compile(r"{% static ['\"]([^'\"]+)['\"] %}")
KEPT = {"staticfiles": {"BACKEND": "budget_portal.static.Kept"}}


@pytest.fixture
def collected(settings: Any, tmp_path: Path) -> Path:
    """The files as `./run serve` collects them."""
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = settings.STORAGES | KEPT
    collect()
    return tmp_path / "static"


def test_every_file_that_a_template_names_is_there(collected: Path) -> None:
    manifest = json.loads((collected / "staticfiles.json").read_text())["paths"]
    templates = (ROOT / "templates").rglob("*.html")
    named = {name for path in templates for name in NAMED.findall(path.read_text(encoding="utf-8"))}
    assert named
    assert named - set(manifest) == set()
    for name in manifest.values():
        assert (collected / name).is_file()


def test_source_maps_and_what_nothing_shows_are_left_out(collected: Path) -> None:
    names = [str(path.relative_to(collected)) for path in collected.rglob("*") if path.is_file()]
    assert [each for each in names if each.endswith((".map", ".br")) or "redoc" in each] == []
    assert any(each.endswith(".js.gz") for each in names)
    assert not (collected / "site.css").exists()


def test_another_account_may_read_what_one_collects(collected: Path) -> None:
    """As in the image, where root collects them and an ordinary user serves them."""
    closed = [path for path in collected.rglob("*") if not path.stat().st_mode & 0o004]
    assert closed == []


@pytest.mark.django_db
def test_the_documentation_and_the_admin_find_theirs(collected: Path, client: Client) -> None:
    for path in ("/api/v1/docs/", "/admin/login/", "/"):
        answer = client.get(path)
        assert answer.status_code == 200
        for name in re.findall(r'(?:href|src)="/?static/([^"?]+)"', answer.content.decode()):
            assert (collected / name).is_file(), name
