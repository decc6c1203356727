"""What a search costs at a city's size: by the index of grams, and by reading every entry.

`DATABASE_URL=… python -m benchmarks.search [DEPARTMENTS YEARS]` needs a database of its own, as the
owner of its tables, with something published: what is published is copied with other words in it,
in a transaction that is rolled back at the end. Ratios of one run say more than milliseconds.
"""

import os
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "budget_portal.settings")
os.environ.setdefault("SECRET_KEY", "a measurement signs nothing")
django.setup()

from django.db import connection, transaction
from django.db.models import QuerySet
from django.test import Client

from disclosures.classification.folding import folded, grams
from disclosures.queries import search
from disclosures.queries.gate import is_public
from disclosures.records.places import Region
from disclosures.records.search_entry import EntryKind, SearchEntry, mark_of

FIRST_YEAR = 2019
TIMES = 5
A_PAGE = 21
VOCABULARY = 4000  # made-up words of two characters, one an entry
COLUMNS = (
    "revision_id, kind, year, region_id, title, text, amount, folded, grams, key, edition, "
    '"table", "row", "start", "end"'
)
TABLES = ("department", "disclosure", "revision", "searchentry")
INDEX = "search_by_grams"


def seconds(act: Callable[[], object]) -> float:
    """The best of several runs of an action, after one that warms up."""
    act()
    best = float("inf")
    for _ in range(TIMES):
        begun = time.perf_counter()
        act()
        best = min(best, time.perf_counter() - begun)
    return best


def words() -> list[str]:
    """A vocabulary whose words no document has."""
    made = random.Random(5)
    return [
        chr(made.randrange(0x9000, 0x9F00)) + chr(made.randrange(0x9000, 0x9F00))
        for _ in range(VOCABULARY)
    ]


def published(departments: int, years: int) -> list[tuple[int, int]]:
    """Make departments, each with a published revision a year: (revision, year) of each."""
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"ALTER TABLE disclosures_{table} DISABLE TRIGGER USER")
        region = Region.objects.filter(is_public("departments__disclosures__revisions__")).first()
        if region is None:
            sys.exit("nothing is published in this database")
        cursor.execute(
            """
            WITH made AS (
                INSERT INTO disclosures_department
                    (region_id, name, short_names, code, unit_code, slug, sort_key)
                SELECT %s, '测' || n || '局', '[]', '', '', 'bench-' || n, 'ce ju'
                FROM generate_series(1, %s) AS n RETURNING id
            ), years AS (
                INSERT INTO disclosures_fiscalyear SELECT generate_series(%s, %s)
                ON CONFLICT DO NOTHING
            ), told AS (
                INSERT INTO disclosures_disclosure (department_id, fiscal_year_id, kind)
                SELECT made.id, year, 'budget' FROM made, generate_series(%s, %s) AS year
                RETURNING id, fiscal_year_id
            ), revisions AS (
                INSERT INTO disclosures_revision
                    (disclosure_id, number, state, reason, is_history, form, printed_unit,
                     index_start, index_end, text, created_at, published_at)
                SELECT id, 1, 'published', '', false, '', '', '', '', '', now(), now() FROM told
                RETURNING id, disclosure_id
            )
            SELECT revisions.id, told.fiscal_year_id
            FROM revisions JOIN told ON told.id = disclosure_id
            """,
            [region.pk, departments, *[FIRST_YEAR, FIRST_YEAR + years - 1] * 2],
        )
        return list(cursor.fetchall())


