"""Where a small deed of the desk leads afterwards: the page it was done on, else the desk."""

import re

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from disclosures.records.disclosure import Revision

UNSURE = re.compile(r"\\|//|\.\.|\s")


def desk(revision: Revision) -> HttpResponseRedirect:
    """The desk of a revision."""
    return HttpResponseRedirect(_desk(revision))


def back_to(request: HttpRequest, revision: Revision) -> HttpResponseRedirect:
    """The page of the same revision that the form names as `back`; no other address is followed."""
    own = _desk(revision).removesuffix("change/")
    asked = request.POST.get("back", "")
    is_own = asked.startswith(own) and not UNSURE.search(asked)
    return HttpResponseRedirect(asked) if is_own else desk(revision)


def _desk(revision: Revision) -> str:
    return reverse("admin:disclosures_revision_change", args=(revision.pk,))
