"""The house stays easy to see: sizes, imports and names are checked, not hoped for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ("budget_portal", "disclosures", "templates", "static", "tests")
LONGEST = 400
FORBIDDEN_ROOMS = {"utils", "helpers", "services", "common", "misc"}


def files(*suffixes: str) -> Iterator[Path]:
    for folder in SOURCE:
        for path in sorted((ROOT / folder).rglob("*")):
            generated = "migrations" in path.parts or "vendor" in path.parts
            if path.suffix in suffixes and not generated:
                yield path


@pytest.mark.parametrize(
    "path", list(files(".py", ".html", ".css", ".js")), ids=lambda path: path.name
)
def test_no_file_hides_a_second_room(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_no_room_is_a_drawer() -> None:
    stems = {path.stem for path in files(".py")}
    assert not stems & FORBIDDEN_ROOMS


def test_imports_stand_at_the_top() -> None:
    """A local import hides a wrong direction from the import contract."""
    local = [
        f"{path.relative_to(ROOT)}:{inner.lineno}"
        for path in files(".py")
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(function)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert local == []


def test_templates_carry_no_inline_style_or_script() -> None:
    """The content security policy would refuse them in the browser, silently for the author."""
    inline = re.compile(r"\sstyle=|\son[a-z]+=\"|<style|<script(?![^>]*\ssrc=)(?![^>]*ld\+json)")
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in files(".html")
        for match in inline.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_public_names_say_what_they_are() -> None:
    silent = [
        f"{path.relative_to(ROOT)}:{node.name}"
        for path in files(".py")
        if "tests" not in path.parts
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []
