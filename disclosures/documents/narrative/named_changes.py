"""Changes told by name: 与上年相比，基本支出减少54.20万元，项目支出增加3.00万元."""

import re
from collections.abc import Mapping

from disclosures.documents.narrative.changes import change
from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.narrative.reasons import reason
from disclosures.documents.narrative.wording import DOWN, FLAT, NUMBER, UP, VERSUS

# A name, perhaps a comparison, and at once up or down with a number, or none at all.
TURN = rf"(?=(?:{UP}|{DOWN})(?:了|额|数|金额|为|[ \n])*-?{NUMBER}|{FLAT})"
BETWEEN = (
    rf"(?:决算|预算|支出|数|[ ])*(?:{VERSUS})?"
    r"(?:度|末|年初|预算|决算|数|相比较?|对比|比较|[, ])*"
)
ENDS = re.compile(r"[;。]")


def named_changes(
    page: Page, names: Mapping[str, str], span: Span, section: str, *, unless: str = "(?!)"
) -> None:
    """State the change of each figure that is named right before it, and the reason told after.

    `names` maps the stem of a figure's change keys (`exp.basic_`) to the words of its name; a
    comparison that holds `unless` is with something else than last year.
    """
    heads = {
        stem: found
        for stem, words in names.items()
        if (found := _head(page, words, span, unless)) is not None
    }
    starts = sorted(found.start() for found in heads.values())
    for stem, head in heads.items():
        if f"{stem}delta" in page.statements:
            continue
        following = min((at for at in starts if at > head.start()), default=span[1])
        stop = ENDS.search(page.folded, head.end(), following)
        zone = (head.end(), stop.start() if stop else following)
        percent = f"{stem}delta_pct" if not stem.startswith("sangong.") else f"{stem}pct"
        done = change(page, f"{stem}delta", percent, zone, section)
        if done is not None:
            reason(page, f"{stem}reason", (done, zone[1]), section)


def _head(page: Page, words: str, span: Span, unless: str) -> re.Match[str] | None:
    heads = page.all(rf"(?:{words})(?P<between>{BETWEEN}){TURN}", span)
    return next((each for each in heads if re.search(unless, each["between"]) is None), None)
