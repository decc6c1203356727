"""Titles of tables and names of projects, compared without what texts vary at will."""

import re

from disclosures.classification.money import halfwidth

_LEVEL = re.compile(r"[中央省州市区县乡镇街道]*对下")
_NUMBER = re.compile(r"^(?:[一二三四五六七八九十]+、|\d+[.、]|表[一二三四五六七八九十\d]+[:、]?)")
_SHEET_CODE = re.compile(r"\d{2}(?:-\d)?(?:表)?$")
_LEFT_OUT = re.compile(r"[\s“”\"'‘’《》「」()\[\]，,、。;:]")
_QUOTES = re.compile(r"[\s“”\"'《》]")


def folded_title(title: str) -> str:
    """A title without width, spaces, quotes, brackets, numbering, 部门, 表号 and level of 对下."""
    text = _NUMBER.sub("", "".join(halfwidth(title).split()))
    text = _SHEET_CODE.sub("", _LEFT_OUT.sub("", text))
    return _LEVEL.sub("对下", text.removeprefix("部门"))


def folded_name(name: str) -> str:
    """A project's name without what prints vary: width, spaces, quotes."""
    return _QUOTES.sub("", halfwidth(name))
