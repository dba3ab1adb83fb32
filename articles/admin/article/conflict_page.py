"""Two editors changed one place: theirs, mine and what both began from, and which shall stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec
from django.core import signing
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.editing import EditConflict, FrozenDoi, save_article
from articles.editing.history import put
from articles.editing.unconfirmed import FileGone
from articles.models import Article, Revision
from articles.records import json
from articles.records.diff import comparable
from articles.records.merge import Conflict, Merge, merge
from articles.records.record import Record

from ..history.reasons import translate_reason
from . import after_save
from .access_checks import article_of, check_may_write
from .form.article_form import Sheet
from .save_messages import tell_saved
from .wording.key_names import names_in
from .wording.labels import place_of
from .wording.text_diff import Side, sides_of

if TYPE_CHECKING:
    from . import ArticleAdmin

SALT = "articles.admin.conflict"
CHOICES = ("theirs", "mine", "base")


class Pending(msgspec.Struct, frozen=True):
    """What waits for the choice; sent along with the page, signed, so that nothing is kept."""

    mine: str  # the record as JSON
    base: int | None
    theirs: int
    reason: str = ""
    token: str = ""  # of the form, for the text that the browser keeps


class Shown(msgspec.Struct, frozen=True):
    """One conflict on the page."""

    key: str
    label: str
    language: str
    sides: tuple[Side, ...]
    chosen: str = ""


def first_page(
    admin: ArticleAdmin, request: HttpRequest, sheet: Sheet, mine: Record, found: EditConflict
) -> HttpResponse:
    typed = sheet.form.cleaned_data
    pending = Pending(
        mine=json.write(mine).decode(),
        base=typed.get("base_version"),
        theirs=found.theirs.version,
        reason=typed.get("reason", ""),
        token=request.POST.get("typing", ""),
    )
    article = sheet.article
    if article is None:
        raise found
    return conflict_page(admin, request, article, pending, found.merge, found.theirs)


def conflict_page(
    admin: ArticleAdmin,
    request: HttpRequest,
    article: Article,
    pending: Pending,
    merged: Merge,
    theirs: Revision,
    error: str = "",
) -> HttpResponse:
    context: dict[str, Any] = {
        **admin.admin_site.each_context(request),
        "title": _("Somebody else has changed the same places"),
        "opts": admin.opts,
        "media": admin.media,
        "article": article,
        "conflicts": list(shown(merged.conflicts, request.POST)),
        "came": [place_of(change.path) for change in merged.from_theirs],
        "theirs": theirs,
        "reason": translate_reason(theirs.reason),
        "pending": signing.dumps(msgspec.to_builtins(pending), salt=SALT, compress=True),
        "error": error,
    }
    template = "admin/articles/article/conflict.html"
    return TemplateResponse(request, template, context, status=409)


def shown(conflicts: tuple[Conflict, ...], posted: Any) -> Iterator[Shown]:
    names = names_in(
        (str(one.path[-1]), value)
        for one in conflicts
        for value in (one.base, one.theirs, one.mine)
    )
    for conflict in conflicts:
        place = place_of(conflict.path)
        yield Shown(
            key=conflict.field,
            label=place.label,
            language=place.language,
            sides=tuple(sides_of(conflict, names)),
            chosen=posted.get(f"choice:{conflict.field}", ""),
        )


def resolve_page(admin: ArticleAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """POST from the conflict page: what was chosen is saved, or what is new is asked."""
    article = article_of(pk)
    if request.method != "POST":
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
    check_may_write(admin, request, article)
    try:
        pending = msgspec.convert(
            signing.loads(request.POST.get("pending", ""), salt=SALT), Pending
        )
    except (signing.BadSignature, msgspec.ValidationError):
        return HttpResponse(_("This page is not ours. Open the article again."), status=400)
    mine = json.load(pending.mine)
    merged, theirs = merged_again(article, pending, mine)
    if any(choice(request, one) not in CHOICES for one in merged.conflicts):
        error = _("Choose for each place which text shall stand.")
        return conflict_page(admin, request, article, pending, merged, theirs, error)
    record = chosen_record(request, merged)
    try:
        revision = save_article(
            record,
            article=article,
            base=pending.theirs,
            editor=request.user,  # type: ignore[arg-type]  # the admin lets in nobody else
            reason=pending.reason,
        )
    except EditConflict as again:
        later = msgspec.structs.replace(
            pending,
            mine=json.write(json.without_facts(record)).decode(),
            base=pending.theirs,
            theirs=again.theirs.version,
        )
        return conflict_page(admin, request, article, later, again.merge, again.theirs)
    except (FrozenDoi, FileGone) as refusal:
        return conflict_page(admin, request, article, pending, merged, theirs, str(refusal))
    except IntegrityError:
        error = _("Another article was given this DOI meanwhile.")
        return conflict_page(admin, request, article, pending, merged, theirs, error)
    tell_saved(request, revision, pending.base, article.version)
    return after_save.answer(request, revision, pending.token)


def merged_again(article: Article, pending: Pending, mine: Record) -> tuple[Merge, Revision]:
    begun = pending.theirs if pending.base is None else pending.base
    rows = Revision.objects.filter(article=article, version__in={begun, pending.theirs})
    revisions = {one.version: one for one in rows.select_related("editor")}
    theirs = revisions[pending.theirs]
    return merge(revisions[begun].record, theirs.record, mine), theirs


def choice(request: HttpRequest, conflict: Conflict) -> str:
    return str(request.POST.get(f"choice:{conflict.field}", ""))


def chosen_record(request: HttpRequest, merged: Merge) -> Record:
    tree = comparable(merged.record)
    for conflict in merged.conflicts:
        put(tree, conflict.path, getattr(conflict, choice(request, conflict)))
    return json.from_tree(tree)
