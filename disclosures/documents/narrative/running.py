"""机关运行经费 and 委托业务费: amount, change and reason."""

from disclosures.documents.narrative.changes import change
from disclosures.documents.narrative.grammar import Label, labelled
from disclosures.documents.narrative.other_parts import other_parts
from disclosures.documents.narrative.page import Page
from disclosures.documents.narrative.reasons import reason

LABELS = {
    "running": Label("running.amount", r"(?<!事业)(?<!单位)(?:机关)?运行经费"),
    "entrusted": Label("entrusted.amount", r"委托业务费"),
}
# What some departments tell instead; it is another figure unless they are one to them.
INSTEAD = Label("running.amount", r"(?:事业|单位)运行(?:公用)?经费|公用经费")
NONE = r"(?<![有全])(?:无|没有|不涉及|未安排)[^。;,\n]{0,6}机关运行经费"


def read_running(page: Page) -> None:
    """Both are told the same way, each in its own subsection."""
    parts = other_parts(page)
    for key, label in LABELS.items():
        if key not in parts:
            continue
        section, span = parts[key]
        found = labelled(page, (label,), span, section)
        if not found and key == "running" and page.search(NONE, span) is None:
            found = labelled(page, (INSTEAD,), span, section)
            for each in found[:1]:
                page.doubt("没有写作“机关运行经费”", each.begin, each.amount.end)
        if not found:
            continue
        start = found[0].amount.end
        done = change(
            page, f"{key}.delta", f"{key}.delta_pct", (start, span[1]), section, own=label.words
        )
        reason(page, f"{key}.reason", (done or start, span[1]), section)
