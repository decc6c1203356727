"""Dockerfile and docker-compose.yml, read without Docker: what must not go wrong in them."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from budget_portal.console import ROOT

PINNED = re.compile(r"python:3\.\d+-slim-[a-z]+")


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile as (instruction, argument), continued lines joined, comments dropped."""
    text = (ROOT / "Dockerfile").read_text()
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ")
    return [
        (word, rest.strip())
        for word, _, rest in (line.partition(" ") for line in joined.splitlines())
    ]


def values(name: str) -> list[str]:
    """Every argument of one instruction, in order."""
    return [argument for word, argument in instructions() if word == name]


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """docker-compose.yml with its anchors merged."""
    loaded = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    assert isinstance(loaded, dict)
    return loaded


def test_the_dockerfile_has_known_instructions_only() -> None:
    known = {"FROM", "ENV", "COPY", "RUN", "WORKDIR", "USER", "EXPOSE", "HEALTHCHECK", "CMD"}
    assert {word for word, _ in instructions()} <= known | {"STOPSIGNAL"}


def test_the_base_image_is_pinned() -> None:
    assert all(PINNED.fullmatch(argument.split()[0]) for argument in values("FROM"))


def test_the_packages_are_installed_by_hash() -> None:
    [install] = [run for run in values("RUN") if "pip install" in run]
    assert "--require-hashes" in install


def test_the_image_runs_as_an_ordinary_user_to_the_end() -> None:
    words = [word for word, _ in instructions()]
    uid = values("USER")[-1].split(":")[0]
    assert uid.isdigit()
    assert int(uid) > 0
    assert not {"RUN", "COPY", "USER"} & set(words[len(words) - words[::-1].index("USER") :])


def test_the_image_checks_its_health_and_serves_with_the_same_settings() -> None:
    assert "budget_portal.healthcheck" in values("HEALTHCHECK")[0]
    assert "python:budget_portal.gunicorn" in values("CMD")[0]


def test_no_secret_is_baked_in() -> None:
    for argument in values("ENV"):
        assert not re.search(r"SECRET|PASSWORD|DATABASE_URL", argument)


def test_only_what_the_site_runs_on_enters_the_image() -> None:
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    first = next(line for line in lines if line and not line.startswith("#"))
    assert first == "*"
    for name in ("budget_portal", "disclosures", "locale", "manage.py", "requirements.txt"):
        assert f"!{name}" in lines
        assert (ROOT / name).exists()
    assert not {"!.env", "!var", "!.git"} & set(lines)


def test_the_modules_the_containers_start_exist(compose: dict[str, Any]) -> None:
    text = (ROOT / "Dockerfile").read_text() + (ROOT / "docker-compose.yml").read_text()
    for module in set(re.findall(r"budget_portal\.[a-z]+", text)):
        assert (ROOT / f"{module.replace('.', '/')}.py").exists(), module


def test_postgresql_18_keeps_its_data_in_a_volume(compose: dict[str, Any]) -> None:
    database = compose["services"]["db"]
    assert database["image"] == "postgres:18"
    assert database["volumes"] == ["database:/var/lib/postgresql"]
    assert "database" in compose["volumes"]
    assert "ports" not in database


def test_every_service_is_confined(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert service["user"].split(":")[0] not in {"", "0", "root"}, name


def test_both_lasting_services_report_their_health(compose: dict[str, Any]) -> None:
    for name in ("db", "web"):
        assert compose["services"][name]["healthcheck"]["test"][0] == "CMD"
        assert compose["services"][name]["restart"] == "unless-stopped"


def test_the_site_waits_for_a_healthy_database_and_its_migration(compose: dict[str, Any]) -> None:
    waits = compose["services"]["web"]["depends_on"]
    assert waits["db"]["condition"] == "service_healthy"
    assert waits["migrate"]["condition"] == "service_completed_successfully"


def test_the_site_s_role_is_not_the_one_that_migrates(compose: dict[str, Any]) -> None:
    services = compose["services"]
    assert "//budget_web:" in services["web"]["environment"]["DATABASE_URL"]
    assert "//budget_owner:" in services["migrate"]["environment"]["DATABASE_URL"]
    assert not {"ADMIN_DATABASE_URL", "OWNER_PASSWORD"} & set(services["web"]["environment"])


def test_secrets_come_from_the_environment_and_have_no_default(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        for variable, value in service["environment"].items():
            if re.search("SECRET|PASSWORD", variable):
                assert re.fullmatch(r"\$\{[A-Z_]+:\?[^}]*\}", value), f"{name}: {variable}"
            if variable.endswith("DATABASE_URL"):
                assert re.search(r":\$\{[A-Z_]+PASSWORD:\?\}@", value), f"{name}: {variable}"


def test_the_example_names_every_required_variable_and_fills_none_in() -> None:
    required = set(re.findall(r"\$\{([A-Z_]+):\?", (ROOT / "docker-compose.yml").read_text()))
    example = dict(
        line.split("=", 1)
        for line in (ROOT / ".env.example").read_text().splitlines()
        if re.match("[A-Z_]+=", line)
    )
    assert required <= set(example)
    assert not any(example.values())


@pytest.mark.parametrize("script", ["run", ".ci/run"])
def test_the_scripts_are_sound_shell(script: str) -> None:
    path = ROOT / script
    assert path.stat().st_mode & 0o111
    subprocess.run(["sh", "-n", path], check=True)


def enter(tmp_path: Path, python: str) -> subprocess.CompletedProcess[str]:
    """`./run` from another folder, on a machine with no Python but the one named."""
    environment = {"PYTHON": python, "PATH": str(tmp_path)}
    return subprocess.run(
        [ROOT / "run"], cwd=tmp_path, env=environment, capture_output=True, text=True
    )


def test_the_entry_point_explains_itself(tmp_path: Path) -> None:
    done = enter(tmp_path, sys.executable)
    assert done.returncode != 0
    assert "./run serve" in done.stderr


def test_the_entry_point_asks_for_a_newer_python(tmp_path: Path) -> None:
    done = enter(tmp_path, "/bin/false")
    assert done.returncode == 1
    assert "Python 3.11" in done.stderr
