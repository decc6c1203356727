"""Findings as the page of a disclosure lists them, each a line made in one piece."""

from collections.abc import Iterable
from html import escape
from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from disclosures.pages.language import Said
from disclosures.records.finding import Finding, Outcome, Severity

register = template.Library()


@register.simple_tag
def findings(found: Iterable[Finding]) -> SafeString:
    """A list of findings."""
    said, rules = Said(), reverse("pages:rules")
    lines = "".join(_finding(each, rules, said) for each in found)
    return mark_safe(f'<ul class="findings">{lines}</ul>')


def _finding(finding: Finding, rules: str, said: Said) -> str:
    """What was found, what the department says of it, and what was compared."""
    rule = escape(finding.rule)
    reason = (
        f'<p class="reason"><strong>{said["部门说明"]}</strong>　'
        f'<span lang="zh-Hans">{escape(finding.reason)}</span></p>\n'
        if finding.reason
        else ""
    )
    return (
        f'<li class="finding {finding.outcome} {finding.severity}">\n'
        f'<p><a class="rule" href="{rules}{rule}/">{rule}</a>\n'
        f'<span class="tag">{_came_to(finding, said)}</span>\n'
        f'<span lang="zh-Hans">{escape(finding.message)}</span></p>\n'
        f"{reason}{_inputs(finding, said) if finding.inputs else ''}</li>"
    )


def _came_to(finding: Finding, said: Said) -> str:
    if finding.outcome == Outcome.FAILS:
        return escape(said[str(Severity(finding.severity).label)])
    if finding.outcome == Outcome.HOLDS and finding.difference:
        return said["有差额"]
    return escape(said[str(Outcome(finding.outcome).label)])


def _inputs(finding: Finding, said: Said) -> str:
    """What was compared, with the tolerance and the difference."""
    unit = escape(said[finding.unit])
    within = f"{said['，容差']} {escape(finding.tolerance)}{unit}" if finding.tolerance else ""
    lines = "".join(map(_input, finding.inputs))
    if finding.difference:
        lines += f"\n<div><dt>{said['差额']}</dt><dd>{escape(finding.difference)}{unit}</dd></div>"
    return (
        f"<details><summary>{said['参与核对的数据']}{within}</summary>\n"
        f'<dl class="inputs">{lines}</dl></details>\n'
    )


def _input(told: dict[str, Any]) -> str:
    label, value, unit = (escape(str(told.get(each, ""))) for each in ("label", "value", "unit"))
    return f'<div lang="zh-Hans"><dt>{label}</dt><dd>{value}{unit}</dd></div>'
