"""Whether a row at the top of a page is a row of the header again."""

from collections.abc import Sequence

MOSTLY = 0.5  # of the texts that must be the very same


def repeats(row: Sequence[str], head: Sequence[str]) -> bool:
    """Whether a row says what a row of the header says. What a page's end cut off a cell may stand
    before a heading: 知识培训项目名称 is 项目名称 again.
    """
    if len(row) != len(head) or not any(row):
        return False
    same = sum(text == printed for text, printed in zip(row, head, strict=True))
    ends = all(text.endswith(printed) for text, printed in zip(row, head, strict=True))
    return ends and any(head) and same >= MOSTLY * len(row)
