"""The review page: the manuscript beside the record that was read from it, saved on request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.admin.article.findings_panel import findings_panel
from articles.editing.checks import check_article
from articles.imports import manuscript as imports
from articles.imports.manuscript import SecondReading
from articles.intake.import_errors import NotImported
from articles.intake.manuscripts.draft_record import draft_of
from articles.intake.manuscripts.romanized_references import (
    lacks_romanized,
    with_proposed_romanized,
)
from articles.intake.manuscripts.saving import AlreadySaved, ReviewCount, save_draft
from articles.intake.manuscripts.second_readings import NotReadAgain, take
from articles.models import Article, Manuscript
from articles.queries.record_facts import attach, policy_of
from articles.records import json
from articles.records.cleaning import InvalidValue
from articles.records.html import body_html
from articles.records.record import Record

from ..draft_recovery import recovered_form
from ..pages import render_page
from ..permissions import editor_of
from .changes import review_count
from .evidence import Evidence
from .manuscript_lines import marked_lines
from .replaced_values import (
    carried_values,
    replaced_values,
    with_value_back,
    with_values_apart,
)
from .review_form import ReviewForm

TEMPLATE = "admin/manuscripts/review.html"


def review_page(
    admin: ModelAdmin[Any], request: HttpRequest, manuscript: Manuscript
) -> HttpResponse:
    reading = reading_of(manuscript)
    form = review_form(manuscript, reading)
    record, problems = form.base, list[str]()
    posted = with_value_back(request.POST)
    if recovered := recovered_form(request):
        posted = with_values_apart(form, recovered)
        record, problems = typed_record(form, posted)
    elif request.method == "POST" and (second := chosen_second(request, reading)):
        reading, form, posted, problems = take_second(request, manuscript, form, second)
        record, more = typed_record(form, posted)
        problems += more
    elif request.method == "POST":
        record, problems = typed_record(form, posted)
        if "_save" in request.POST and not (problems or form.errors()):
            count = review_count(form, request.POST, len(manuscript.taken))
            response, problems = save(request, manuscript, record, count)
            if response:
                return response
    attached = attach(record, Article(journal=manuscript.journal))
    return render_page(
        admin,
        request,
        TEMPLATE,
        _("From a manuscript"),
        status=422 if problems or form.errors() else 200,
        is_nav_sidebar_enabled=False,  # the two columns need its width
        manuscript=manuscript,
        can_take=manuscript.state == Manuscript.State.READ,
        form=form,
        replaced=list(replaced_values(form, posted)),
        lines=list(marked_lines(reading, form)),
        panel=findings_panel(attached, check_article(attached)),
        problems=problems,
        same_doi=article_with_doi(record, manuscript),
        preview=preview(record, manuscript),
    )


def reading_of(manuscript: Manuscript) -> imports.Manuscript:
    """What was read, with its lines; empty if it was stored in an older form."""
    try:
        return msgspec.json.decode(manuscript.reading, type=imports.Manuscript)
    except msgspec.DecodeError:
        return imports.Manuscript()


def review_form(manuscript: Manuscript, reading: imports.Manuscript) -> ReviewForm:
    record = json.load(manuscript.stored)
    base = with_proposed_romanized(record, policy_of(manuscript.journal))
    evidence = Evidence(reading, draft_of(reading).left_out)
    return ReviewForm(base, evidence, is_proposed=lacks_romanized(record))


def typed_record(form: ReviewForm, posted: Mapping[str, str]) -> tuple[Record, list[str]]:
    """What was typed; if no record can hold it, the record as before, and why."""
    try:
        return form.record_from(posted), []
    except InvalidValue as error:
        return form.base, [str(error)]


def chosen_second(request: HttpRequest, reading: imports.Manuscript) -> SecondReading | None:
    """The second reading whose button was pressed; None if there is no such any more."""
    key = request.POST.get("_take")
    return next((second for second in reading.second_readings if second.key == key), None)


def take_second(
    request: HttpRequest, manuscript: Manuscript, form: ReviewForm, second: SecondReading
) -> tuple[imports.Manuscript, ReviewForm, dict[str, str], list[str]]:
    """What is read with the second reading taken; what was typed stays where it still fits.

    The dictionary is the form as if it had been sent again, with the typed values that gave way.
    """
    refused: list[str] = []
    try:
        take(manuscript, second)
    except NotReadAgain as error:
        refused = [str(error)]
    reading = reading_of(manuscript)
    new = review_form(manuscript, reading)
    typed = new.take_over(form, request.POST)
    return reading, new, {**typed, **carried_values(form, request.POST, typed)}, refused


def preview(record: Record, manuscript: Manuscript) -> SafeString:
    """The full text as readers will see it, with its pictures."""
    addresses = {
        galley.name: reverse("admin:articles_manuscript_picture", args=[manuscript.pk, galley.name])
        for galley in record.galleys
    }
    return body_html(record.body, addresses)


def article_with_doi(record: Record, manuscript: Manuscript) -> Article | None:
    """The article of this journal that has the manuscript's DOI already."""
    rows = Article.objects.with_doi(record.doi) if record.doi else Article.objects.none()
    return rows.filter(journal=manuscript.journal).first()


def save(
    request: HttpRequest, manuscript: Manuscript, record: Record, count: ReviewCount
) -> tuple[HttpResponse | None, list[str]]:
    """A redirect to the saved draft, or the reasons why it was not saved."""
    try:
        revision = save_draft(manuscript, record, editor_of(request), count)
    except AlreadySaved as error:
        messages.warning(request, str(error))
        return redirect_to_article(error.article.pk if error.article else None), []
    except NotImported as error:
        return None, [str(reason) for reason in error.reasons]
    except InvalidValue as error:
        return None, [str(error)]
    messages.success(request, _("The draft has been saved together with the file."))
    return redirect_to_article(revision.article_id), []


def redirect_to_article(key: int | None) -> HttpResponse:
    """Redirects to the article's form, or to the list of manuscripts."""
    if key is None:
        return HttpResponseRedirect(reverse("admin:articles_manuscript_changelist"))
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[key]))
