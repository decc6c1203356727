"""The words of money and comparison as narratives print them, and the text they are sought in."""

import re

from disclosures.classification.money import halfwidth

NUMERALS = "一二三四五六七八九十"
# One character to one character, so that spans stay spans of the document's own text.
QUOTES = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "‘": "'",
        "’": "'",
        "﹪": "%",
        "\t": " ",
        "\r": " ",
        "\u200b": " ",
    }
    | {
        "\u200b": " ",
        "—": "-",
        "－": "-",
        "–": "-",
        "﹣": "-",
        "\ufeff": " ",
        "\u2002": " ",
        "\u2003": " ",
    }
)
# What the template asks its writer to do, and page numbers that fell between the lines.
NOTE = re.compile(
    r"\([^()\n]{0,40}(?:注[:：]|删除|应说明|请说明|填写|填列|如有请|公开时)[^()\n]{0,160}\)"
    r"|^[ ]*-+[ ]*\d{1,3}[ ]*-+[ ]*$",
    re.M,
)

# A number that a line breaks after its point or separator; the break is moved behind it.
PAUSE = r"[ ]{0,40}\n[ \n]{0,80}"
BROKEN_POINT = re.compile(rf"(\d\.)({PAUSE})(\d{{1,6}})(?=[ ]?(?:万?元|%))")
BROKEN_GROUP = re.compile(
    rf"(?<![\d.,])(\d{{1,3}}(?:,\d{{3}}){{0,3}},)({PAUSE})"
    r"(\d{3}(?:,\d{3}){0,3}(?:\.\d{1,6})?)(?=[ ]?万?元)"
)
# Separators group by three or are absent; anything else is no number but a slip.
NUMBER = (
    r"(?<![\d.])(?<!\d,)(?:[1-9]\d{0,2}(?:,\d{3})+|\d{1,15})(?:\.\d{1,6})?(?![\d.]*\d)(?!,\d{3})"
)
UNIT = r"(?:万[ ]?元|元|万|亿元?|千元)(?![/月旦件]|人(?!民币))"
UP = r"增加|增长|上升|提高|增幅|上涨|增(?!减)"
DOWN = r"减少|下降|降低|减低|减幅|降幅|压减|缩减|(?<!增)减"
FLAT = (
    r"(?:同比|(?:与|同|较|比|和)(?:上年度?|去年度?|上一年度?|20\d\d[ ]?年度?))"
    r"(?:年初|预算|执行|决算|安排|支出|收入|经费|总|额|数|同期|相比较?|对比|比较|保持|完全|基本|大致"
    r"|大体|略|元|万元|[\d.]{1,16}|[ \n,]){0,8}"
    r"(?:持平|相同|一致|不变|无变化|没有变化|无增减(?:变化|变动)?)"
    r"|无增减(?:变化|变动)|(?:基本|大致)?持平"
)
NEARLY = re.compile(r"基本|大致|大体|略")
VERSUS = r"(?:与|较|比|同)[^,。;:\n]{0,24}?(?:上年|去年|上一年|20\d\d[ ]*年)|同比"


def folded(text: str) -> str:
    """The text to match on: same length, one width, one kind of quote."""
    return halfwidth(text).translate(QUOTES)


def masked(text: str) -> str:
    """The folded text with notes to the writer and page numbers blanked, same length."""
    return NOTE.sub(lambda found: " " * len(found.group()), folded(text))


def mended(text: str) -> str:
    """The text with each number whole that a line's end cuts at its point or separator.

    Same length: the break moves behind the number.
    """
    return BROKEN_GROUP.sub(r"\1\3\2", BROKEN_POINT.sub(r"\1\3\2", text))


def numeral(printed: str) -> int:
    """十六 is 16, 二十一 is 21, ２ is 2. Raises ValueError for what is no number."""
    text = halfwidth(printed).strip()
    if text.isdecimal():
        return int(text)
    text = text.replace("两", "二")
    if not text or set(text) - set(NUMERALS):
        raise ValueError(f"not a numeral: {printed!r}")
    if "十" not in text:
        return int("".join(str(NUMERALS.index(each) + 1) for each in text))
    tens, _, ones = text.partition("十")
    return 10 * (NUMERALS.index(tens) + 1 if tens else 1) + (
        NUMERALS.index(ones) + 1 if ones else 0
    )


def is_down(direction: str) -> bool:
    """Whether a direction word is a decrease."""
    return re.fullmatch(DOWN, direction) is not None
