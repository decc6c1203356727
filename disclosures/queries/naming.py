"""Publishers by what people call them: words of the name, a shortened name, pinyin, initials."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Case, F, Func, IntegerField, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Replace

FEWEST = 3  # characters of a shortened name: two stand apart in too many names


class Initials(Func):
    """The first letters of pinyin syllables that stand apart by spaces."""

    template = r"regexp_replace(%(expressions)s, '(\w)\w*\s*', '\1', 'g')"
    output_field = TextField()


def called(rows: QuerySet[Any], words: Sequence[str], path: str = "") -> QuerySet[Any]:
    """The rows whose department, at the end of `path`, is called by every one of folded words.

    A shortened name leaves characters out: 深圳审计局 for 深圳市审计局. `name_rank` is 1 where
    a word is found in that way alone, else 0.
    """
    rows = rows.annotate(
        pinyin=Replace(f"{path}sort_key", Value(" "), Value("")),
        initials=Initials(F(f"{path}sort_key")),
    )
    plain = Q()
    for word in words:
        wanted = Q(**{f"{path}name__icontains": word})
        if word.isascii() and word.isalpha():
            wanted |= Q(pinyin__icontains=word) | Q(initials__regex="^" + ".*".join(word))
        plain &= wanted
        if is_shortening(word):
            wanted |= Q(**{f"{path}name__regex": ".*".join(word)})
        rows = rows.filter(wanted)
    if not words:
        return rows.annotate(name_rank=Value(0))
    rank = Case(When(plain, then=Value(0)), default=Value(1), output_field=IntegerField())
    return rows.annotate(name_rank=rank)


def is_shortening(word: str) -> bool:
    """Whether a folded word may be a name with characters left out; letters alone, no pattern."""
    return len(word) >= FEWEST and word.isalpha() and not word.isascii()
