"""The generated page of tables is current, and says what the registry says."""

from pathlib import Path

import pytest
from django.core.management import call_command

from disclosures.tables.document import equation, tables_document
from disclosures.tables.registry import TABLES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "generated" / "tables.md"


def test_the_generated_page_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == tables_document(), "run manage.py document_tables"


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "generated" / "tables.md"
    call_command("document_tables", output=target)
    assert target.read_text(encoding="utf-8") == tables_document()
    assert str(target) in capsys.readouterr().out


def test_every_column_is_documented() -> None:
    page = tables_document()
    for spec in TABLES.values():
        section = page.split(f"## {spec.number}. ")[1].split("\n## ")[0]
        assert [each.field for each in spec.columns if f"| `{each.field}` |" not in section] == []


@pytest.mark.parametrize(
    ("table", "written"),
    [
        ("financial-balance", "收入总计 = 本年收入合计 + 使用非财政拨款结余 + 上年结转结余"),
        ("financial-balance", "本年支出合计 = 各功能科目类之和"),
        ("department-expenditure", "每列：类 = 各款之和，款 = 各项之和"),
        ("department-expenditure", "每列：合计行 = 各类之和"),
        ("department-income", "每列：合计行 = 各单位行之和（不重复计所属单位）"),
        ("three-public", "每行：公务用车购置及运行费小计 = 公务用车购置费 + 公务用车运行费"),
        ("procurement", "每行：面向中小企业预留资金 ≤ 资金来源总计"),
        ("transfer-to-district", "每行：对下转移支付合计 = 各地区金额之和"),
        ("new-assets", "每行：资产金额 = 资产数量 × 资产单价"),
    ],
)
def test_identities_read_as_equations(table: str, written: str) -> None:
    spec = TABLES[table]
    assert written in [equation(spec, each) for each in spec.identities]
