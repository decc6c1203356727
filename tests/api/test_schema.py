"""The OpenAPI document is valid, kept in the repository, and true of every answer."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import validate

from disclosures.api.index import ENDPOINTS
from disclosures.api.schema import document, document_bytes
from disclosures.records.disclosure import Revision
from disclosures.tables.registry import TABLES

Get = Callable[..., Any]
KEPT = Path(__file__).resolve().parents[2] / "docs" / "generated" / "openapi.json"
WHOLE = "disclosures/kunming.wanggezhongxin.2022.budget/"


def test_the_document_is_openapi_3_1_and_valid() -> None:
    assert document()["openapi"].startswith("3.1")
    validate(document())


def test_generating_it_warns_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    document.cache_clear()
    document()
    assert capsys.readouterr().err == ""


def test_the_kept_document_is_the_codes_own() -> None:
    assert KEPT.read_bytes() == document_bytes(), "run: manage.py document_api"


def test_the_command_writes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "generated" / "openapi.json"
    monkeypatch.setattr("disclosures.management.commands.document_api.FILE", file)
    call_command("document_api", verbosity=0)
    assert file.read_bytes() == document_bytes()


def test_every_model_has_a_component_of_its_own_name() -> None:
    components = document()["components"]["schemas"]
    names = [each.listing.model.__name__ for each in ENDPOINTS]
    assert len(names) == len(set(names))
    assert set(names) <= set(components)


def test_every_table_has_an_endpoint_with_its_columns() -> None:
    components = document()["components"]["schemas"]
    for name, spec in TABLES.items():
        assert f"/tables/{name}/" in document()["paths"]
        properties = components[spec.model.__name__]["properties"]
        for column in spec.columns:
            assert properties[column.field]["description"].startswith(spec.label(column.field))


def test_operations_are_named_once() -> None:
    names = [each["get"]["operationId"] for each in document()["paths"].values()]
    assert len(names) == len(set(names))


def test_parameters_in_the_document_are_those_that_are_known(db: None, get: Get) -> None:
    for each in ENDPOINTS:
        said = document()["paths"][f"/{each.listing.name}/"]["get"]["parameters"]
        known = get(f"{each.listing.name}/", 400, no_such="1")["error"]["known"]
        assert {one["name"] for one in said} == set(known)


def test_the_served_document_is_the_same(get: Get) -> None:
    assert get("schema/") == document()


def problems(path: str, status: str, answer: Any) -> Iterator[str]:
    """What of an answer is not as the document says."""
    said = document()["paths"][path]["get"]["responses"][status]["content"]["application/json"]
    whole = said["schema"] | {"components": document()["components"]}
    for error in OAS31Validator(whole).iter_errors(answer):
        yield f"{path} {list(error.absolute_path)}: {error.message[:200]}"


def undescribed(answer: Any, schema: dict[str, Any], at: str = "") -> Iterator[str]:
    """Keys of an answer that the document does not know."""
    if "$ref" in schema:
        schema = document()["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    for one in schema.get("oneOf", schema.get("anyOf", ())):
        if "$ref" in one and answer is not None:
            yield from undescribed(answer, one, at)
            return
    if isinstance(answer, list):
        for each in answer:
            yield from undescribed(each, schema.get("items", {}), f"{at}[]")
    if isinstance(answer, dict) and "properties" in schema:
        for key, value in answer.items():
            if key not in schema["properties"]:
                yield f"{at}.{key}"
            else:
                yield from undescribed(value, schema["properties"][key], f"{at}.{key}")


def test_every_answer_is_as_the_document_says(disclosed: Revision, get: Get) -> None:
    root = document()["paths"]
    for path in root:
        address = WHOLE if "{" in path else path.removeprefix("/")
        answer = get(address)
        assert list(problems(path, "200", answer)) == []
        schema = root[path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert sorted(set(undescribed(answer, schema))) == []


def test_every_refusal_is_as_the_document_says(db: None, client: Client) -> None:
    for path in document()["paths"]:
        response = client.get(f"/api/v1{path.replace('{identity}', 'a.b.2022.budget')}?no_such=1")
        assert list(problems(path, str(response.status_code), response.json())) == []


def test_documentation_needs_no_one_else(client: Client) -> None:
    page = client.get("/api/v1/docs/")
    assert page.status_code == 200
    body = page.content.decode()
    assert "http" not in body.replace("http-equiv", "")
    assert "<style" not in body
    script = client.get("/api/v1/docs/?script=")
    assert script["Content-Type"].startswith("application/javascript")
    assert b"/api/v1/schema/" in script.content or b"../schema/" in script.content
