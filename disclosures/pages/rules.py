"""How we check: every rule with its formula and legal basis, and how often it failed."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from disclosures.classification.terms import named_in
from disclosures.pages.addresses import address
from disclosures.queries import checked
from disclosures.rules.explain import explain, explanations


def rules(request: HttpRequest) -> HttpResponse:
    """Every reconciliation rule, with how it came out over what is published."""
    came = checked.by_rule()
    told = [(each, came.get(each.rule.code, checked.Came())) for each in explanations()]
    return render(request, "pages/rules.html", {"explanations": told})


def rule(request: HttpRequest, code: str) -> HttpResponse:
    """One rule, and what it came to in what is published, failures first."""
    try:
        explanation = explain(code)
    except KeyError as error:
        raise Http404 from error
    findings = list(checked.findings_of_rule(code))
    context = {
        "explanation": explanation,
        "named": named_in(f"{explanation.rule.title}；{explanation.rule.equation}"),
        "came": checked.by_rule().get(code, checked.Came()),
        "findings": [(each, f"{address(each.revision)}#checks") for each in findings],
        "is_cut": len(findings) == checked.MOST,
        "most": checked.MOST,
    }
    return render(request, "pages/rule.html", context)
