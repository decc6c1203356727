"""What `read_document` prints for one file: a contract, documented in docs/read-document.md."""

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from disclosures.documents.doubts import Doubt
from disclosures.documents.headline import headline_of
from disclosures.publishing.concerned import Concerned
from disclosures.publishing.reading import Reading
from disclosures.records.narrative import Statement
from disclosures.rules.finding import Finding
from disclosures.tables.book import Row, Sheet, Value

Json = dict[str, Any]


def contract_of(reading: Reading) -> Json:
    """The contract's object for one file; every key is always there."""
    narrative = reading.narrative
    choice = reading.form
    concerned = Concerned(reading)
    return {
        "file": reading.filename,
        "sha256": reading.sha256,
        "recognised": reading.refusal is None,
        "reason": reading.refusal.reason if reading.refusal else None,
        "form": choice.form.name if choice else None,
        "department": narrative.department if narrative else None,
        "year": narrative.year if narrative else None,
        "kind": narrative.kind if narrative else None,
        "printed_unit": narrative.printed_unit if narrative else None,
        "headline": {
            name: _text(amount) for name, amount in headline_of(narrative, reading.book).items()
        },
        "statements": [_statement(each) for each in narrative.statements] if narrative else [],
        "tables": [_sheet(sheet) for sheet in reading.book],
        "findings": [_finding(each, concerned) for each in reading.findings if each.stands_out],
        "doubts": [_doubt(each, concerned) for each in reading.doubts],
    }


def _text(value: Value | Decimal) -> str | None:
    return None if value is None else str(value)


def _statement(statement: Statement) -> Json:
    made: Json = {
        "key": statement.key,
        "value": str(statement.value),
        "unit": statement.unit,
        "printed": statement.printed,
        "section": statement.section,
        "start": statement.start,
        "end": statement.end,
    }
    return made | ({"items": list(statement.items)} if statement.items else {})


def _sheet(sheet: Sheet) -> Json:
    return {
        "table": sheet.table,
        "title": sheet.title,
        "where": sheet.where,
        "rows": [_row(row) for row in sheet.rows],
        "empty": _empty(sheet),
        "cells": [asdict(each) for each in sheet.kept],
    }


def _empty(sheet: Sheet) -> Json | None:
    """Why a table has neither rows nor cells; None when it has."""
    has_any = sheet.rows or sheet.kept
    return None if has_any else {"state": sheet.state, "statement": sheet.statement}


def _row(row: Row) -> Json:
    return {
        "kind": row.kind,
        "origin": row.origin,
        "where": row.where,
        "cells": {
            column: {"value": _text(cell.value), "printed": cell.printed, "where": cell.where}
            for column, cell in row.cells.items()
        },
    }


def _doubt(doubt: Doubt, concerned: Concerned) -> Json:
    return {
        "message": doubt.message,
        "printed": doubt.printed,
        "figures": concerned.figures(doubt.keys, doubt.where),
        "where": doubt.where,
        "start": doubt.where.get("start"),
        "end": doubt.where.get("end"),
    }


def _finding(finding: Finding, concerned: Concerned) -> Json:
    places = (finding.where, *(each.where or {} for each in finding.inputs))
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "outcome": finding.outcome,
        "message": finding.message,
        "expected": _text(finding.expected),
        "actual": _text(finding.actual),
        "difference": _text(finding.difference),
        "figures": concerned.figures((each.key for each in finding.inputs), *places),
        "where": finding.where,
    }
