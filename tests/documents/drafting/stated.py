"""The facts that a narrative states, so that it can be written anew from them."""

from decimal import Decimal

from disclosures.documents.drafting.sentence import WORD, Facts, Said
from disclosures.documents.forms.form import Form
from disclosures.records.narrative import Narrative, Statement

DIRECTIONS = {1: "增加", 0: "无增减变化", -1: "减少"}
NUMERALS = "一二三四五六七八九十"


def stated_facts(narrative: Narrative, form: Form, short_name: str) -> Facts:
    """Every statement as it is printed, with the lists of section 四 and 八."""
    said = {each.key: _said(each) for each in narrative.statements}
    for key, value in [(each.key, each.value) for each in narrative.statements]:
        if "_delta" in key and isinstance(value, Decimal):
            said[key + WORD] = Said(DIRECTIONS[int(value.compare(Decimal(0)))])
    assert narrative.year is not None
    said |= {
        "short_name": Said(short_name),
        "last_year": Said(str(narrative.year - 1)),
        "level": Said(form.level),
        "unit": Said(form.unit),
    }
    glossary = narrative.statement("glossary")
    if glossary:
        said["glossary"] = Said(glossary.printed)
    return Facts(
        said,
        {
            "functions": tuple(_function(narrative, each.key) for each in narrative.functions),
            "projects": tuple(_projects(narrative)),
            "tables": tuple(
                {"number": Said(_numeral(each.number)), "title": Said(each.title)}
                for each in narrative.contents
            ),
        },
    )


def _said(statement: Statement) -> Said:
    value = statement.value if isinstance(statement.value, Decimal) else None
    return Said(statement.printed, Decimal(0) if statement.value == "无" else value)


def _function(narrative: Narrative, key: str) -> dict[str, Said]:
    found = next(each for each in narrative.functions if each.key == key)
    stated = narrative.statement(key)
    assert stated is not None
    names = zip(("class", "division", "item"), found.names, strict=True)
    return {
        "function.code": Said(found.printed_code),
        "function.amount": Said(stated.printed),
        "function.purpose": Said(found.purpose),
    } | {f"function.{level}": Said(name) for level, name in names}


def _projects(narrative: Narrative):
    number = 1
    while (name := narrative.statement(f"project{number}.name")) is not None:
        amount = narrative.statement(f"project{number}.amount")
        goal = narrative.statement(f"project{number}.goal")
        assert amount
        assert goal
        yield {
            "number": Said(_numeral(number)),
            "project.name": Said(name.printed),
            "project.amount": Said(amount.printed),
            "project.goal": Said(goal.printed),
        }
        number += 1


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("十" if tens else "") + (NUMERALS[ones - 1] if ones else "")