def rows(
    base: Sequence[SearchEntry], revisions: Sequence[tuple[int, int]]
) -> Iterator[tuple[object, ...]]:
    """For each revision the entries of the richest one there is, each with a word of its own."""
    held = [(each, _vector([mark_of(each.kind), *grams(each.folded)])) for each in base]
    vocabulary = [(word, _vector(grams(folded(word)))) for word in words()]
    chance = random.Random(7)
    for revision, year in revisions:
        for entry, own in held:
            word, more = chance.choice(vocabulary)
            yield (
                *(
                    revision,
                    entry.kind,
                    year,
                    entry.region_id,
                    entry.title,
                    f"{entry.text}，{word}",
                ),
                *(
                    entry.amount,
                    f"{entry.folded},{word}",
                    f"{own} {more}",
                    entry.key,
                    entry.edition,
                ),
                *(entry.table, entry.row, entry.start, entry.end),
            )


def _vector(found: Iterable[str]) -> str:
    return " ".join(f"'{gram}'" for gram in found)


def filled(departments: int, years: int) -> None:
    """Fill the table, and make its index anew: faster than entry by entry."""
    revisions = published(departments, years)
    base = list(SearchEntry.objects.order_by("-revision", "pk")[:600])
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL IMMEDIATE; DROP INDEX {INDEX}")
        into = f"COPY disclosures_searchentry ({COLUMNS}) FROM STDIN"
        with cursor.cursor.copy(into) as copy:  # psycopg's own
            for row in rows(base, revisions):
                copy.write_row(row)
        cursor.execute(
            f"CREATE INDEX {INDEX} ON disclosures_searchentry USING gin (grams)"
            " WITH (fastupdate = off)"
        )
        cursor.execute("ANALYZE disclosures_searchentry, disclosures_revision")


def by_index(asked: tuple[str, ...], kind: str) -> QuerySet[SearchEntry]:
    """The first page of a kind, as the search asks for it."""
    return search.entries(asked, kind=kind).order_by("-year", "pk")[:A_PAGE]


def read_through(asked: tuple[str, ...], kind: str) -> QuerySet[SearchEntry]:
    """The same without the grams: the words are looked for in every entry."""
    found = SearchEntry.objects.filter(is_public("revision__"), kind=kind)
    for word in asked:
        found = found.filter(folded__contains=word)
    return found.order_by("-year", "pk")[:A_PAGE]


def plan(found: QuerySet[SearchEntry]) -> str:
    """The indexes that a page is read by."""
    said = found.explain()
    names = (INDEX, "search_in_order", "Seq Scan on disclosures_searchentry")
    return " + ".join(name for name in names if name in said)


def main(departments: int, years: int) -> None:
    """Print what each search costs, and its ratio to reading through."""
    search.LONGEST_MILLISECONDS = 0  # set for a transaction, which here is one for all
    with transaction.atomic():
        begun = time.perf_counter()
        filled(departments, years)
        print(f"{SearchEntry.objects.count()} entries in {time.perf_counter() - begun:.0f} s")
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT pg_table_size('disclosures_searchentry'), pg_relation_size('{INDEX}')"
            )
            print("table and index, MB:", *(size // 2**20 for size in cursor.fetchone()))
        client = Client(SERVER_NAME="localhost")
        rare = words()[0]
        print("words  kind  page ms  read through ms  ratio  tally ms  whole page ms  plan")
        for said in (rare, "网格", "预算", "政府采购", f"预算 {rare}", "2080505", "不存在"):
            asked, kind = search.words_of(said), EntryKind.SENTENCE.value
            page = seconds(lambda: list(by_index(asked, kind).values_list("pk")))  # noqa: B023
            through = seconds(lambda: list(read_through(asked, kind).values_list("pk")))  # noqa: B023
            counted = seconds(lambda: search.tally(asked))  # noqa: B023
            whole = seconds(lambda: client.get("/search/", {"q": said}))  # noqa: B023
            print(
                f"{said}  {kind}  {1000 * page:.1f}  {1000 * through:.1f}  {through / page:.1f}"
                f"  {1000 * counted:.1f}  {1000 * whole:.0f}  {plan(by_index(asked, kind))}"
            )
        transaction.set_rollback(True)


if __name__ == "__main__":
    main(*([int(each) for each in sys.argv[1:]] or [120, 8]))
