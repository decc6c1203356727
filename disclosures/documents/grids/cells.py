"""A printed text as the value of one column: money in 元, a number, a code, or text."""

import re
from decimal import Decimal

from django.db import models

from disclosures.classification.money import Unit, halfwidth, nothing_of, parse_number, to_yuan
from disclosures.documents.grids.grid import Place
from disclosures.documents.grids.problem import Problem
from disclosures.documents.grids.several import are_several
from disclosures.tables.book import Cell, Value
from disclosures.tables.shapes.codes import is_code
from disclosures.tables.spec import TableSpec

# A unit printed behind an amount is that amount's, whatever stands above the table.
UNIT_BEHIND = re.compile(r"(?P<number>.*\d)(?P<unit>万元|元)")
CODES = ("function_code", "economic_code", "government_economic_code")


def read_cell(spec: TableSpec, field: str, place: Place, unit: Unit) -> tuple[Cell, Problem | None]:
    """The cell of a column. What is no value of it keeps its text, has none, and is said."""
    if nothing_of(place.text) is not None:
        return Cell(None, place.text, place.where), None
    try:
        value = _value(spec, field, place.text, unit)
        printed = (place.shown or place.text) if isinstance(value, Decimal) else place.text
        return Cell(value, printed, place.where), None
    except ValueError as error:
        label = spec.label(field)
        problem = Problem(
            f"“{label}”应为{error}，现为“{place.text}”", place.where or {}, place.text
        )
        return Cell(None, place.text, place.where), problem


def _value(spec: TableSpec, field: str, text: str, unit: Unit) -> Value:
    """Raises ValueError with what the column takes instead."""
    column = spec.field(field)
    if isinstance(column, models.DecimalField):
        return _money(column, text, unit) if spec.is_money(field) else _number(column, text)
    if field in CODES:
        return _code(text)
    return _text(spec, field, text)


def _money(column: models.DecimalField, text: str, unit: Unit) -> Decimal:
    _check_one(text)
    bare = _joined(text)
    own = UNIT_BEHIND.fullmatch(bare)
    unit = Unit(own["unit"]) if own else unit
    try:
        amount = parse_number(own["number"] if own else bare)
    except ValueError as error:
        raise ValueError("一个数，请去掉文字和多余的符号") from error
    _check_size(column, amount * unit.yuan)
    try:
        return to_yuan(amount, unit)
    except ValueError as error:
        raise ValueError(f"精确到分的{unit}数，请核对金额单位或小数位") from error


def _number(column: models.DecimalField, text: str) -> Decimal:
    _check_one(text)
    try:
        number = parse_number(_joined(text))
    except ValueError as error:
        raise ValueError("一个数，请去掉文字和多余的符号") from error
    _check_size(column, number)
    if number != round(number, column.decimal_places):
        raise ValueError(f"至多{column.decimal_places}位小数的数")
    return number


def _check_one(text: str) -> None:
    if are_several(text):
        raise ValueError("一个数，这一格里印有几个")


def _check_size(column: models.DecimalField, number: Decimal) -> None:
    whole = column.max_digits - column.decimal_places
    if number.adjusted() >= whole:
        raise ValueError(f"整数部分不超过{whole}位的数，请核对金额单位（元、万元）")


def _code(text: str) -> str:
    code = _joined(halfwidth(text))
    if not is_code(code):
        raise ValueError("3、5或7位数字的科目编码")
    return code


def _text(spec: TableSpec, field: str, text: str) -> str:
    longest = spec.field(field).max_length
    if longest is not None and len(text) > longest:
        raise ValueError(f"不超过{longest}个字的文字")
    between = "" if field.endswith("_code") else " "
    return between.join(text.split("\n")).strip()


def _joined(text: str) -> str:
    """A number or code that was broken over lines or spaced out."""
    return "".join(text.split())
