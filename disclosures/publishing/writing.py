"""A reading to rows: sections, figures, terms, resources, tables and findings, in bulk."""

from decimal import Decimal

from disclosures.documents.doubts import Doubt
from disclosures.documents.headline import Place, untold
from disclosures.publishing.reading import Reading
from disclosures.records.disclosure import Revision
from disclosures.records.doubt import Doubt as StoredDoubt
from disclosures.records.finding import Finding as StoredFinding
from disclosures.records.narration import GlossaryTerm, NarrativeSection, QuotedFigure
from disclosures.records.narrative import Narrative, Statement
from disclosures.records.printed_table import PrintedTable
from disclosures.records.resources import RESOURCES
from disclosures.records.table_figure import TableFigure
from disclosures.rules.finding import Finding
from disclosures.tables.book import Book
from disclosures.tables.stored import printed_table, store


def write_contents(revision: Revision, reading: Reading) -> None:
    """Store all that a reading holds under a new draft."""
    narrative = reading.narrative
    assert narrative is not None
    write_narrative(revision, narrative)
    PrintedTable.objects.bulk_create([printed_table(revision, sheet) for sheet in reading.book])
    for sheet in reading.book:
        for rows in store(revision, sheet):
            type(rows[0])._default_manager.bulk_create(rows)
    write_table_figures(revision, narrative, reading.book)
    write_doubts(revision, reading.doubts)
    write_findings(revision, reading.findings)


def write_narrative(revision: Revision, narrative: Narrative) -> None:
    """Store sections, figures, terms and resources."""
    NarrativeSection.objects.bulk_create(
        NarrativeSection(
            revision=revision, number=s.number, heading=s.heading, start=s.start, end=s.end
        )
        for s in narrative.sections
    )
    QuotedFigure.objects.bulk_create(
        quoted(revision, position, statement)
        for position, statement in enumerate(narrative.statements)
    )
    GlossaryTerm.objects.bulk_create(
        GlossaryTerm(
            revision=revision,
            position=position,
            term=term.term,
            definition=term.definition,
            start=term.start,
            end=term.end,
        )
        for position, term in enumerate(narrative.terms)
    )
    for model in RESOURCES:
        values = {
            field: value
            for field, key in model.FIGURES.items()
            if (value := _value(narrative, key)) is not None
        }
        if values:
            model._default_manager.create(revision=revision, **values)


def _value(narrative: Narrative, key: str) -> Decimal | str | None:
    stated = narrative.statement(key)
    if stated is None:
        return None
    return narrative.number(key) if isinstance(stated.value, Decimal) else str(stated.value)


def quoted(revision: Revision, position: int, statement: Statement) -> QuotedFigure:
    """The record of a statement."""
    number = statement.value if isinstance(statement.value, Decimal) else None
    return QuotedFigure(
        revision=revision,
        key=statement.key,
        position=position,
        value=number,
        yuan=statement.yuan,  # type: ignore[misc]  # MoneyField is always nullable
        unit=statement.unit,
        words="" if number is not None else str(statement.value),
        items=list(statement.items),
        printed=statement.printed,
        section=statement.section,
        start=statement.start,
        end=statement.end,
        sentence_start=statement.sentence[0],
        sentence_end=statement.sentence[1],
    )


def write_table_figures(revision: Revision, narrative: Narrative, book: Book) -> None:
    """Replace the headline figures of a draft that only its tables print."""
    revision.tablefigure_set.all().delete()
    found = untold(narrative, book)
    TableFigure.objects.bulk_create(table_figure(revision, *each) for each in found.items())


def table_figure(revision: Revision, key: str, place: Place) -> TableFigure:
    """The unsaved record of a figure that a table prints."""
    return TableFigure(
        revision=revision,
        key=key,
        yuan=place.yuan,  # type: ignore[misc]  # MoneyField is always nullable
        printed=place.printed,
        unit=place.sheet.unit,
        table=place.sheet.table,
        row=place.row,
        column=place.column,
    )


def write_doubts(revision: Revision, doubts: tuple[Doubt, ...]) -> None:
    """Replace the doubts of a draft."""
    revision.doubt_set.all().delete()
    StoredDoubt.objects.bulk_create(
        StoredDoubt(
            revision=revision,
            position=position,
            message=each.message,
            printed=each.printed,
            where=each.where,
        )
        for position, each in enumerate(doubts)
    )


def write_findings(revision: Revision, findings: tuple[Finding, ...]) -> None:
    """Replace the findings of a draft."""
    revision.finding_set.all().delete()
    StoredFinding.objects.bulk_create(
        StoredFinding(
            revision=revision,
            position=position,
            rule=each.rule,
            severity=each.severity,
            outcome=each.outcome,
            message=each.message,
            expected=_text(each.expected),
            actual=_text(each.actual),
            difference=_text(each.difference),
            tolerance=_text(each.tolerance),
            unit=each.unit,
            inputs=[
                {
                    "label": i.label,
                    "value": i.value,
                    "unit": i.unit,
                    "key": i.key,
                    "where": i.where,
                }
                for i in each.inputs
            ],
            where=each.where,
        )
        for position, each in enumerate(findings)
    )


def _text(value: object) -> str:
    return "" if value is None else str(value)
