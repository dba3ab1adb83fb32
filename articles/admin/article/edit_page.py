"""The page of the article form: shown, shown again with more rows or errors, saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from articles.editing import EditConflict, FrozenDoi, UnknownRevision, save_article
from articles.editing.permissions import ChangeNotPermitted
from articles.editing.uploads import FileGone
from articles.exports.edition.galleys import has_other_text
from articles.limited_process import TimeBudget
from articles.models import Article, Journal, Note, Revision
from articles.models.roles import Action, can_do
from articles.records.record import Record

from ..draft_recovery import recovered_form, recovery_context
from ..pages import render_page
from ..permissions import editor_of
from ..trilingual import NATIVE, trio
from .after_save import add_saved_message, redirect_after_save
from .author_block.panel import AuthorPanel, author_panel, filled_data
from .author_block.reading import TEXT
from .completeness_panel import form_completeness
from .conflict_page import PendingSave, show_conflicts
from .form.article_form import ArticleForm, open_form
from .form.checks import can_be_saved
from .form.errors import not_permitted_message
from .form.layout import sections
from .form.row_sets import add_empty_row
from .form.to_record import record_from_form
from .head import article_head
from .pasted_references import split_pasted_references
from .permissions import get_article_or_new, journal_for_new_article
from .related_articles import full_title

if TYPE_CHECKING:
    from . import ArticleAdmin

TEMPLATE = "admin/articles/article/form.html"
NOTES = 3  # the newest, in the head; the others are on their page
UPLOAD_SECONDS = 16  # of the processor, for counting the pages of all PDFs of one save
# Text boxes with one entry a line, whose number is shown.
LIST_BOXES = (*trio("keywords"), "references_original", "references_romanized")


def edit_view(admin: ArticleAdmin, request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """GET: the form; POST: saves it, or shows it again. Without `pk`: a new article."""
    article = get_article_or_new(request, pk)
    journal = article.journal if article else journal_for_new_article(request)
    if journal is None:
        return journal_choice(admin, request)
    if request.method != "POST":
        recovered = recovered_form(request)
        form = open_form(request, journal, article, recovered)
        panel = author_panel(recovered) if recovered else None
        return form_page(admin, request, form, panel, show_errors=False)
    if article and not admin.has_change_permission(request, article):
        raise PermissionDenied
    panel = panel_of(request.POST)
    with_new_rows = data_with_new_rows(request.POST, panel)
    form = open_form(request, journal, article, with_new_rows or request.POST)
    store_uploads(request, form)
    if with_new_rows:
        return form_page(admin, request, form, panel, show_errors=False)
    return save(admin, request, form) or form_page(admin, request, form, panel)


def panel_of(posted: QueryDict) -> AuthorPanel | None:
    """What was understood of pasted authors; None where there are none, or none are wanted."""
    pressed = posted.get("_paste")
    return None if pressed == "cancel" else author_panel(posted, is_filled=pressed == "fill")


def data_with_new_rows(posted: QueryDict, panel: AuthorPanel | None) -> QueryDict | None:
    """What was typed plus the rows that a button asks for; None where the form is to be saved."""
    return (
        add_empty_row(posted)
        or with_pasted_authors(posted, panel)
        or split_pasted_references(posted)
    )


def with_pasted_authors(posted: QueryDict, panel: AuthorPanel | None) -> QueryDict | None:
    """The form's data after a button beside the pasted authors; None where none was pressed."""
    match posted.get("_paste"):
        case "fill" if panel and panel.is_filled:
            return filled_data(posted, panel)
        case "cancel":
            data = posted.copy()
            data[TEXT] = ""
            return data
        case None:
            return None
    return posted.copy()


def journal_choice(admin: ArticleAdmin, request: HttpRequest) -> HttpResponse:
    """Asks which journal a new article is for."""
    journals = [
        journal
        for journal in Journal.objects.in_order()
        if can_do(request.user, Action.EDIT, journal)
    ]
    template, title = "admin/articles/article/journals.html", _("New article: in which journal?")
    return render_page(admin, request, template, title, journals=journals)


def form_page(
    admin: ArticleAdmin,
    request: HttpRequest,
    form: ArticleForm,
    panel: AuthorPanel | None = None,
    *,
    show_errors: bool = True,
) -> HttpResponse:
    """`panel` shows what was understood of pasted authors."""
    context = form_context(admin, request, form, show_errors=show_errors and form.is_bound)
    title = str(form.article) if form.article else _("New article")
    return render_page(admin, request, TEMPLATE, title, panel=panel, **context)


