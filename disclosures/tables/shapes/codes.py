"""Code columns and what the database guards of them.

A printed code that is no code (a slip of the pen) is kept in the row's printed text; the column
then stays empty, so that it may be trusted to hold codes alone.
"""

import re

from django.core.validators import RegexValidator
from django.db import models

# 类, 款, 项: 3, 5 or 7 digits; localities add 7-digit economic codes
CODE = r"[0-9]{3}([0-9]{2}){0,2}"
has_code_form = RegexValidator(rf"\A{CODE}\Z", "科目编码应为3、5或7位数字")


def is_code(text: str) -> bool:
    """Whether a printed text has the form of a function or economic code."""
    return re.fullmatch(CODE, text) is not None


def function_code() -> models.CharField:
    """支出功能分类科目编码 (政府收支分类科目)."""
    return _code("功能科目编码")


def economic_code() -> models.CharField:
    """部门预算支出经济分类科目编码."""
    return _code("部门经济科目编码")


def government_economic_code() -> models.CharField:
    """政府预算支出经济分类科目编码."""
    return _code("政府经济科目编码")


def _code(label: str) -> models.CharField:
    return models.CharField(
        label, max_length=7, blank=True, db_index=True, validators=[has_code_form]
    )


def project_code() -> models.CharField:
    """项目代码, some twenty characters."""
    return models.CharField("项目代码", max_length=60, blank=True, db_index=True)


def digits_constraint(field: str) -> models.CheckConstraint:
    """A code column is empty or has 3, 5 or 7 digits."""
    return models.CheckConstraint(
        condition=models.Q(**{f"{field}__regex": rf"^({CODE})?$"}),
        name=f"%(class)s_{field}_has_3_5_or_7_digits",
    )
