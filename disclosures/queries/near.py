"""What is public and near to what somebody asked for; nothing else is ever offered."""

from collections.abc import Iterable
from dataclasses import dataclass

from disclosures.classification.folding import folded
from disclosures.classification.lists import DepartmentEconomicCode, FunctionCode, ListedCode
from disclosures.classification.terms import by_key
from disclosures.queries.gate import is_public
from disclosures.queries.glossary import keys as explained_keys
from disclosures.queries.published import publications
from disclosures.records.disclosure import Revision
from disclosures.records.places import Department

PADDED = 2  # blanks before a word, so that its beginning counts more than its end
LIKE_ENOUGH = 0.3
LISTS: dict[str, type[ListedCode]] = {"functions": FunctionCode, "economic": DepartmentEconomicCode}


@dataclass(frozen=True)
class Near:
    """A publisher by the names of its address, and how like they are to what was asked for."""

    region: str
    slug: str
    name: str
    likeness: float


def departments(region: str, slug: str, most: int) -> list[Near]:
    """Publishers with an address like the one asked for, the likest first; one query.

    Of two alike, the one of the region comes first.
    """
    public = Department.objects.filter(is_public("disclosures__revisions__")).distinct()
    found = [
        Near(*each, likeness(slug, each[1]))
        for each in public.values_list("region__slug", "slug", "name")
    ]
    close = (each for each in found if each.likeness >= LIKE_ENOUGH)
    return sorted(close, key=lambda each: (-each.likeness, each.region != region, each.slug))[:most]


def disclosures(region: str, slug: str) -> list[Revision]:
    """All that one publisher has published, the newest first; one query."""
    found = publications().filter(
        disclosure__department__region__slug=region, disclosure__department__slug=slug
    )
    return list(found.defer("text").order_by("-disclosure__fiscal_year_id", "disclosure__kind"))


def codes(of: str, code: str, most: int) -> list[tuple[str, str]]:
    """Codes of a list that begin as one does, those with the most digits in common first."""
    listed = LISTS[of]._default_manager.filter(code__startswith=code[:3], is_current=True)
    found = listed.values_list("code", "name")
    return sorted(found, key=lambda each: (-_common(code, each[0]), len(each[0]), each[0]))[:most]


def terms(word: str, most: int) -> list[str]:
    """The keys of the explained terms that are like a word, the likest first; one query."""
    return likest(word, ((each, each) for each in {*explained_keys(), *by_key()}), most)


def likest(word: str, named: Iterable[tuple[str, str]], most: int) -> list[str]:
    """Of things by key and name those named like a word, by their keys, the likest first."""
    asked = _twos(word)
    found = ((_shared(asked, _twos(name)), key) for key, name in named)
    close = sorted((-share, key) for share, key in found if share >= LIKE_ENOUGH)
    return [key for _, key in close[:most]]


def likeness(one: str, other: str) -> float:
    """How much of their threes of characters two words share: 0 to 1, as pg_trgm has it."""
    return _shared(_threes(one), _threes(other))


def _shared(left: set[str], right: set[str]) -> float:
    return len(left & right) / len(left | right) if left and right else 0.0


def _twos(words: str) -> set[str]:
    """Neighbours of characters: most Chinese words are two of them, in any order."""
    said = folded(words)
    return {said[i : i + 2] for i in range(len(said) - 1)}


def _threes(word: str) -> set[str]:
    made: set[str] = set()
    for part in word.lower().replace("_", "-").split("-"):
        padded = f"{' ' * PADDED}{part} "
        made.update(padded[i : i + 3] for i in range(len(padded) - 2))
    return made if word else set()


def _common(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(other))
