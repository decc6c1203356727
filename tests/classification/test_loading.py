"""Code lists load all or nothing, and every bad row is named."""

import shutil
from pathlib import Path

import pytest

from disclosures.classification.codes import FOLDER
from disclosures.classification.loading import BadRowsError, load_codes
from disclosures.models import FunctionCode


@pytest.mark.django_db
def test_the_published_lists_load_once() -> None:
    first = load_codes()
    assert sum(each.added for each in first) == FunctionCode.objects.count() + 420
    assert FunctionCode.objects.count() == 1427
    assert FunctionCode.objects.get(code="20805").aliases
    assert all(each.added == each.changed == 0 for each in load_codes())


@pytest.mark.django_db
def test_every_bad_row_is_named_and_nothing_is_stored(tmp_path: Path) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "lists")
    path = folder / "functional_expenditure.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[1] = lines[1].replace("201,", "2x1,", 1)
    lines[2] = lines[2].replace("人大事务", "", 1)
    path.write_text("\n".join([*lines, lines[3]]), encoding="utf-8")
    with pytest.raises(BadRowsError) as caught:
        load_codes(folder)
    said = str(caught.value)
    assert "functional_expenditure.csv 第2行：编码“2x1”" in said
    assert "functional_expenditure.csv 第3行：编码“20101”没有名称" in said
    assert f"第{len(lines) + 1}行：与前面的行重复" in said
    assert not FunctionCode.objects.exists()
