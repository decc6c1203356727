"""The words of comparison and of money, as narratives print them."""

from disclosures.classification.money import halfwidth

# One character to one character, so that spans stay spans of the document's own text.
QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "﹪": "%", "\t": " ", "\r": " "})


def folded(text: str) -> str:
    """The text to match on: same length, one width, one kind of quote."""
    return halfwidth(text).translate(QUOTES)


# A number that runs into a date or a percentage is no amount.
NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d.,]*[ ]*[年月日%])(?![.,]?\d)"
MONEY = rf"(?P<number>{NUMBER})[ \n]*(?P<unit>万元|元|万)?"
UP = r"增加|增长|上升|提高|增"
DOWN = r"减少|下降|降低|减低|减"
FLAT = r"无增减变化|无增减|无变化|持平|相同|一致|保持不变"
