"""A saved web page to its text: navigation and frame stripped, reading order kept."""

import re

from lxml import html as parser
from lxml.etree import ParserError, _Element

from disclosures.documents.refusal import RefusedError

DROPPED = (
    "script",
    "style",
    "noscript",
    "head",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "iframe",
    "template",
    "svg",
    "select",
    "button",
)
BLOCKS = frozenset(
    (
        *("address", "article", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt"),
        *("fieldset", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "main", "ol", "p"),
        *("pre", "section", "table", "tbody", "thead", "tfoot", "tr", "ul"),
    )
)
# Words that only the body of a disclosure gathers; the smallest element holding nearly all is it.
MARKS = re.compile(r"预算|决算|收入|支出|三公|采购|绩效|资产|万元|元")
KEPT = 0.9
PAGE = re.compile(r"<\s*(?:!doctype\s+html|html|body|head|div|p|table)\b", re.I)


def is_html(text: str) -> bool:
    """Whether a text is markup rather than words."""
    return bool(PAGE.search(text[:4096]))


def text_of(markup: str) -> str:
    """The words of the page's main content, a block a line.

    Raises RefusedError when there are none.
    """
    try:
        root = parser.document_fromstring(
            markup.encode("utf-8"), parser=parser.HTMLParser(encoding="utf-8", huge_tree=False)
        )
    except (ParserError, ValueError) as error:
        raise RefusedError("html", "网页里没有内容。The page has no content.") from error
    for element in list(root.iter(*DROPPED)):
        if element.getparent() is not None:
            element.drop_tree()
    lines = "".join(_words(_main(root))).split("\n")
    text = "\n".join(line.strip(" \u00a0\u3000\t") for line in lines)
    return re.sub(r"\n{2,}", "\n", text).strip("\n") + "\n"


def _main(root: _Element) -> _Element:
    """Walk down while one child keeps nearly all that speaks of money."""
    found = root
    total = _weight(root)
    while total:
        heavy = next(
            (
                child
                for child in found
                if isinstance(child.tag, str) and _weight(child) >= KEPT * total
            ),
            None,
        )
        if heavy is None or heavy.tag in ("p", "table"):
            return found
        found = heavy
    return found


def _weight(element: _Element) -> int:
    return len(MARKS.findall(str(element.text_content())))


def _words(root: _Element) -> list[str]:
    """Text in reading order; an explicit stack, because hostile pages nest deeper than Python."""
    words: list[str] = []
    stack: list[_Element | str] = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            words.append(item)
            continue
        if not isinstance(item.tag, str):
            continue
        block = "\n" if item.tag in BLOCKS else ("\t" if item.tag in ("td", "th") else "")
        later: list[_Element | str] = [block, re.sub(r"\s+", " ", item.text or "")]
        for child in item:
            later += [child, re.sub(r"\s+", " ", child.tail or "")]
        stack.extend(reversed([*later, block]))
    return words
