"""Disclosures for the tests of the public pages, taken in and published as anybody's would be."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User

from disclosures.publishing.actions import approve_revision, publish_revision, submit_revision
from disclosures.publishing.demo import load_demo
from disclosures.publishing.doubts import confirm_reading
from disclosures.publishing.explaining import explain_finding
from disclosures.publishing.intake import take_in_reading
from disclosures.publishing.places import load_regions
from disclosures.records.disclosure import Revision, State
from disclosures.records.duty import Duty
from disclosures.records.finding import Outcome, Severity
from tests.readings import reading_of

SLUG = "wang-ge-hua-zong-he-jian-du-zhi-hui-zhong-xin"
AT = f"/kunming/{SLUG}/2022/"
OTHER_AT = "/kunming/ce-shi-ju/2022/"
TERM = "三公经费"
CELL = f"{AT}tables/three-public/0/total/"
FIGURE = f"{AT}figures/income.total/"
PAGES = (
    "/",
    f"/kunming/{SLUG}/",
    AT,
    f"{AT}r1/",
    f"{AT}revisions/",
    FIGURE,
    CELL,
    "/rules/",
    "/rules/D16/",
    "/compare/",
    "/departments/",
    "/timeliness/",
    "/search/",
    "/search/?q=网格",
    "/across/",
    "/across/three-public/",
    "/across/projects/",
    "/functions/",
    "/economic/",
    "/search/?q=预算&kind=sentence",
    "/search/?q=预算&kind=term",
    "/search/suggestions/?q=wg",
    "/guide/",
    "/glossary/",
    f"/glossary/{TERM}/",
    "/ledger/",
    "/about/",
    "/feed.atom",
    "/corrections.atom",
    f"/kunming/{SLUG}/feed.atom",
    "/sitemap.xml",
    "/robots.txt",
)


def publish_seed() -> Revision:
    """The Kunming 2022 disclosure, by the same way as the demonstration."""
    load_regions()
    load_demo(lambda _: None)
    Duty.objects.create(user=person("finance"))  # of all departments, for the tests' others
    return Revision.objects.get(disclosure__department__slug=SLUG)


def person(name: str) -> User:
    """One of the demonstration's people."""
    return get_user_model().objects.get(username=name)


def take_in(data: bytes, state: State = State.DRAFT) -> Revision:
    """Take a document in and bring it as far as a state."""
    reading = reading_of(data)
    revision = take_in_reading(reading=reading, data=data, by=person("finance")).revision
    return brought(revision, state)


def brought(revision: Revision, state: State) -> Revision:
    """A draft brought as far as a state, by whoever does each step."""
    steps = (
        (State.SUBMITTED, submit_revision, "finance"),
        (State.APPROVED, approve_revision, "reviewer"),
        (State.PUBLISHED, publish_revision, "reviewer"),
    )
    for finding in revision.finding_set.filter(severity=Severity.WARNING, outcome=Outcome.FAILS):
        explain_finding(finding=finding, reason="测试用的说明。", by=person("finance"))
    if state != State.DRAFT and revision.doubt_set.exists():
        confirm_reading(revision=revision, by=person("finance"))
    wanted = [State.DRAFT, *(after for after, _, _ in steps)].index(state)
    for _, step, who in steps[:wanted]:
        step(revision=revision, by=person(who), note="更正")
    return revision


def other_department(seed: bytes, name: str = "测试局", unit: str = "1888") -> bytes:
    """The seed as another department of Kunming would have written it."""
    text = seed.decode()
    for old, new in (
        ("昆明市网格化综合监督指挥中心", f"昆明市{name}"),
        ("市网格化综合监督指挥中心", f"市{name}"),
        ("53010000177900600", f"53010000{unit}00600"),
    ):
        assert old in text
        text = text.replace(old, new)
    return text.encode()
