"""The three public expenses."""

from disclosures.documents.narrative.page import Page, Span
from disclosures.documents.national.clauses import Mention, Subject, mentions, state

CAR = r"(?:公务用车|公务车|公车)(?:用车)?"
RUN = r"(?:运行(?:和|及)?(?:维护|维修)?|运维|维护)"
FEE = r"(?:费{1,2}用?|经费|支出)?"
UNLESS = r"公用经费|商品和服务|科目|\d级"
ABROAD = rf"因公(?:临时)?出国(?:\(境\)|境)?{FEE}|出国(?:\(境\)|境)(?:费用?|经费)"
NOT_BOTH = r"(?<!购置[及和与、])(?<!购置费[及和与、])(?<!购置费用[及和与、])"
SUBJECTS = (
    Subject(
        "sangong.total", r'三公"?经费(?:财政拨款)?(?:预算)?(?:支出)?', 1, r"占$|占\"$|包括|其中"
    ),
    Subject("sangong.abroad", rf"{ABROAD}(?:支出)?(?!团组)", 1, UNLESS),
    Subject("sangong.reception", rf"公务接待{FEE}(?:支出)?", 1, UNLESS),
    Subject(
        "sangong.vehicle", rf"{CAR}购置{FEE}(?:及|和|与|、)(?:{CAR})?{RUN}{FEE}(?:支出)?", 1, UNLESS
    ),
    Subject("sangong.vehicle_purchase", rf"{CAR}购置{FEE}(?![及和与、])(?:支出)?", 1, UNLESS),
    Subject("sangong.vehicle_run", rf"{NOT_BOTH}{CAR}{RUN}{FEE}(?:支出)?", 1, UNLESS),
)
# Right after the vehicle fee its parts may go without the vehicles: 其中购置费5万元，运行费4万元.
SHORT = (
    Subject("sangong.vehicle_purchase", r"(?:(?<=其中)|(?<=[,;、:(]))(?:车辆)?购置费用?"),
    Subject(
        "sangong.vehicle_run",
        r"(?:(?<=其中)|(?<=[,;、:(和]))(?:车辆)?(?:运行(?:维护)?|运维|维护)费用?",
    ),
)
NEAR = 80
# A heading with a stop, or a new line, may stand between a subject and its amount.
GAP = r"[。\n]"
# A final account tells the budget first: 全年预算为5万元，支出决算为4万元.
# What follows 其中 is a part.
GAP_OF_FINAL = r"[。\n]|(?:(?!其中)[^。;\n费]){0,60}?决算数?"


def read_three_public(page: Page, span: Span, kind: str) -> list[Mention]:
    """State the total and each part."""
    found = mentions(page, SUBJECTS, span, kind, GAP_OF_FINAL if kind == "final" else GAP)
    named = {each.subject.key for each in found}
    for each in found:
        if each.subject.key == "sangong.vehicle":
            zone = (each.amount.end, page.stop(each.amount.end, each.amount.end + NEAR))
            short = mentions(page, SHORT, zone, kind)
            found = found + [part for part in short if part.subject.key not in named]
    state(page, found)
    return found
