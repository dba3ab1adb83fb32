"""A corrected file for an article that stands: only what differs, and which of both shall stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec
from django.contrib import messages
from django.forms import Media
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from articles.admin.article.findings_panel import findings_panel
from articles.admin.article.wording.labels import field_label
from articles.admin.article.wording.text_diff import Piece, as_text, text_diff
from articles.admin.article.wording.values import display
from articles.editing import EditConflict
from articles.editing.inspecting import inspect
from articles.intake.import_errors import NotImported
from articles.intake.manuscripts.corrections import (
    Choice,
    Correction,
    Difference,
    chosen,
    correction_of,
)
from articles.intake.manuscripts.saving import AlreadySaved, save_correction
from articles.models import Article, Manuscript
from articles.queries.record_facts import attach
from articles.records.body import plain_body
from articles.records.cleaning import InvalidValue
from articles.records.diff import Path
from articles.records.record import Record

from .review_page import to_article

if TYPE_CHECKING:
    from . import ManuscriptAdmin

CHOICES = ("article", "file")
TEMPLATE = "admin/manuscripts/correct.html"


class Shown(msgspec.Struct, frozen=True):
    """One difference as the page shows it."""

    key: str
    label: str
    language: str
    article: str
    file: tuple[Piece, ...]
    both: bool
    chosen: str = ""


def correct_page(
    admin: ManuscriptAdmin, request: HttpRequest, manuscript: Manuscript, article: Article
) -> HttpResponse:
    correction = correction_of(manuscript, article)
    choices = choices_in(request, correction)
    record = chosen(correction, choices)
    problems: list[str] = []
    if request.method == "POST":
        answer, problems = saved(request, manuscript, correction, choices, record)
        if answer:
            return answer
    attached = attach(record, article)
    context = {
        **admin.admin_site.each_context(request),
        "title": _("What the corrected file changes"),
        "opts": admin.opts,
        "media": admin.media + Media(css={"all": ["articles/article_form.css"]}),
        "manuscript": manuscript,
        "article": article,
        "version": correction.version,
        "earlier": correction.earlier,
        "differences": list(shown(correction, choices)),
        "panel": findings_panel(attached, inspect(attached)),
        "problems": problems,
    }
    return TemplateResponse(request, TEMPLATE, context, status=422 if problems else 200)


def choices_in(request: HttpRequest, correction: Correction) -> dict[str, Choice]:
    typed: dict[str, Any] = {
        one.key: request.POST.get(f"choice:{one.key}", "") for one in correction.differences
    }
    return {key: value for key, value in typed.items() if value in CHOICES}


def shown(correction: Correction, choices: dict[str, Choice]) -> Iterator[Shown]:
    for one in correction.differences:
        place = field_label(one.path)
        before = written(one.path, one.article)
        yield Shown(
            key=one.key,
            label=place.label,
            language=place.language,
            article=before,
            file=tuple(text_diff(before, written(one.path, one.file))),
            both=one.both,
            chosen=choices.get(one.key) or proposed(one),
        )


def written(path: Path, value: Any) -> str:
    return plain_body(value or "") if path == ("body",) else as_text(display(path, value))


def proposed(difference: Difference) -> str:
    """The file's, where it alone moved on since the earlier file; else the editor must say."""
    return "file" if difference.earlier is not None and not difference.both else ""


def saved(
    request: HttpRequest,
    manuscript: Manuscript,
    correction: Correction,
    choices: dict[str, Choice],
    record: Record,
) -> tuple[HttpResponse | None, list[str]]:
    if request.POST.get("version") != str(correction.version):
        return None, [_("The article was saved by somebody meanwhile. Look at it once more.")]
    if len(choices) < len(correction.differences):
        return None, [_("Choose for each place which text shall stand.")]
    editor: Any = request.user
    try:
        revision = save_correction(manuscript, record, correction.version, editor)
    except EditConflict as conflict:
        return None, [str(conflict)]
    except AlreadySaved as already:
        messages.warning(request, str(already))
        return to_article(manuscript.article_id), []
    except NotImported as refusal:
        return None, [str(one) for one in refusal.refusals]
    except InvalidValue as refusal:
        return None, [str(refusal)]
    messages.success(request, _("The article is saved; the file is kept with it."))
    return to_article(revision.article_id), []
