"""The page of the article form: opened, sent back for more rows, saved by `save_article` alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.editing import EditConflict, FrozenDoi, UnknownRevision, save_article
from articles.editing.permitted import NotYours
from articles.editing.unconfirmed import FileGone
from articles.models import Journal, Revision
from articles.models.roles import Action, may
from articles.records.record import Record

from . import after_save, conflict_page
from .access_checks import article_of, check_may_see, check_may_write, journal_of
from .draft_recovery import ticket
from .edit_page_context import context_of
from .form.article_form import Sheet
from .form.checks import is_sound
from .form.finding_errors import not_yours
from .form.more_rows import with_more_rows
from .form.opening import opened
from .form.to_record import record_from
from .paste import with_pasted, with_split
from .save_messages import tell_saved

if TYPE_CHECKING:
    from . import ArticleAdmin

FORM = "admin/articles/article/form.html"


def change_page(admin: ArticleAdmin, request: HttpRequest, pk: int | None = None) -> HttpResponse:
    article = article_of(pk) if pk else None
    check_may_see(admin, request, article)
    journal = article.journal if article else journal_of(request)
    if journal is None:
        return journal_choice(admin, request)
    if request.method != "POST":
        typed = getattr(request, "typed_before", None)
        return page(admin, request, opened(request, journal, article, typed), is_told=False)
    check_may_write(admin, request, article)
    if asked := with_rows_asked(request.POST):
        sheet = opened(request, journal, article, asked)
        keep_chosen(sheet)
        return page(admin, request, sheet, is_told=False)
    sheet = opened(request, journal, article, request.POST)
    keep_chosen(sheet)
    if (answer := save(admin, request, sheet)) is not None:
        return answer
    return page(admin, request, sheet)


def with_rows_asked(posted: Any) -> Any | None:
    """The form with the rows that a button of it asked for; None where it is to be saved."""
    return with_more_rows(posted) or with_pasted(posted) or with_split(posted)


def journal_choice(admin: ArticleAdmin, request: HttpRequest) -> HttpResponse:
    context: dict[str, Any] = {
        **admin.admin_site.each_context(request),
        "title": _("New article: in which journal?"),
        "opts": admin.opts,
        "journals": [one for one in Journal.objects.all() if may(request.user, Action.EDIT, one)],
    }
    return TemplateResponse(request, "admin/articles/article/journals.html", context)


def page(
    admin: ArticleAdmin, request: HttpRequest, sheet: Sheet, *, is_told: bool = True
) -> HttpResponse:
    context = context_of(admin, request, sheet, is_told=is_told and sheet.is_bound)
    context["ticket"] = ticket(request)
    return TemplateResponse(request, FORM, context)


def save(admin: ArticleAdmin, request: HttpRequest, sheet: Sheet) -> HttpResponse | None:
    """None where something must be mended first; it is told at its field."""
    if not is_sound(request, sheet):
        return None
    record = record_from(sheet)
    base: int | None = sheet.form.cleaned_data.get("base_version")
    reason: str = sheet.form.cleaned_data.get("reason", "")
    before = sheet.article.version if sheet.article else None
    try:
        revision = write(request, sheet, record, base, reason)
    except EditConflict as found:
        return conflict_page.first_page(admin, request, sheet, record, found)
    except FrozenDoi as frozen:
        sheet.form.add_error("doi", str(frozen))
    except NotYours as refusal:
        sheet.form.add_error(None, not_yours(refusal))
    except (UnknownRevision, FileGone) as refusal:
        sheet.form.add_error(None, str(refusal))
    except IntegrityError:
        sheet.form.add_error("doi", _("Another article was given this DOI meanwhile."))
    else:
        tell_saved(request, revision, base, before)
        return after_save.answer(request, revision, request.POST.get("typing", ""))
    return None


def keep_chosen(sheet: Sheet) -> None:
    """A browser sends a chosen file once: whatever comes of this save, nobody chooses it again."""
    sheet.read()
    for row in sheet.rows["galleys"].forms:
        row.keep_upload()


def write(
    request: HttpRequest, sheet: Sheet, record: Record, base: int | None, reason: str
) -> Revision:
    return save_article(
        record,
        article=sheet.article,
        journal=None if sheet.article else sheet.journal,
        base=base,
        editor=request.user,  # type: ignore[arg-type]  # the admin lets in nobody else
        reason=reason,
    )