def form_context(
    admin: ArticleAdmin, request: HttpRequest, form: ArticleForm, *, show_errors: bool
) -> dict[str, Any]:
    article = form.article
    set_relation_titles(form)
    errors = list(form.errors()) if show_errors else []
    user = editor_of(request)
    can_change = admin.has_change_permission(request, article) if article else True
    notes = list(Note.objects.for_article(article)[: NOTES + 1]) if article else []
    return {
        "original": article,
        "head": article_head(user, article) if article else None,
        "notes": notes[:NOTES],
        "more_notes": len(notes) > NOTES,
        "may_publish": can_do(user, Action.PUBLISH, article or form.journal),
        "journal": form.journal,
        "form": form.main,
        "rows": form.row_sets,
        "sections": sections(form.main),
        "languages": NATIVE,
        "matrix": form_completeness(form, len(errors)),
        "show_errors": show_errors,
        "errors": errors,
        "can_change": can_change,
        "can_arrange": can_change and not form.is_translators,
        "entry_counts": entry_counts(form),
        "pdf_is_stale": form.base is not None and has_other_text(form.base, "pdf"),
        "epub_is_stale": form.base is not None and has_other_text(form.base, "epub"),
        **recovery_context(
            request,
            is_unsaved=form.is_bound,
            key=f"{user.pk}:{article.pk if article else 'new'}",
            version=article.version if article else 0,
        ),
    }


def set_relation_titles(form: ArticleForm) -> None:
    """The title beside each related article, as far as the editor may see it; one query at most."""
    keys = {row: row.article_key() for row in form.relations.forms}
    if wanted := {key for key in keys.values() if key}:
        articles = Article.objects.filter(form.permissions.visible).in_bulk(wanted)
        for row, key in keys.items():
            row.title = full_title(articles[key]) if key in articles else ""


def entry_counts(form: ArticleForm) -> dict[str, int]:
    return {name: len(entries(form.main[name].value())) for name in LIST_BOXES}


def entries(value: Any) -> list[str]:
    """The lines of a box that are not empty, as typed or of its initial value."""
    lines = value.splitlines() if isinstance(value, str) else value or ()
    return [line for line in lines if line.strip()]


def store_uploads(request: HttpRequest, form: ArticleForm) -> None:
    """Stores new files before anything else, so that they need not be chosen again."""
    form.full_clean()
    budget = TimeBudget(UPLOAD_SECONDS)
    for row in form.galleys.forms:
        if error := row.store_upload(budget.left()):
            text = _("%(error)s The file was kept; its pages were not counted.")
            messages.warning(request, text % {"error": error})


def save(admin: ArticleAdmin, request: HttpRequest, form: ArticleForm) -> HttpResponse | None:
    """None where something has to be corrected first; the form has the errors then."""
    if not can_be_saved(request, form):
        return None
    record = record_from_form(form)
    base: int | None = form.main.cleaned_data.get("base_version")
    before = form.article.version if form.article else None
    try:
        revision = write(request, form, record, base)
    except EditConflict as conflict:
        if form.article is None:
            raise
        pending = pending_save(request, form, conflict)
        return show_conflicts(admin, request, form.article, record, pending, conflict)
    except FrozenDoi as error:
        form.main.add_error("doi", str(error))
    except ChangeNotPermitted as error:
        form.main.add_error(None, not_permitted_message(error))
    except (UnknownRevision, FileGone) as error:
        form.main.add_error(None, str(error))
    except IntegrityError:
        form.main.add_error("doi", _("Another article has been given this DOI since."))
    else:
        add_saved_message(request, revision, base, before)
        return redirect_after_save(request, revision, request.POST.get("typing", ""))
    return None


def pending_save(request: HttpRequest, form: ArticleForm, conflict: EditConflict) -> PendingSave:
    return PendingSave(
        mine="",
        base=form.main.cleaned_data.get("base_version"),
        theirs=conflict.theirs.version,
        reason=form.main.cleaned_data.get("reason", ""),
        token=request.POST.get("typing", ""),
    )


def write(request: HttpRequest, form: ArticleForm, record: Record, base: int | None) -> Revision:
    return save_article(
        record,
        article=form.article,
        journal=None if form.article else form.journal,
        base=base,
        editor=editor_of(request),
        reason=form.main.cleaned_data.get("reason", ""),
    )
