"""Code lists load all or nothing, and every bad row is named."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosures.classification.codes import FOLDER
from disclosures.classification.loading import FILES, BadRowsError, load_codes
from disclosures.models import FunctionCode


@pytest.mark.django_db
def test_the_published_lists_load_once() -> None:
    first = load_codes()
    assert sum(each.added for each in first) == FunctionCode.objects.count() + 424
    assert FunctionCode.objects.count() == 1428
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


def changed(tmp_path: Path, name: str, change: Callable[[list[str]], None]) -> Path:
    """A copy of the lists with one file changed; a line's index + 1 is its number."""
    folder = shutil.copytree(FOLDER, tmp_path / "lists")
    path = folder / name
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    change(lines)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


CODED = [each.file for each in FILES if each.is_coded]


@pytest.mark.django_db
@pytest.mark.parametrize("name", CODED)
@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"code": "abc"}, "不是3、5、7或9位数字"),
        ({"code": "２０１"}, "不是3、5、7或9位数字"),
        ({"level": "项"}, "位数与级次"),
        ({"level": "目"}, "位数与级次"),
        ({"name": "  "}, "没有名称"),
        ({"parent": "999"}, "上级“999”不存在"),
        ({"year_from": "18"}, "不是四位年份"),
    ],
    ids=["letters", "full-width", "level", "unknown-level", "name", "parent", "year"],
)
def test_every_fault_names_file_and_row(
    tmp_path: Path, name: str, row: dict[str, str], said: str
) -> None:
    header = (FOLDER / name).read_text(encoding="utf-8-sig").splitlines()[0].split(",")
    if not set(row) <= set(header):
        pytest.skip(f"{name} 没有列 {sorted(row)}")

    def spoil(lines: list[str]) -> None:
        cells = lines[1].split(",")
        for column, value in row.items():
            cells[header.index(column)] = value
        lines[1] = ",".join(cells)

    with pytest.raises(BadRowsError) as caught:
        load_codes(changed(tmp_path, name, spoil))
    told = [message for message in caught.value.messages if message.startswith(f"{name} 第2行：")]
    assert any(said in message for message in told), caught.value.messages
    assert all(each.model._default_manager.count() == 0 for each in FILES)


@pytest.mark.django_db
@pytest.mark.parametrize("cells", [1, 2], ids=["one-cell", "two-cells"])
@pytest.mark.parametrize("name", [each.file for each in FILES])
def test_a_short_row_is_named(tmp_path: Path, name: str, cells: int) -> None:
    def cut(lines: list[str]) -> None:
        lines[2] = ",".join(lines[2].split(",")[:cells])

    with pytest.raises(BadRowsError, match=f"{name} 第3行"):
        load_codes(changed(tmp_path, name, cut))


@pytest.mark.django_db
@pytest.mark.parametrize("line", [",x,", "201,,"], ids=["no-code", "no-alias"])
def test_an_alias_without_its_code_is_named(tmp_path: Path, line: str) -> None:
    name = "functional_aliases.csv"
    header = (FOLDER / name).read_text(encoding="utf-8-sig").splitlines()[0].split(",")
    made = dict.fromkeys(header, "") | {"code": line.split(",")[0], "alias": line.split(",")[1]}

    def add(lines: list[str]) -> None:
        lines.insert(1, ",".join(made.values()))

    with pytest.raises(BadRowsError, match=r"functional_aliases\.csv 第2行：缺少编码或别名"):
        load_codes(changed(tmp_path, name, add))


@pytest.mark.django_db
def test_a_corrected_name_changes_one_row(tmp_path: Path) -> None:
    load_codes()
    before = dict(FunctionCode.objects.values_list("pk", "name"))

    def rename(lines: list[str]) -> None:
        lines[1] = lines[1].replace("一般公共服务支出", "一般公共服务开支", 1)

    counts = load_codes(changed(tmp_path, "functional_expenditure.csv", rename))
    assert [(each.added, each.changed) for each in counts[:2]] == [(0, 1), (0, 0)]
    after = dict(FunctionCode.objects.values_list("pk", "name"))
    assert [after[pk] for pk in after if after[pk] != before[pk]] == ["一般公共服务开支"]


@pytest.mark.django_db
def test_aliases_hang_on_their_code_once() -> None:
    load_codes()
    assert "政府办公厅（室）及相关机构事" in FunctionCode.objects.get(code="20103").aliases
    for code in FunctionCode.objects.all():
        assert len(code.aliases) == len(set(code.aliases))
