"""A chain of entries: any change, gap or new order is found."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from disclosures.records import chain
from disclosures.records.chain import Entry, broken, canonical, digest, seal_of

Change = Callable[[list[Entry], dict[int, bytes]], None]


def made(count: int = 4) -> tuple[list[Entry], dict[int, bytes]]:
    """A whole chain, with the content of each entry by its number."""
    entries: list[Entry] = []
    contents: dict[int, bytes] = {}
    previous = chain.GENESIS
    for number in range(1, count + 1):
        contents[number] = canonical({"本": number})
        entry = {
            "number": number,
            "verb": chain.PUBLISH,
            "revision": f"kunming.ju.20{20 + number}.budget.r1",
            "content": digest(contents[number]),
            "previous": previous,
            "at": f"2026-01-0{number}T00:00:00+00:00",
            "by": "李四",
            "reason": "",
        }
        previous = entry["seal"] = seal_of(entry)
        entries.append(entry)
    return entries, contents


def found(entries: list[Entry], contents: dict[int, bytes]) -> list[str]:
    return list(broken(entries, lambda entry: contents.get(entry["number"])))


def test_a_whole_chain_is_whole() -> None:
    assert found(*made()) == []
    assert found([], {}) == []


def a_changed_byte(entries: list[Entry], contents: dict[int, bytes]) -> None:
    contents[2] = contents[2].replace(b"2", b"3")


def a_missing_content(entries: list[Entry], contents: dict[int, bytes]) -> None:
    del contents[2]


def a_changed_reason(entries: list[Entry], contents: dict[int, bytes]) -> None:
    entries[1]["reason"] = "更正"


def a_changed_and_resealed_entry(entries: list[Entry], contents: dict[int, bytes]) -> None:
    entries[1]["by"] = "王五"
    entries[1]["seal"] = seal_of(entries[1])


def a_dropped_entry(entries: list[Entry], contents: dict[int, bytes]) -> None:
    del entries[1]


def a_dropped_first_entry(entries: list[Entry], contents: dict[int, bytes]) -> None:
    del entries[0]


def a_reordered_pair(entries: list[Entry], contents: dict[int, bytes]) -> None:
    entries[1], entries[2] = entries[2], entries[1]


def an_entry_without_a_seal(entries: list[Entry], contents: dict[int, bytes]) -> None:
    del entries[1]["seal"]


def a_repeated_entry(entries: list[Entry], contents: dict[int, bytes]) -> None:
    entries.insert(1, dict(entries[1]))


@pytest.mark.parametrize(
    "change",
    [
        a_changed_byte,
        a_missing_content,
        a_changed_reason,
        a_changed_and_resealed_entry,
        a_dropped_entry,
        a_dropped_first_entry,
        a_reordered_pair,
        an_entry_without_a_seal,
        a_repeated_entry,
    ],
)
def test_a_change_is_found(change: Change) -> None:
    entries, contents = made()
    change(entries, contents)
    assert found(entries, contents)


def test_what_was_withdrawn_may_be_missing() -> None:
    entries, contents = made(2)
    withdrawal = dict(entries[0]) | {
        "number": 3,
        "verb": chain.WITHDRAW,
        "previous": entries[1]["seal"],
        "reason": "误公开",
    }
    entries.append(withdrawal | {"seal": seal_of(withdrawal)})
    del contents[1]
    assert found(entries, contents) == []
    del contents[2]
    assert len(found(entries, contents)) == 1


@pytest.mark.parametrize(("is_whole", "status"), [(True, 0), (False, 1)])
def test_the_file_alone_checks_an_archive(tmp_path: Path, is_whole: bool, status: int) -> None:
    entries, contents = made()
    if not is_whole:
        a_changed_byte(entries, contents)
    file = tmp_path / "archive.zip"
    with ZipFile(file, "w") as archive:
        archive.writestr(chain.LEDGER, "\n".join(json.dumps(each) for each in entries))
        for entry in entries:
            archive.writestr(chain.content_name(entry), contents[entry["number"]])
    alone = tmp_path / "verify.py"
    alone.write_bytes(Path(chain.__file__).read_bytes())
    run = subprocess.run(
        [sys.executable, "-I", str(alone), str(file)], capture_output=True, text=True, check=False
    )
    assert (run.returncode, "4 条" in run.stdout) == (status, True), run.stderr


def test_what_is_no_archive_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "archive.zip"
    file.write_bytes(b"PK nothing")
    assert chain.main([str(file)]) == 2
    assert "archive.zip" in capsys.readouterr().err
    assert chain.main([]) == 2
