"""How a percentage of a sentence becomes a finding."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from disclosures.classification.money import parse_number
from disclosures.records.finding import Outcome, Severity
from disclosures.rules.finding import Finding, Input
from disclosures.rules.prose import Line
from disclosures.rules.sentences.rate import Rate
from disclosures.rules.verdict import fails, holds
from disclosures.rules.wording import plain

RULE = "E03"
SHOWN = 70  # characters of a sentence that a message quotes


def judged(
    line: Line,
    match: re.Match[str],
    right: Rate,
    stated: Decimal,
) -> Finding:
    """Held, rounded or broken: what is printed against what the amounts make."""
    expected = right.rounded(match["percent"])
    if stated == expected:
        return holds(RULE, "")
    said = f"“{quoted(match)}”：应为{shown(expected, match)}，原文为{shown(stated, match)}"
    if right.fits(stated, match["percent"]):
        return Finding(
            RULE,
            Severity.INFO,
            Outcome.ROUNDING,
            f"{said}，属于舍入差异。",
            expected=expected,
            actual=stated,
            difference=stated - expected,
            inputs=(_input(line, match),),
            where=line.where(match),
            unit="%",
        )
    return fails(
        RULE,
        f"{said}，不一致。",
        [_input(line, match)],
        severity=Severity.WARNING,
        expected=expected,
        actual=stated,
        unit="%",
    )


def from_nothing(line: Line, match: re.Match[str], said: str) -> Finding:
    """Nothing was there to compare with."""
    message = f"“{quoted(match)}”：{said}，没有可比的百分比，原文为{match['percent']}%。"
    return fails(
        RULE,
        message,
        [_input(line, match)],
        severity=Severity.WARNING,
        actual=parse_number(match["percent"]),
        unit="%",
    )


def told(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that stand out, and one for all that hold."""
    every = list(findings)
    yield from (each for each in every if each.outcome is not Outcome.HOLDS)
    if held := sum(each.outcome is Outcome.HOLDS for each in every):
        yield holds(RULE, f"文中另有{held}处百分比与所列金额一致。")


def quoted(match: re.Match[str]) -> str:
    """The sentence's own words, its end kept."""
    return match.group() if len(match.group()) <= SHOWN else f"…{match.group()[-SHOWN:]}"


def shown(value: Decimal, match: re.Match[str]) -> str:
    """A percentage in words of up and down, where the sentence has such."""
    if "turn" not in match.re.groupindex:
        return f"{plain(value)}%"
    return f"{'减少' if value < 0 else '增加'}{plain(abs(value))}%"


def _input(line: Line, match: re.Match[str]) -> Input:
    return Input("百分比", match["percent"], "", line.where(match), "%")
