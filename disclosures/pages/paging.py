"""Numbers in an address: a page of a list and a year; what is no such number counts as none."""

from django.http import Http404, HttpRequest

A_PAGE = 200
LAST_PAGE = 500
LARGEST = 2**62  # above every number of the ledger


def four_digits(request: HttpRequest, name: str) -> int | None:
    """A year that the address names, None for none."""
    asked = request.GET.get(name, "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else None


def page_number(request: HttpRequest) -> int:
    """The page that the address names, the first for none."""
    asked = request.GET.get("page", "")
    is_number = asked.isascii() and asked.isdigit() and len(asked) <= 3
    return min(max(int(asked), 1), LAST_PAGE) if is_number else 1


def before_number(request: HttpRequest) -> int:
    """The number of the ledger below which a list goes on; 404 for what is no number."""
    asked = request.GET.get("before", "")
    if not asked:
        return LARGEST
    if not asked.isascii() or not asked.isdecimal() or len(asked) > 18:
        raise Http404
    return int(asked)


def neighbours(request: HttpRequest, page: int, *, has_more: bool) -> dict[str, str]:
    """The addresses of the page before and after, "" where there is none."""
    return {
        "previous": _address(request, page - 1) if page > 1 else "",
        "following": _address(request, page + 1) if has_more and page < LAST_PAGE else "",
    }


def _address(request: HttpRequest, page: int) -> str:
    query = request.GET.copy()
    query["page"] = str(page)
    return f"?{query.urlencode()}"
