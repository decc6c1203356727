"""Departments like the seed's, each with a name and an index code of its own."""

from disclosures.publishing.history import People, publish_history
from disclosures.publishing.intake import Manner, take_in_reading
from disclosures.publishing.reading import read
from disclosures.records.disclosure import Revision
from tests.pages.published import person

NAME, INDEX = "网格化综合监督指挥中心", "530100001779006"
TOTAL = "1,202.94"


def sibling(seed: bytes, name: str, code: int, **changed: str) -> bytes:
    """The seed as another department would have written it, words of it changed.

    `changed` are pairs of words and what stands for them, told by their common number:
    `old1="…", new1="…"`.
    """
    text = seed.decode().replace(NAME, name).replace(INDEX, f"530100{code:06d}006")
    for key in sorted(each for each in changed if each.startswith("old")):
        assert changed[key] in text, changed[key]
        text = text.replace(changed[key], changed[f"new{key[3:]}"])
    return text.encode()


def publish_as_it_was(data: bytes, name: str = "seed.txt") -> Revision:
    """Publish a document as history: with the mistakes that it has."""
    people = People(person("administrator"), person("reviewer"))
    reading = read(data, name)
    taken = take_in_reading(
        reading=reading, data=data, by=people.taker, manner=Manner(is_history=True)
    )
    publish_history(taken.revision, people)
    taken.revision.refresh_from_db()
    return taken.revision
