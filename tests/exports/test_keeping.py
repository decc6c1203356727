"""A file is made once for what it was made from, whole or not at all."""

from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest
from django.conf import settings

from disclosures.exports.keeping import FOLDER, kept


def written(words: bytes) -> Callable[[IO[bytes]], None]:
    """A maker that writes some words."""

    def make(file: IO[bytes]) -> None:
        file.write(words)

    return make


def never(file: IO[bytes]) -> None:
    raise AssertionError("it is there already")


def files() -> list[Path]:
    folder = Path(settings.MEDIA_ROOT) / FOLDER
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_it_is_made_once() -> None:
    path = kept("pages/7/zh.html.gz", "a1", written(b"words"))
    assert path.name == "zh.a1.html.gz"
    assert kept("pages/7/zh.html.gz", "a1", never) == path
    assert path.read_bytes() == b"words"


def test_another_stamp_makes_it_anew_and_drops_the_old_one() -> None:
    kept("bulk/2022.zip", "a1", written(b"old"))
    other = kept("bulk/2023.zip", "a1", written(b"another year"))
    path = kept("bulk/2022.zip", "b2", written(b"new"))
    assert files() == sorted([other, path])
    assert path.read_bytes() == b"new"


def test_what_breaks_in_the_middle_leaves_nothing() -> None:
    def broken(file: IO[bytes]) -> None:
        file.write(b"half")
        raise ValueError("the disk is full")

    with pytest.raises(ValueError, match="full"):
        kept("bulk/2022.zip", "a1", broken)
    assert files() == []
    assert kept("bulk/2022.zip", "a1", written(b"whole")).read_bytes() == b"whole"
