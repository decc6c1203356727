"""Pages made before anyone asks for them, as soon as something is published.

In this order, each in both languages: home; the disclosures published last; every page that there
is one of and every department's, as the site map has them; home of each year; all other
disclosures, the latest first; disclosures in other units. A page that is made already costs one
question to the database. What a reader may ask for besides (filters, comparisons, earlier
revisions) is made when somebody does.
"""

import io
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.urls import reverse
from django.utils import translation

from disclosures.pages import shelf
from disclosures.pages.addresses import address
from disclosures.pages.amounts import Show, choice_of
from disclosures.pages.held import AHEAD
from disclosures.pages.kept import edition
from disclosures.pages.language import UNDER
from disclosures.pages.sitemap import SECTIONS
from disclosures.queries import published
from disclosures.queries.timeliness import told_as_of

LATEST = 10
A_LOOK = 50  # pages between two looks at whether something else was published


@dataclass
class Made:
    """How many pages were made or found made, which were not answered, and if that was all."""

    pages: int = 0
    failed: tuple[str, ...] = ()
    is_whole: bool = False


def made_from() -> str:
    """All that the pages made ahead depend on, in a word: another word, and they are made anew."""
    return f"{edition()}{told_as_of()}"


def make(site: str, paths: Iterable[str], told: Callable[[Made], None]) -> Made:
    """Make the pages of these addresses for readers of a site (`https://budget.example.org`).

    Stops when something is published meanwhile: the next round begins with it. `told` hears of the
    progress. A page that fails is named and logged, and the others are made.
    """
    handler, begun, word, done = WSGIHandler(), time.time(), made_from(), Made()
    for path in paths:
        is_answered = _is_answered(handler, site, path)
        done.pages += 1
        if not is_answered:
            done.failed += (path,)
        if done.pages % A_LOOK == 0:
            told(done)
        # A page may fail because the database is gone: then asking it ends all this.
        if (not is_answered or done.pages % A_LOOK == 0) and made_from() != word:
            return done
    shelf.clear(begun)
    done.is_whole = True
    return done


def paths() -> Iterator[str]:
    """The addresses of the pages made ahead, most wanted first, Chinese and English."""
    with translation.override(settings.LANGUAGE_CODE):
        found = published.publications().defer("text").order_by("-published_at", "-pk")
        disclosures = [address(each) for each in found]
        listed = chain(*(SECTIONS[each](slice(None)) for each in ("pages", "departments")))
        pages = [path for path, _ in listed]
        home = reverse("pages:home")
    years = [f"{home}?year={each}" for each in published.years()]
    others = [each for each in Show if each is not choice_of(None)]
    in_units = (f"{each}?unit={unit}" for unit in others for each in disclosures)
    latest, earlier = disclosures[:LATEST], disclosures[LATEST:]
    wanted = chain((home,), latest, pages, years, earlier, in_units)
    for path in dict.fromkeys(wanted):
        yield path
        yield UNDER[:-1] + path


def _is_answered(handler: WSGIHandler, site: str, path: str) -> bool:
    """Whether a page came when asked for as a reader asks, but that nobody waits for it."""
    return handler.get_response(WSGIRequest(_environment(site, path))).status_code == 200


def _environment(site: str, path: str) -> dict[str, object]:
    """What a server hands over (PEP 3333)."""
    place, asked = urlsplit(site), urlsplit(path)
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote(asked.path, "latin-1"),
        "QUERY_STRING": asked.query,
        "SERVER_NAME": place.hostname,
        "SERVER_PORT": str(place.port or {"https": 443}.get(place.scheme, 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": place.netloc,
        "HTTP_ACCEPT_ENCODING": "gzip",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": place.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        AHEAD: True,
    }
