"""Of which year an amount is told: the one last named before it, comparisons aside."""

import re

YEAR = re.compile(r"(20\d\d)年")
SAID_YEAR = re.compile(r"20\d\d年|上年(?!度?结)|去年|上一年|(?<!年)[本今当]年")
# 增减变化原因:2026年… is a heading with a colon, no reason.
REASON = r"(?:(?<!变化)(?<!变动)原因|(?<=变化)原因(?!:20\d\d年)|(?<=变动)原因(?!:20\d\d年))"
# What a year is named for without the amounts being that year's: comparisons, brackets, dates.
COMPARISON = re.compile(
    r"(?:较|比|与|同|和)[^,。;]{0,10}?(?:20\d\d年|上年|去年)|\([^()]{0,60}\)|(?:截[至止]|上年及)[^,。;]{0,16}"
    rf"|{REASON}[^;。]*|主要(?:是|用于|由于|因)[^;。]*"
)


def of_this_year(year: int | None, ahead: str, said: str) -> bool:
    """Whether the year last named before an amount, comparisons aside, is the document's."""
    named = YEAR.findall(said)
    if year is None:
        return True
    if named:
        return str(year) in named
    told = list(SAID_YEAR.finditer(COMPARISON.sub("", ahead)))
    if not told:
        return True
    return told[-1].group() in ("本年", "今年", "当年", f"{year}年")
