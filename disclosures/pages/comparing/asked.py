"""What the address of a comparison asks for: whom, on what, per staff, in which year's prices."""

from dataclasses import dataclass, replace

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext

from disclosures.classification.figures import HEADLINE
from disclosures.classification.prices import base_years
from disclosures.pages.amounts import Show, choice_of
from disclosures.pages.paging import four_digits
from disclosures.tables.matching import comparable, main_column

FEWEST, MOST = 2, 6  # disclosures that are compared at once
LONGEST = 60  # characters of the words that a department is looked for by
STAFF = "staff"
THREE_PUBLIC = "three_public_"


@dataclass(frozen=True)
class Group:
    """Figures that are compared together, by their keys."""

    label: str
    keys: tuple[str, ...]


GROUPS = {
    "headline": Group(
        "主要数据",
        tuple(
            key
            for name, key in HEADLINE.items()
            if not name.startswith(THREE_PUBLIC) or name == "three_public_total"
        ),
    ),
    "three-public": Group(
        "“三公”经费",
        (
            *(key for name, key in HEADLINE.items() if name.startswith(THREE_PUBLIC)),
            "sangong.abroad_groups",
            "sangong.abroad_persons",
            "sangong.reception_batches",
            "sangong.reception_persons",
            "sangong.vehicle_bought",
            "sangong.vehicle_holding",
        ),
    ),
    "staffing": Group(
        "人员与车辆",
        ("staff.posts", "staff.on_post", "staff.retired", "vehicle.quota", "vehicle.actual"),
    ),
}
TABLES = {name: spec for name, spec in comparable().items() if name not in GROUPS}


class BadQuestionError(ValueError):
    """The address asks for something that there is not; the message says what there is."""


@dataclass(frozen=True)
class Asked:
    """One comparison, as its address spells it.

    `of` are names of disclosures, the first is what others are compared with; `on` is a group of
    figures or a table, `column` that table's. `prices` is the year in whose prices amounts stand,
    None for those of each year. `words`, `region` and `year` narrow what may be chosen further.
    """

    of: tuple[str, ...] = ()
    on: str = "headline"
    column: str = ""
    per_staff: bool = False
    prices: int | None = None
    unit: Show = Show.WAN_YUAN
    words: str = ""
    region: str = ""
    year: int | None = None

    @property
    def is_table(self) -> bool:
        """Whether an official table is compared, not a group of figures."""
        return self.on in TABLES

    @property
    def shown_with(self) -> list[tuple[str, str]]:
        """Name and value of all that is not usual and says what is shown, but whom."""
        usual = Asked()
        said = [("on", self.on if self.on != usual.on else ""), ("column", self.column)]
        said += [("per", STAFF if self.per_staff else "")]
        said += [("prices", str(self.prices or ""))]
        said += [("unit", self.unit if self.unit != usual.unit else "")]
        return [(name, value) for name, value in said if value]

    def query(self, **changed: object) -> str:
        """`?of=…&on=…`: the address of this comparison, or of one that differs in so much."""
        asked = replace(self, **changed)  # type: ignore[arg-type]
        query = QueryDict(mutable=True)
        query.setlist("of", list(asked.of))
        for name, value in asked.shown_with:
            query[name] = value
        return f"?{query.urlencode(safe='.')}"


def asked_by(request: HttpRequest) -> tuple[Asked, str]:
    """What is asked for, and what is wrong with it in words, "" for nothing.

    What is wrong is left out of the first.
    """
    given = request.GET
    of = tuple(dict.fromkeys(each for each in given.getlist("of") if each))
    asked = Asked(
        of=of[:MOST],
        unit=Show.YUAN if choice_of(given.get("unit")) is Show.YUAN else Show.WAN_YUAN,
        words=" ".join(given.get("find", "").replace("\0", "").split())[:LONGEST],
        region=given.get("region", "").replace("\0", "")[:LONGEST],
        year=four_digits(request, "year"),
    )
    try:
        if len(of) > MOST:
            raise BadQuestionError(
                gettext("一次最多比较 %(most)d 份，这里有 %(given)d 份，只留下了前 %(most)d 份。")
                % {"most": MOST, "given": len(of)}
            )
        return _how(asked, given), ""
    except BadQuestionError as error:
        return asked, str(error)


def _how(asked: Asked, given: QueryDict) -> Asked:
    """On what, per what, in which prices. Raises BadQuestionError."""
    on = given.get("on") or Asked.on
    if on not in GROUPS and on not in TABLES:
        raise BadQuestionError(gettext("没有可以这样比较的内容。请在“比较内容”中另选。"))
    column = given.get("column", "")
    if on not in TABLES or not _is_coded_column(on, column):
        column = ""
    per = given.get("per", "")
    if per not in ("", STAFF):
        raise BadQuestionError(gettext("只能按总额或按在职人均比较（per=staff）。"))
    prices = given.get("prices", "")
    years = {str(each): each for each in base_years()}
    if prices and prices not in years:
        raise BadQuestionError(
            gettext("不能折算到这一年的价格：已知的居民消费价格指数只到 %(first)d—%(last)d 年。")
            % {"first": min(years.values()), "last": max(years.values())}
        )
    return replace(
        asked,
        on=on,
        column=column,
        per_staff=per == STAFF,
        prices=years[prices] if prices else None,
    )


def _is_coded_column(on: str, column: str) -> bool:
    """Whether a column of a table is another than the one compared anyhow."""
    return column in TABLES[on].money and column != main_column(TABLES[on])
