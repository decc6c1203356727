"""The figures that come with the portal are those that the documents hold, as read today."""

import io
from pathlib import Path

import pytest
from django.core.management import call_command

from disclosures.publishing.demo import FIGURES

pytestmark = pytest.mark.corpus
# One of each place: Beijing's is a narrative and its tables, joined.
SAMPLES = {
    "bei-jing-shi-zhong-da-xiang-mu-jian-she-zhi-hui-bu-ban-gong-shi-2026-budget": (
        "beijing-2026-budget-04dfdd9a",
        "beijing-2026-budget-2fc01683",
    ),
    "shen-zhen-shi-xin-fang-ju-2026-budget": ("shenzhen-2026-budget-597deef1",),
    "shang-hai-shi-pu-tuo-qu-ren-min-zheng-fu-wan-li-jie-dao-ban-shi-chu-2024-budget": (
        "putuo-2024-budget-f45a1836",
    ),
}


@pytest.mark.parametrize(("name", "documents"), SAMPLES.items(), ids=[*SAMPLES])
def test_the_command_makes_what_was_committed(
    corpus: Path, tmp_path: Path, name: str, documents: tuple[str, ...]
) -> None:
    files = [str(corpus / "documents" / f"{each}.pdf") for each in documents]
    call_command("extract_figures", *files, into=tmp_path, stdout=io.StringIO())
    (made,) = tmp_path.iterdir()
    assert made.name == f"{name}.json"
    assert made.read_bytes() == (FIGURES / made.name).read_bytes()
