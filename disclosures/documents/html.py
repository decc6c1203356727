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
CUT_SHORT = "ERR_RESOURCE_LIMIT"  # of libxml2: what follows is not in the tree
MOST = (
    (300_000, "个标签"),
    (100_000, "个表格单元", "td", "th"),
    (2_000, "个表格", "table"),
)
PAGE = re.compile(r"<\s*(?:!doctype\s+html|html|body|head|div|p|table)\b", re.I)


def is_html(text: str) -> bool:
    """Whether a text is markup rather than words."""
    return bool(PAGE.search(text[:4096]))


def parsed(markup: str) -> _Element:
    """The page as a tree.

    Raises RefusedError for one without content, and for one that could be read in part only.
    """
    reader = parser.HTMLParser(encoding="utf-8", huge_tree=False)
    try:
        root: _Element = parser.document_fromstring(markup.encode("utf-8"), parser=reader)
    except (ParserError, ValueError) as error:
        raise RefusedError("html", "网页里没有内容。The page has no content.") from error
    if any(each.type_name == CUT_SHORT for each in reader.error_log):
        raise RefusedError(
            "too_large",
            "网页的标签套得太深，或有一处内容过长，后面的内容读不出来。"
            "请用浏览器打印为 PDF，或把公开内容另存为 Word 文档后上传。"
            "The page is nested too deeply to be read in full.",
        )
    for most, what, *tags in MOST:
        count = sum(1 for _ in root.iter(*tags))
        if count > most:
            raise RefusedError(
                "too_large",
                f"网页有 {count} {what}，超过 {most} {what}的上限。请只上传本部门的公开文件。"
                "The page holds more than a disclosure does.",
            )
    return root


def text_of(markup: str) -> str:
    """The words of the page's main content, a block a line.

    Raises RefusedError when there are none.
    """
    root = parsed(markup)
    for element in list(root.iter(*DROPPED)):
        if element.getparent() is not None:
            element.drop_tree()
    lines = "".join(words_in(_main(root))).split("\n")
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


def words_in(root: _Element, without: str = "") -> list[str]:
    """Text in reading order, a block a line; that of the elements `without` inside it left out.

    An explicit stack, because hostile pages nest deeper than Python.
    """
    words: list[str] = []
    stack: list[_Element | str] = [root]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            words.append(item)
            continue
        if not isinstance(item.tag, str) or (item.tag == without and item is not root):
            continue
        block = "\n" if item.tag in BLOCKS else ("\t" if item.tag in ("td", "th") else "")
        later: list[_Element | str] = [block, re.sub(r"\s+", " ", item.text or "")]
        for child in item:
            later += [child, re.sub(r"\s+", " ", child.tail or "")]
        stack.extend(reversed([*later, block]))
    return words
