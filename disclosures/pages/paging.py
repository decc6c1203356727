"""Numbers in an address: a page of a list and a year; what is no such number counts as none."""

from django.http import HttpRequest

A_PAGE = 200
LAST_PAGE = 500


def four_digits(request: HttpRequest, name: str) -> int | None:
    """A year that the address names, None for none."""
    asked = request.GET.get(name, "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else None


def page_number(request: HttpRequest) -> int:
    """The page that the address names, the first for none."""
    asked = request.GET.get("page", "")
    is_number = asked.isascii() and asked.isdigit() and len(asked) <= 3
    return min(max(int(asked), 1), LAST_PAGE) if is_number else 1


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
