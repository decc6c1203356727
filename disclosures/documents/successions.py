"""Which department a document says its own came from: 由原…局更名, …局的职责划入….

Only what is said of the publisher itself counts: reforms of others are in many duties. Nothing is
concluded from it: it is what a person is asked about.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from disclosures.classification.divisions import divisions
from disclosures.classification.money import halfwidth
from disclosures.records.disclosure import EARLIEST, LATEST
from disclosures.records.succession import Reform

OURSELVES = r"(?:本|我|该)(?:部门|单位|局|委|办|厅|中心|街道|办公室)|新组建的?部门"
BODY = r"(?:委员会|办公室|管理局|办事处|中心|总队|支队|[局委办厅院署馆处所])"
FORMER = rf"[\u4e00-\u9fff（）()]{{2,36}}?{BODY}"
LISTED = rf"[\u4e00-\u9fff（）()、]{{4,150}}?{BODY}"
BETWEEN = re.compile(r"[、和与及]原?(?=[\u4e00-\u9fff]{3})")
YEAR = re.compile(r"(20\d\d)年")
SENTENCE = re.compile(r"[^。；;\n]+[。；;\n]?")
SPEAKS = re.compile(r"更名|原名|前身|合并|整合|分立|划入|划转|并入")
LONGEST = 400  # characters of a sentence that may speak of a reform
MOST = 20  # of one document


@dataclass(frozen=True)
class SaidSuccession:
    """A former department, how it became the publisher, the year if one is told, and the words."""

    predecessor: str
    reform: Reform
    year: int | None
    sentence: str


def successions_said(text: str, department: str) -> tuple[SaidSuccession, ...]:
    """Every former department that a text says the publisher came from; each of them once."""
    found: dict[str, SaidSuccession] = {}
    if len(department) <= 2:
        return ()
    patterns = [(re.compile(pattern), reform) for pattern, reform in _patterns(department)]
    for told in SENTENCE.finditer(text):
        if len(told.group()) <= LONGEST and SPEAKS.search(told.group()):
            for each in _said(" ".join(told.group().split()), patterns):
                if each.predecessor not in _names(department):
                    found.setdefault(each.predecessor, each)
    return tuple(found.values())[:MOST]


def _said(
    sentence: str, patterns: Iterable[tuple[re.Pattern[str], Reform]]
) -> Iterator[SaidSuccession]:
    plain = re.sub(r"[\s“”\"]", "", halfwidth(sentence))
    year = next((int(y) for y in YEAR.findall(plain) if EARLIEST <= int(y) <= LATEST), None)
    for pattern, reform in patterns:
        for match in pattern.finditer(plain):
            for name in BETWEEN.split(match["former"].removeprefix("由").removeprefix("原")):
                yield SaidSuccession(name, reform, year, sentence)


def _patterns(department: str) -> tuple[tuple[str, Reform], ...]:
    own = rf"(?:{'|'.join(map(re.escape, _names(department)))}|{OURSELVES})"
    before = r"(?:^|[,:(年月日]|[由将把是系为](?!原))(?:将|把|由)?"
    return (
        (rf"(?:由|将|把|^|[,:(])原(?P<former>{FORMER})更名(?:而来|为{own})", Reform.RENAMED),
        (rf"{before}(?P<former>{FORMER})(?:正式)?更名为{own}", Reform.RENAMED),
        (rf"{own}(?:原名|前身(?:是|为|系))原?(?P<former>{FORMER})", Reform.RENAMED),
        (rf"{before}原(?P<former>{LISTED})(?:合并|整合)(?:组建|成立|为){own}", Reform.MERGED),
        (rf"{own}由原(?P<former>{LISTED})(?:合并|整合)", Reform.MERGED),
        (rf"{own}由原?(?P<former>{FORMER})分立", Reform.SPLIT),
        (
            rf"{before}原?(?P<former>{FORMER})的?[^,，]{{0,30}}(?:职责|职能)(?:划入|划转至?|并入){own}",
            Reform.TRANSFERRED,
        ),
    )


def _names(department: str) -> tuple[str, ...]:
    """A department's name, and without the place that it begins with: 市审计局, 审计局."""
    plain = re.sub(r"[（(].*?[）)]$", "", "".join(department.split()))
    names = [plain]
    for each in divisions():
        if plain.startswith(each.name):
            rest = plain.removeprefix(each.name)
            names += [each.name[-1] + rest, rest]
    return tuple(name for name in dict.fromkeys(names) if len(name) > 2)
