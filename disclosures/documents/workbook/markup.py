"""The XML inside a workbook, read piece by piece, without entities and without the network."""

from collections.abc import Iterator, Sequence

from lxml.etree import XMLParser, XMLSyntaxError, _Element, fromstring, iterparse

from disclosures.documents.workbook.archive import Archive, broken


def root_of(archive: Archive, name: str) -> _Element:
    """The root of a small member. Raises RefusedError when it is missing or no XML."""
    parser = XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return fromstring(archive.read(name), parser)
    except (XMLSyntaxError, ValueError) as error:
        raise broken() from error


def elements(archive: Archive, name: str, *tags: str) -> Iterator[_Element]:
    """Every element of these names as it ends, in order. Raises RefusedError for what is no XML.

    What stands before it is dropped then, so memory stays bounded.
    """
    return (element for _, element in events(archive, name, *tags, kinds=("end",)))


def events(
    archive: Archive, name: str, *tags: str, kinds: Sequence[str] = ("start", "end")
) -> Iterator[tuple[str, _Element]]:
    """The same, with the beginnings ("start") too."""
    with archive.opened.open(name) as stream:
        parsed = iterparse(
            stream,
            events=kinds,
            tag=[f"{{*}}{tag}" for tag in tags],
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        try:
            for event, element in parsed:
                yield event, element
                if event == "end":
                    _drop_before(element)
        except XMLSyntaxError as error:
            raise broken() from error


def _drop_before(element: _Element) -> None:
    if element.getprevious() is not None:
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]


def local(element: _Element) -> str:
    """An element's name without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: _Element, name: str) -> _Element | None:
    """The first child of a name."""
    return next((each for each in element if local(each) == name), None)


def is_set(element: _Element, name: str) -> bool:
    """Whether an attribute says yes."""
    return element.get(name, "").strip().lower() in ("1", "true", "on")
