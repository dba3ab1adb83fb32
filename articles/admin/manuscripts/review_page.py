"""The review page: the manuscript beside what was found in it; nothing is saved unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.admin.article.findings_panel import findings_panel
from articles.editing.inspecting import inspect
from articles.imports import manuscript as readings
from articles.intake.import_errors import NotImported
from articles.intake.manuscripts.draft_record import draft_of
from articles.intake.manuscripts.romanized_references import lacks_romanized, with_proposed_list
from articles.intake.manuscripts.saving import AlreadySaved, save_draft
from articles.models import Article, Manuscript
from articles.queries.record_facts import attach, policy_of
from articles.records import json
from articles.records.body import clean_body, with_addresses
from articles.records.cleaning import InvalidValue
from articles.records.record import Record

from .evidence import Evidence
from .lines import shown_lines
from .review_form import Sheet

if TYPE_CHECKING:
    from . import ManuscriptAdmin

TEMPLATE = "admin/manuscripts/review.html"


def review_page(
    admin: ManuscriptAdmin, request: HttpRequest, manuscript: Manuscript
) -> HttpResponse:
    reading = reading_of(manuscript)
    found = json.load(manuscript.stored)
    policy = policy_of(manuscript.journal)
    evidence = Evidence(reading, draft_of(reading).left_out)
    sheet = Sheet(with_proposed_list(found, policy), evidence, lacks_romanized(found))
    record, problems = sheet.base, list[str]()
    if request.method == "POST":
        record, problems = typed(sheet, request)
        if "_save" in request.POST and not (problems or sheet.errors()):
            answer, problems = saved(request, manuscript, record)
            if answer:
                return answer
    context = {
        **admin.admin_site.each_context(request),
        "is_nav_sidebar_enabled": False,  # both sides need the width
        "title": _("From a manuscript"),
        "opts": admin.opts,
        "media": admin.media,
        "manuscript": manuscript,
        "sheet": sheet,
        "lines": shown_lines(reading, sheet),
        "panel": findings(record, manuscript),
        "problems": problems,
        "namesake": namesake(record, manuscript),
        "preview": preview(record, manuscript),
    }
    status = 422 if problems or sheet.errors() else 200
    return TemplateResponse(request, TEMPLATE, context, status=status)


def reading_of(manuscript: Manuscript) -> readings.Manuscript:
    """With its lines; without them where it was read by a version that told them otherwise."""
    try:
        return msgspec.json.decode(manuscript.reading, type=readings.Manuscript)
    except msgspec.DecodeError:
        return readings.Manuscript()


def typed(sheet: Sheet, request: HttpRequest) -> tuple[Record, list[str]]:
    """What was typed; where no record can hold it, what was shown before, and why."""
    try:
        return sheet.record_from(request.POST), []
    except InvalidValue as refusal:
        return sheet.base, [str(refusal)]


def findings(record: Record, manuscript: Manuscript) -> Any:
    attached = attach(record, Article(journal=manuscript.journal))
    return findings_panel(attached, inspect(attached))


def preview(record: Record, manuscript: Manuscript) -> SafeString:
    """The full text as readers will see it: cleaned, so nothing but our subset."""
    addresses = {
        one.name: reverse("admin:articles_manuscript_picture", args=[manuscript.pk, one.name])
        for one in record.galleys
    }
    return SafeString(with_addresses(clean_body(record.body), addresses))


def namesake(record: Record, manuscript: Manuscript) -> Article | None:
    """The article of this journal that has the manuscript's DOI."""
    rows = Article.objects.with_doi(record.doi) if record.doi else Article.objects.none()
    return rows.filter(journal=manuscript.journal).first()


def saved(
    request: HttpRequest, manuscript: Manuscript, record: Record
) -> tuple[HttpResponse | None, list[str]]:
    """Where to go on, or what keeps it from being saved."""
    editor: Any = request.user
    try:
        revision = save_draft(manuscript, record, editor)
    except AlreadySaved as already:
        messages.warning(request, str(already))
        return to_article(already.article.pk if already.article else None), []
    except NotImported as refusal:
        return None, [str(one) for one in refusal.refusals]
    except InvalidValue as refusal:
        return None, [str(refusal)]
    messages.success(request, _("The draft is saved; the file is kept with it."))
    return to_article(revision.article_id), []


def to_article(key: int | None) -> HttpResponse:
    if key is None:
        return HttpResponseRedirect(reverse("admin:articles_manuscript_changelist"))
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[key]))
