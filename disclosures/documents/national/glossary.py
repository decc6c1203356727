"""The terms that a section of explanations defines."""

import re

from disclosures.documents.narrative.page import Page
from disclosures.documents.narrative.wording import NUMERALS, folded
from disclosures.records.narrative import Term

NUMBER = (
    rf"(?:[{NUMERALS}]{{1,3}}[ ]*[、.]|\([{NUMERALS}]{{1,3}}\)|\d{{1,2}}[ ]*[.、]|\(\d{{1,2}}\))"
)
TERM = re.compile(
    rf"^[ ]*(?:{NUMBER})?[ 、]*(?P<term>[^:,\n。;]{{2,60}}?)[ ]*(?::|(?=是?指))[ ]*"
    r"(?P<said>[^\n]{6,})",
    re.M,
)
# What stands behind the last term: another part, the tables, the account of the budget, a contact.
ENDS = re.compile(
    rf"""^[ ]*(?:
        第[一二三四五六七八九十]+部分 | 附件
      | \d{{4}}年[^\n。]{{0,30}}(?:说明|表)[ ]*$
      | (?:[{NUMERALS}]{{1,3}}[、.])?[^\n。:、]{{0,8}}表格?部分[ ]*$
      | (?:部门|单位)(?:预算|决算)(?:编制)?(?:情况)?说明[ ]*$
      | 附?表[ ]*(?:\d{{1,2}}|[{NUMERALS}]{{1,3}})[ ]*$
      | [^\n。:]{{0,16}}联系(?:人|电话|方式)[ ]*:
    )""",
    re.M | re.X,
)
NUMBERED = re.compile(rf"[ ]*{NUMBER}")
MOST = 100
LONGEST = 12000  # characters that explanations take


def terms_of(text: str) -> tuple[Term, ...]:
    """The explained terms, each with its definition, which may run over several lines."""
    plain = folded(text)
    start = _start(plain)
    if start is None:
        return ()
    stop = ENDS.search(plain, start)
    end = min(stop.start() if stop else len(plain), start + LONGEST)
    found = list(TERM.finditer(plain, start, end))
    numbered = [each for each in found if NUMBERED.match(each.group())]
    chosen = (numbered if len(numbered) >= 3 else found)[:MOST]
    if not chosen:
        return ()
    stops = [*(each.start() for each in chosen[1:]), end]
    return tuple(_term(text, match, stop) for match, stop in zip(chosen, stops, strict=True))


def _start(plain: str) -> int | None:
    """The end of the last heading that names the explanations."""
    lines = re.finditer(r"^[^\n。]{0,16}(?:名词解释|术语解释)[^\n。]{0,4}$", plain, re.M)
    return max((each.end() for each in lines), default=None)


def _term(text: str, match: re.Match[str], stop: int) -> Term:
    start = match.start("said")
    definition = text[start:stop].rstrip()
    return Term(
        _named(text[slice(*match.span("term"))]),
        definition.strip(),
        match.start(),
        start + len(definition),
    )


def _named(said: str) -> str:
    """A term without the quotes around all of it; those of “三公”经费 are its own."""
    bare = said.strip(" ")
    inner = bare.strip('“”"')
    is_part = bare.count("“") == bare.count("”") and ("“" in inner or "”" in inner)
    return bare if is_part else inner.strip(" ")


def state_terms(page: Page, terms: tuple[Term, ...], at: tuple[int, int]) -> None:
    """State how many terms are explained, with their names."""
    if terms:
        page.state("glossary", str(len(terms)), at, "", items=[each.term for each in terms])
