"""The conflict page: two editors changed the same place, and the second chooses what stays.

The record as typed travels with the page, signed: nothing of it is stored until it is saved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec
from django.core import signing
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.editing import EditConflict, FrozenDoi, save_article
from articles.editing.history import set_value
from articles.editing.uploads import FileGone
from articles.models import Article, Revision
from articles.models.roles import Action
from articles.records import json
from articles.records.diff import comparable
from articles.records.merge import Conflict, Merge, merge
from articles.records.record import Record

from ..history.reasons import translate_reason
from ..pages import get_article, render_page
from ..permissions import editor_of
from .after_save import add_saved_message, redirect_after_save
from .wording.key_names import key_names_in
from .wording.labels import field_label
from .wording.text_diff import Side, conflict_sides

if TYPE_CHECKING:
    from . import ArticleAdmin

SALT = "articles.admin.conflict"
CHOICES = ("theirs", "mine", "base")


class PendingSave(msgspec.Struct, frozen=True):
    """What the editor wanted to save, sent along with the page."""

    mine: str  # the record as JSON
    base: int | None  # the version that the editor began from
    theirs: int  # the version in the way
    reason: str = ""
    token: str = ""  # of the form, for draft recovery


class ConflictEntry(msgspec.Struct, frozen=True):
    """One conflict on the page; `choice` is what was chosen before the page is shown again."""

    key: str
    label: str
    language: str
    sides: tuple[Side, ...]
    choice: str = ""


def show_conflicts(
    admin: ArticleAdmin,
    request: HttpRequest,
    article: Article,
    mine: Record,
    pending: PendingSave,
    conflict: EditConflict,
) -> HttpResponse:
    """The page in answer to a save; `pending` gets `mine`, the record as typed."""
    pending = msgspec.structs.replace(pending, mine=json.write(mine).decode())
    return conflict_page(admin, request, article, pending, conflict.merge, conflict.theirs)


def conflict_page(
    admin: ArticleAdmin,
    request: HttpRequest,
    article: Article,
    pending: PendingSave,
    merged: Merge,
    theirs: Revision,
    error: str = "",
) -> HttpResponse:
    return render_page(
        admin,
        request,
        "admin/articles/article/conflict.html",
        _("Another editor changed the same fields"),
        status=409,
        article=article,
        conflicts=list(conflict_entries(merged.conflicts, request.POST)),
        merged_fields=[field_label(change.path) for change in merged.from_theirs],
        theirs=theirs,
        reason=translate_reason(theirs.reason),
        pending=signing.dumps(msgspec.to_builtins(pending), salt=SALT, compress=True),
        error=error,
    )


def conflict_entries(conflicts: Sequence[Conflict], posted: QueryDict) -> Iterator[ConflictEntry]:
    names = key_names_in(
        (str(conflict.path[-1]), value)
        for conflict in conflicts
        for value in (conflict.base, conflict.theirs, conflict.mine)
    )
    for conflict in conflicts:
        place = field_label(conflict.path)
        yield ConflictEntry(
            key=conflict.field,
            label=place.label,
            language=place.language,
            sides=tuple(conflict_sides(conflict, names)),
            choice=choice(posted, conflict),
        )


def choice(posted: QueryDict, conflict: Conflict) -> str:
    return posted.get(f"choice:{conflict.field}", "")


def resolve_view(admin: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """POST from the conflict page: saves the choices, or shows the page with what is left."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
    article = get_article(request, pk, Action.TRANSLATE)
    try:
        signed = signing.loads(request.POST.get("pending", ""), salt=SALT)
        pending = msgspec.convert(signed, PendingSave)
    except (signing.BadSignature, msgspec.ValidationError):
        return HttpResponse(_("This page has expired. Open the article again."), status=400)
    merged, theirs = merge_again(article, pending)
    if any(choice(request.POST, conflict) not in CHOICES for conflict in merged.conflicts):
        error = _("Choose which text to keep for each field.")
        return conflict_page(admin, request, article, pending, merged, theirs, error)
    return save_choices(admin, request, article, pending, merged, theirs)


def save_choices(
    admin: ArticleAdmin,
    request: HttpRequest,
    article: Article,
    pending: PendingSave,
    merged: Merge,
    theirs: Revision,
) -> HttpResponse:
    record = resolved_record(merged, request.POST)
    try:
        revision = save_article(
            record,
            article=article,
            base=pending.theirs,
            editor=editor_of(request),
            reason=pending.reason,
        )
    except EditConflict as conflict:
        mine = json.write(json.without_facts(record)).decode()
        later = msgspec.structs.replace(
            pending, mine=mine, base=pending.theirs, theirs=conflict.theirs.version
        )
        return conflict_page(admin, request, article, later, conflict.merge, conflict.theirs)
    except (FrozenDoi, FileGone) as refusal:
        return conflict_page(admin, request, article, pending, merged, theirs, str(refusal))
    except IntegrityError:
        error = _("Another article has been given this DOI since.")
        return conflict_page(admin, request, article, pending, merged, theirs, error)
    add_saved_message(request, revision, pending.base, article.version)
    return redirect_after_save(request, revision, pending.token)


def merge_again(article: Article, pending: PendingSave) -> tuple[Merge, Revision]:
    """The merge that the page showed, and the revision in the way."""
    base = pending.theirs if pending.base is None else pending.base
    rows = Revision.objects.filter(article=article, version__in={base, pending.theirs})
    revisions = {revision.version: revision for revision in rows.select_related("editor")}
    theirs = revisions[pending.theirs]
    return merge(revisions[base].record, theirs.record, json.load(pending.mine)), theirs


def resolved_record(merged: Merge, posted: QueryDict) -> Record:
    """The merged record with the chosen side of each conflict."""
    tree = comparable(merged.record)
    for conflict in merged.conflicts:
        set_value(tree, conflict.path, getattr(conflict, choice(posted, conflict)))
    return json.from_tree(tree)
