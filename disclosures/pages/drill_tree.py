"""A tree of codes as nested lists, each line made in one piece: a page has hundreds of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from disclosures.pages.addresses import of_code
from disclosures.pages.language import Said
from disclosures.pages.linked import linked, with_unit
from disclosures.pages.summary import Quote
from disclosures.pages.terms import glossed

ROW = (
    '<li><div class="leaf"><span class="what">{} <span lang="zh-Hans">{}</span></span><span></span>'
    '<span class="number">{}</span></div></li>'
)
LINE = (
    '<span class="what" lang="zh-Hans">{code} {name}</span>'
    '<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"'
    ' focusable="false"><rect width="{width}" height="4"/></svg>'
    '<span class="number">{amount}</span><span class="number percent">{share}</span>'
)


@dataclass(frozen=True)
class Node:
    """A printed code: its amount, its share of what it is a part of in percent, its own parts.

    `rows` are those that a sum of ours is made of, each as a line of a list. `differs`: parts that
    we added up are not in all what the code is.
    """

    code: str
    name: str
    quote: Quote
    share: str
    parts: tuple["Node", ...]
    rows: tuple[str, ...] = ()
    differs: bool = False


def tree(nodes: Iterable[Node], codes: str, said: Said) -> str:
    """The list of some codes, each with its parts; `codes` names the pages of the codes."""
    return f'<ul class="drill">{"".join(_item(each, codes, said) for each in nodes)}</ul>'


def row(at: int, told: str, amount: Quote, said: Said) -> str:
    """A row of a table by its place from 0, what tells it apart and its amount."""
    number = said["第 %(number)s 行"] % {"number": at + 1}
    return ROW.format(number, escape(told), linked(amount, said))


def _item(node: Node, codes: str, said: Said) -> str:
    url = of_code(codes, node.code)
    if not (node.parts or node.rows):
        code = f'<a class="code" href="{url}">{escape(node.code)}</a>'
        line = _line(node, code, linked(node.quote, said), said)
        return f'<li><div class="leaf">{line}</div></li>'
    code = f'<span class="code">{escape(node.code)}</span>'
    if node.rows:
        summed = said["表内 %(rows)s 行相加（本站计算）"] % {"rows": len(node.rows)}
        source = f"<span>{summed}</span>"
    else:
        source = f'<a href="{escape(node.quote.url)}">{said["查看原文"]}</a>'
    note = f'<p class="note">{said["以下各科目相加与本级不符。"]}</p>' if node.differs else ""
    rows = f'<ul class="drill">{"".join(node.rows)}</ul>' if node.rows else ""
    parts = tree(node.parts, codes, said) if node.parts else ""
    return (
        f"<li><details><summary>{_line(node, code, with_unit(node.quote, said), said)}</summary>\n"
        f'<p class="open">{source}<a href="{url}">{said["看各部门在这个科目下的支出"]}</a></p>\n'
        f"{note}\n{rows}\n{parts}</details></li>"
    )


def _line(node: Node, code: str, amount: str, said: Said) -> str:
    """A code with its name, its bar, its amount and its share."""
    return LINE.format(
        code=code,
        name=f"{escape(node.name)}{glossed(node.name, said)}",
        width=escape(node.share) or "0",
        amount=amount,
        share=f"{escape(node.share)}%" if node.share else "",
    )
