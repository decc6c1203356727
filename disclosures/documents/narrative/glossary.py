"""The explained terms of 专业名词解释."""

import re

from disclosures.documents.narrative.other_parts import other_parts
from disclosures.documents.narrative.page import Page
from disclosures.records.narrative import Term

# Numbered terms; without numbers only what is defined by 指 or by its being counted in.
NUMBERED = re.compile(
    r"^[ ]*(?:\(?\d{1,2}[.、．)]|\([一二三四五六七八九十]{1,3}\)|[①-⑳])[ ]*\"?"
    r"(?P<term>[^:\n。;]{1,60}?)\"?[ ]*(?::|(?=是?指))(?P<definition>[^\n]+)",
    re.M,
)
PLAIN = re.compile(
    r"^[ ]*\"?(?P<term>[^:,\n。;]{2,40}?)\"?[ ]*(?::(?=[^\n]{6})|(?=是?指))(?P<definition>[^\n]+)",
    re.M,
)


def read_terms(page: Page) -> tuple[Term, ...]:
    """专业名词解释: each term with its definition, which may run over several lines."""
    part = other_parts(page).get("glossary")
    if part is None:
        return ()
    label, span = part
    numbered = list(NUMBERED.finditer(page.folded, *span))
    found = (numbered or list(PLAIN.finditer(page.folded, *span)))[:300]
    if not found:
        return ()
    stops = [*(match.start() for match in found[1:]), span[1]]
    terms = tuple(_term(page, match, stop) for match, stop in zip(found, stops, strict=True))
    where = (terms[0].start, terms[-1].end)
    page.state("glossary", str(len(terms)), where, label, items=[each.term for each in terms])
    return terms


def _term(page: Page, match: re.Match[str], stop: int) -> Term:
    start = match.start("definition")
    definition = page.text[start:stop].rstrip()
    term = page.text[slice(*match.span("term"))].strip(' “”"')
    return Term(term, definition.strip(), match.start(), start + len(definition))
