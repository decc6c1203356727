"""The year's income and expenditure, with sources, parts, changes and reasons."""

from disclosures.documents.narrative.changes import change
from disclosures.documents.narrative.grammar import Label, Mention, labelled
from disclosures.documents.narrative.income import SOURCES
from disclosures.documents.narrative.named_changes import named_changes
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.reasons import reason
from disclosures.documents.narrative.wording import VERSUS

# Of the year: what was carried over stands beside it and makes 收入总计 and 支出总计.
INCOME, SPENDING = r"(?:本年)?收入合计", r"(?:本年)?支出合计"
OF_A_BUDGET = r"(?<!公共预算)(?<!基金预算)(?<!性基金)(?<!经营预算)(?<!经营)"
OWN_SOURCES = ("superior", "business", "operating", "subordinate", "other")
INCOME_LABELS = (
    Label("income.total", INCOME),
    Label("fiscal.total", rf"{OF_A_BUDGET}财政拨款收入"),
    Label("fiscal.general", r"一般公共预算财政拨款收入"),
    Label("fiscal.fund", r"政府性基金预算财政拨款收入"),
    Label("fiscal.capital", r"国有资本经营预算财政拨款收入"),
    *(each for each in SOURCES if each.key.removeprefix("income.") in OWN_SOURCES),
)
SPENDING_LABELS = (
    Label("exp.total", SPENDING),
    Label("exp.basic", r"(?<!拨款)基本支出"),
    Label("exp.project", r"(?<!拨款)项目支出"),
)
# The parts told one by one, each with its change.
PARTS = (
    ("exp.basic", r"日常支出", "exp.basic_"),
    ("exp.project", r"经费支出", "exp.project_"),
)
SUBHEADING = r"(?:^|\n)[ ]*\([一二三]\)"
INNER = r"[。\n]|其中"


def read_income(page: Page, span: Span) -> None:
    """The year's income by source, with its change."""
    found = labelled(page, INCOME_LABELS, span, "")
    _changed(page, found, "income.total", "income.", INCOME, span)


def read_spending(page: Page, span: Span) -> None:
    """The year's expenditure, basic and project."""
    heading = page.search(SUBHEADING, span)
    head = (span[0], heading.start() if heading else span[1])
    found = labelled(page, SPENDING_LABELS, head, "")
    _changed(page, found, "exp.total", "exp.", SPENDING, head)
    named = {stem: rf"(?<!拨款){label}" for stem, label in _NAMED.items()}
    named_changes(page, named, head, "", unless="预算")
    for key, words, stem in PARTS:
        _part(page, key, words, stem, (head[1], span[1]))


_NAMED = {"exp.basic_": "基本支出", "exp.project_": "项目支出"}


def _changed(page: Page, found: list[Mention], key: str, stem: str, own: str, span: Span) -> None:
    """The change of a total, told in the sentence that compares it with last year."""
    total = next((each for each in found if each.key == key), None)
    compared = page.search(VERSUS, (total.amount.end, span[1])) if total else None
    if compared is None:
        return
    inner = page.search(INNER, (compared.end(), span[1]))
    zone = (compared.start(), inner.start() if inner else span[1])
    done = change(page, f"{stem}delta", f"{stem}delta_pct", zone, "", own=own)
    if done is not None:
        why = "income.delta_reason" if stem == "income." else f"{stem}reason"
        reason(page, why, (done, span[1]), "")


def _part(page: Page, key: str, words: str, stem: str, span: Span) -> None:
    """A part in its own paragraph: its amount again, then its change."""
    stated = page.statements.get(key)
    if stated is None or f"{stem}delta" in page.statements:
        return
    for again in labelled(page, (Label(key, words),), span, "")[:1]:
        compared = page.search(VERSUS, (again.amount.end, span[1]))
        if compared is None or compared.start() - again.amount.end > 2:
            return
        inner = page.search(INNER, (compared.end(), span[1]))
        zone = (compared.start(), inner.start() if inner else span[1])
        done = change(page, f"{stem}delta", f"{stem}delta_pct", zone, "")
        if done is not None:
            reason(page, f"{stem}reason", (done, zone[1]), "")
