"""The correction page: what a corrected file changes in its article, chosen place by place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import msgspec
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.forms import Media
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from articles.admin.article.findings_panel import findings_panel
from articles.admin.article.wording.labels import field_label
from articles.admin.article.wording.text_diff import Piece, as_text, text_diff
from articles.admin.article.wording.values import display
from articles.editing import EditConflict
from articles.editing.checks import check_article
from articles.intake.import_errors import NotImported
from articles.intake.manuscripts.corrections import (
    Choice,
    Correction,
    Difference,
    apply_choices,
    correction_of,
)
from articles.intake.manuscripts.saving import AlreadySaved, save_correction
from articles.models import Article, Manuscript
from articles.queries.record_facts import attach
from articles.records.body import plain_body
from articles.records.cleaning import InvalidValue
from articles.records.diff import Path
from articles.records.record import Record

from ..pages import render_page
from ..permissions import editor_of
from .review_page import redirect_to_article

CHOICES = ("article", "file")
TEMPLATE = "admin/manuscripts/correct.html"


class DifferenceRow(msgspec.Struct, frozen=True):
    """One difference as the page shows it."""

    key: str
    label: str
    language: str
    article: str
    file: tuple[Piece, ...]
    changed_in_both: bool
    choice: str = ""


def correction_page(
    admin: ModelAdmin[Any], request: HttpRequest, manuscript: Manuscript, article: Article
) -> HttpResponse:
    correction = correction_of(manuscript, article)
    choices = choices_in(request, correction)
    record = apply_choices(correction, choices)
    problems: list[str] = []
    if request.method == "POST":
        response, problems = save(request, manuscript, correction, choices, record)
        if response:
            return response
    attached = attach(record, article)
    return render_page(
        admin,
        request,
        TEMPLATE,
        _("What the corrected file changes"),
        status=422 if problems else 200,
        media=admin.media + Media(css={"all": ["articles/article_form.css"]}),
        manuscript=manuscript,
        article=article,
        version=correction.version,
        earlier=correction.earlier,
        differences=list(difference_rows(correction, choices)),
        panel=findings_panel(attached, check_article(attached)),
        problems=problems,
    )


def choices_in(request: HttpRequest, correction: Correction) -> dict[str, Choice]:
    """The editor's choices by the key of the difference; open ones are left out."""
    typed = {
        difference.key: request.POST.get(f"choice:{difference.key}", "")
        for difference in correction.differences
    }
    return {key: cast(Choice, value) for key, value in typed.items() if value in CHOICES}


def difference_rows(correction: Correction, choices: dict[str, Choice]) -> Iterator[DifferenceRow]:
    for difference in correction.differences:
        place = field_label(difference.path)
        before = value_text(difference.path, difference.article)
        yield DifferenceRow(
            key=difference.key,
            label=place.label,
            language=place.language,
            article=before,
            file=tuple(text_diff(before, value_text(difference.path, difference.file))),
            changed_in_both=difference.changed_in_both,
            choice=choices.get(difference.key) or proposed_choice(difference),
        )


def value_text(path: Path, value: Any) -> str:
    return plain_body(value or "") if path == ("body",) else as_text(display(path, value))


def proposed_choice(difference: Difference) -> str:
    """The file's text, if only the file has changed since the earlier file; else none."""
    is_changed_in_file_only = difference.earlier is not None and not difference.changed_in_both
    return "file" if is_changed_in_file_only else ""


def save(
    request: HttpRequest,
    manuscript: Manuscript,
    correction: Correction,
    choices: dict[str, Choice],
    record: Record,
) -> tuple[HttpResponse | None, list[str]]:
    """A redirect to the saved article, or the reasons why it was not saved."""
    if request.POST.get("version") != str(correction.version):
        return None, [_("Someone else has saved the article. Check it again.")]
    if len(choices) < len(correction.differences):
        return None, [_("Choose which text to keep for each field.")]
    try:
        revision = save_correction(manuscript, record, correction.version, editor_of(request))
    except AlreadySaved as error:
        messages.warning(request, str(error))
        return redirect_to_article(manuscript.article_id), []
    except NotImported as error:
        return None, [str(reason) for reason in error.reasons]
    except (EditConflict, InvalidValue) as error:
        return None, [str(error)]
    messages.success(request, _("The article has been saved together with the file."))
    return redirect_to_article(revision.article_id), []
