"""Posts, staff in post, retired staff and vehicles, from the sentences that count them."""

from disclosures.documents.narrative.grammar import Label, counted
from disclosures.documents.narrative.page import Page
from disclosures.documents.national.clauses import SOMEWHERE

POSTS = (
    Label("staff.posts", r"(?<!行政)(?<!事业)(?<!附属)(?<!工勤)(?:在职)?(?:人员)?编制(?:总数|数)?"),
    Label("staff.posts_admin", r"(?<!参照)行政(?:人员)?编制(?:数)?"),
    Label("staff.posts_worker", r"(?:行政)?工勤(?:人员)?编制(?:数)?"),
    Label("staff.posts_institution", r"事业(?:人员)?编制(?:数)?"),
)
ON_POST = (Label("staff.on_post", r"(?:在职实有|实有在职|在编在职|在职在编|实有)(?:人员|人数)?"),)
RETIRED = (
    Label("staff.retired", r"离退休(?:人员)?"),
    Label("staff.lixiu", r"(?<!退)离休(?:人员)?"),
    Label("staff.tuixiu", r"(?<!离)退休(?:人员)?"),
)
# Two counts, of those the unit pays and those the pension fund pays: neither is all of them.
TWO_COUNTS = r"离退休人员[^。]{0,40}。[^。]{0,8}由?养老保险基金|尚未移交养老保险"
VEHICLES = (Label("vehicle.actual", r"(?:共有|实有|现有)(?:公务用车|公务车|车辆)"),)
IN_ASSETS = (Label("vehicle.actual", r"(?<=[,;、:])车辆"),)
# What opens the sentence of each group, its labels, and its counting words.
GROUPS = (
    (r"编制\d+[人名个]|编制总?数?为?\d+[人名个](?!机构)", POSTS, "人|名|个"),
    (r"(?:实有|在编在职|在职在编)(?:人员|人数)?\d+[人名]", ON_POST, "人|名"),
    (r"离退休(?:人员)?共?\d+[人名]", RETIRED, "人|名"),
    (r"固定资产[^。]{0,80}[,;、:]车辆\d+[辆台]", IN_ASSETS, "辆|台"),
    (r"(?:共|现|实)有(?:公务用车|公务车|车辆)\d+[辆台]", VEHICLES, "辆|台"),
)


def read_staffing(page: Page) -> None:
    """State the counts of the first sentence of each group; a later one may be a part's."""
    span = (0, len(page.folded))
    for opening, labels, unit in GROUPS:
        found = page.search(opening, span)
        if found is None or (labels is RETIRED and page.search(TWO_COUNTS, span)):
            continue
        start, end = page.sentence(found.start(), found.end())
        counted(page, labels, (start, end), SOMEWHERE, unit)
