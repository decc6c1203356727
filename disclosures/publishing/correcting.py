"""更正: nothing published is edited; its content is copied to a new draft, with the reason."""

from typing import Any

from django.db import models, transaction
from django.db.models import Max

from disclosures.publishing.bounds import may_here
from disclosures.publishing.refused import ActionError
from disclosures.publishing.seal import rows_of_rows, sealed_models
from disclosures.records.code_sum import CodeSum
from disclosures.records.derivation import Derivation
from disclosures.records.disclosure import SEALED, Disclosure, Revision, State
from disclosures.records.event import Event
from disclosures.records.remark import Remark
from disclosures.records.search_entry import SearchEntry

# What was said of the earlier draft stays with it; what is reckoned at publication is so again.
NOT_COPIED = (Remark, SearchEntry, CodeSum, Derivation)
KEPT = ("upload", "form", "printed_unit", "index_start", "index_end", "printed_date", "text")
Keys = dict[int, int]


def may_correct(user: Any, revision: Revision) -> bool:
    """Whether this person may begin a correction of this revision now."""
    return revision.state == State.PUBLISHED and may_here(user, "add_revision", revision)


def under_way_after(revision: Revision) -> Revision | None:
    """The later version of the same disclosure that is being worked on, where there is one."""
    later = Revision.objects.filter(disclosure=revision.disclosure_id, number__gt=revision.number)
    return later.exclude(state__in=SEALED).order_by("number").first()


@transaction.atomic
def begin_correction(*, revision: Revision, reason: str, by: Any) -> Revision:
    """A new draft with all that the published revision holds; the public will read the reason.

    Raises ActionError when it is not published now, a later version is under way already, the
    person may not, or no reason is given.
    """
    Disclosure.objects.select_for_update(of=("self",)).get(revisions=revision.pk)
    held = Revision.objects.select_for_update(of=("self",)).get(pk=revision.pk)
    if held.state != State.PUBLISHED:
        raise ActionError(f"“{held.get_state_display()}”的版本不能更正；只能更正现行的公开版本。")
    if not may_here(by, "add_revision", held):
        raise ActionError("您没有更正这个部门公开内容的权限。")
    if not reason.strip():
        raise ActionError("更正已公开的内容须写明原因，向公众公开。")
    if under_way := under_way_after(held):
        raise ActionError(
            f"第{under_way.number}版（{under_way.get_state_display()}）正在办理，请在那一版上更正。"
        )
    draft = copied(held, by=by, reason=reason.strip())
    Event.objects.create(
        revision=draft, verb="correct", state_after=State.DRAFT, note=draft.reason, by=by
    )
    return draft


def copied(held: Revision, *, by: Any, reason: str, is_history: bool = False) -> Revision:
    """The next version of a disclosure, a draft with every row that hangs on an earlier one."""
    numbers = Revision.objects.filter(disclosure=held.disclosure_id).aggregate(last=Max("number"))
    draft = Revision.objects.create(
        disclosure=held.disclosure,
        number=numbers["last"] + 1,
        reason=reason,
        created_by=by,
        is_history=is_history,
        **{name: getattr(held, name) for name in KEPT},
    )
    _copy_rows(held, draft)
    return draft


def _copy_rows(held: Revision, draft: Revision) -> None:
    """Every row that hangs on the revision; rows that belong to rows come after those."""
    links = {model: (link, parent) for model, _, link, parent, _ in rows_of_rows()}
    models_there = [model for model, _ in sealed_models() if model not in NOT_COPIED]
    made: dict[type[models.Model], Keys] = {}
    for model in sorted(models_there, key=lambda each: each in links):
        made[model] = _copy(model, held, draft, links.get(model), made)


def _copy(
    model: type[models.Model],
    held: Revision,
    draft: Revision,
    link: tuple[str, type[models.Model]] | None,
    made: dict[type[models.Model], Keys],
) -> Keys:
    rows: list[Any] = list(model._default_manager.filter(revision=held).order_by("pk"))
    keys = [each.pk for each in rows]
    for each in rows:
        each.pk, each.revision = None, draft
        each._state.adding = True
        if link:
            column, parent = link
            setattr(each, column, made[parent][getattr(each, column)])
    model._default_manager.bulk_create(rows)
    return dict(zip(keys, (each.pk for each in rows), strict=True))
