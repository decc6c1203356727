"""Written, then read: a narrative made from figures states exactly these figures."""

import re
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosures.classification.changes import CHANGES, DELTAS
from disclosures.classification.codes import code_lists
from disclosures.classification.figures import FIGURES, NUMERIC, Kind
from disclosures.documents.document import narrative_of
from disclosures.documents.drafting.families import family_of
from disclosures.documents.drafting.family import Family, written
from disclosures.documents.drafting.saying import FROM_NOTHING, said_of
from disclosures.documents.drafting.sentence import OPEN, OWN, SLOT, WORD, Each, Facts, Said, When
from disclosures.documents.drafting.style import Style
from disclosures.documents.forms.form import Form
from disclosures.documents.forms.registry import FORMS, form_named
from disclosures.records.narrative import Narrative

YEAR = 2026
FREE = {
    "doc.index_start": "53010000188800600000",
    "doc.index_end": "53010000188800600111",
    "doc.dept_name": "滨江市测试管理局",
    "doc.year": str(YEAR),
    "doc.publish_date": "2026年2月9日",
    "org.duties": "1.组织实施；\n2.监督检查。",
    "org.key_work": "1.完成检查。\n2.开展培训。",
    "org.internal_names": "办公室、业务处",
    "staff.as_of": "2025年12月",
    "asset.as_of": "2025年12月31日",
    "glossary": "1.基本支出:指日常支出。\n2.项目支出:指专项支出。",
    "last_year": "2025",
    "short_name": "市测试管理局",
    "level": "市对下",
    "unit": "万元",
    "empty": "本部门各表均有数据，无空表。",
    "general.spent": "100.00万元",
    "general.purpose": "保障履职",
} | {f"transfer.item{number}": "无" for number in range(1, 5)}
ITEMS = [code for code in code_lists().functions if len(code.code) == 7 and code.in_force(YEAR)]
FEN = st.integers(0, 10**11).map(lambda fen: Decimal(fen).scaleb(-2))


def slots(family: Family) -> set[str]:
    """The keys of figures that a family's sentences print."""

    def of(words: object) -> set[str]:
        if isinstance(words, tuple):
            return {key for each in words for key in of(each)}
        if isinstance(words, When):
            return {words.key} | of(words.zero) | of(words.other)
        return set(SLOT.findall(str(words)))

    found = {
        key
        for line in family.lines
        for each in line
        for key in (of(each.entry) if isinstance(each, Each) else of(each.words))
    }
    return {key for key in found if key not in OWN and not key.endswith(WORD)}


def last_years(now: Decimal) -> tuple[Decimal, ...]:
    """What stood there the year before: the same, nothing, more or less, to the same place."""
    step = Decimal(100) if now == now.to_integral_value() else Decimal("0.01")
    return now, Decimal(0), now + 57 * step, max(now - 1234 * step, Decimal(0)), now * 3


@st.composite
def figures(
    draw: st.DrawFn, form: Form, family: Family
) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    """This year's figures and last year's, of everything a form's sentences print."""
    amounts = st.one_of(st.just(Decimal(0)), FEN)
    if form.unit == "万元":
        amounts = amounts.map(lambda yuan: yuan.quantize(Decimal(1)) * 100)
    kinds = {key: FIGURES[key].kind for key in slots(family) if key in FIGURES}
    now = {}
    for key, kind in sorted(kinds.items()):
        if kind is Kind.MONEY and key not in DELTAS | {each.delta for each in CHANGES}:
            now[key] = draw(amounts)
        elif kind in (Kind.COUNT, Kind.AREA) and key != "doc.year":
            now[key] = Decimal(draw(st.integers(0, 2000)))
        elif key.startswith("asset.delta"):
            now[key] = draw(amounts) * draw(st.sampled_from((1, -1)))
    # Halves are read as the parts of the whole that they make up.
    now[family.whole] = now["exp.basic"] + now["exp.project"]
    before = {
        each.figure: draw(st.sampled_from(last_years(now[each.figure])))
        for each in CHANGES
        if each.figure in now
    }
    return now, before


@st.composite
def written_down(
    draw: st.DrawFn, form: Form, family: Family
) -> tuple[str, dict[str, Said], list[Said]]:
    now, before = draw(figures(form, family))
    style = Style(form.unit, family.separators, family.bare_zero)
    reasons = {each.reason: Said("任务调整") for each in CHANGES if each.reason}
    said = {key: Said(words) for key, words in FREE.items()} | reasons
    said |= {"unit": Said(form.unit)} | said_of(now, before, style)
    said |= {key: Said("无", Decimal(0)) for key in FREE if key.startswith("transfer")}
    codes = draw(st.lists(st.sampled_from(ITEMS), max_size=6, unique_by=lambda each: each.code))
    amounts = [style.said("exp.total", draw(FEN).quantize(Decimal(1)) * 100) for _ in codes]
    functions = tuple(
        {
            "function.code": Said(code.code),
            "function.amount": amount,
            "function.purpose": Said("保障履职"),
            **{
                f"function.{level}": Said(step.name)
                for level, step in zip(
                    ("class", "division", "item"),
                    code_lists().functions.path(code.code, YEAR),
                    strict=True,
                )
            },
        }
        for code, amount in zip(codes, amounts, strict=True)
    )
    project = {
        "number": Said("一"),
        "project.name": Said("运维经费"),
        "project.amount": style.said("exp.total", Decimal(1234500)),
        "project.goal": Said("系统可用率达到99%。"),
    }
    tables = tuple(
        {"number": Said(number), "title": Said(each.title)}
        for number, each in zip("一二三四五六七八九", form, strict=False)
    )
    lists = {"functions": functions, "projects": (project,), "tables": tables}
    text = written(family, Facts(said, lists))
    return text, said, list(zip(codes, amounts, strict=True))


# What the reader of other cities' narratives does not take up from these sentences.
UNREAD = re.compile(
    r"org\.|unit\.|project|transfer|doc\.index|doc\.publish|staff\.as_of|asset\.as_of|glossary"
)


def is_told(form: Form, key: str, said: dict[str, Said]) -> bool:
    """Whether a family prints the figure at all, in words that its reader takes up."""
    if key.startswith("running.delta") and said["running.amount"].value == 0:
        return form.name != "kunming-2022"
    return not (form.by_meaning and UNREAD.match(key))


def lines_about(text: str, key: str) -> list[str]:
    """The lines that may print a figure, for whoever reads the failure."""
    return [line for line in text.split("\n") if FIGURES[key].label[:4] in line]


def read(text: str) -> Narrative:
    found = narrative_of(text)
    assert isinstance(found, Narrative)
    return found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("kunming-2022", "budget"),
        ("kunming-2025", "budget"),
        ("kunming-2026", "budget"),
        ("national", "budget"),
        ("national", "final"),
    ],
)
def test_what_is_written_is_read(name: str, kind: str) -> None:
    form = form_named(name)
    assert form is not None
    family = family_of(form, kind)

    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
    @given(written_down(form, family))
    def same(made: tuple[str, dict[str, Said], list]) -> None:
        text, said, functions = made
        if functions:
            assert not OPEN.search(text)
        narrative = read(text)
        assert (narrative.kind, narrative.year) == (kind, YEAR)
        for key in slots(family):
            if key in FIGURES and FIGURES[key].kind in NUMERIC and is_told(form, key, said):
                if key == "doc.year" or said[key].printed == FROM_NOTHING:
                    continue
                stated = narrative.number(key)
                if FIGURES[key].kind is Kind.PERCENT and said[key].value == 0 and stated is None:
                    continue  # 与上年持平 says no percentage
                assert stated == said[key].value, (key, lines_about(text, key))
        for code, amount in functions if not form.by_meaning else ():
            assert narrative.number(f"func.{code.code}") == amount.value
        assert [each.message for each in narrative.doubts] == []

    same()


def test_forms_without_sentences_of_their_own_take_the_national_ones() -> None:
    own = {family_of(each).name for each in FORMS.values() if not each.by_meaning}
    assert own == {"kunming-2022", "kunming-2026"}
    assert {family_of(each).name for each in FORMS.values() if each.by_meaning} == {"national"}
