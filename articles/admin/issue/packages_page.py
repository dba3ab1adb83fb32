"""The page of an issue's packages for receivers: downloaded at once, or why they cannot be made."""

from __future__ import annotations

from typing import Any

import msgspec
from django.contrib.admin import ModelAdmin
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.exports import FORMATS, Format, stamp
from articles.models import Issue
from articles.models.roles import Action, can_do
from articles.publishing.packages import PACKAGES, MissingFiles, PackageBlocked
from articles.publishing.packages.contents import stem_of
from articles.queries.released_records import released_records
from articles.records.findings import Finding
from articles.records.languages import prefer
from articles.records.markup import flat

from ..article.findings_panel import finding_text
from ..pages import get_issue, render_page
from ..permissions import editor_of

CONTENTS: dict[str, Promise] = {
    "rinc-zip": gettext_lazy("For eLIBRARY (РИНЦ): the XML of the issue, the PDFs, the cover."),
    "jats-zip": gettext_lazy("For archives: each article's JATS with its PDFs and pictures."),
    "issue_list-xlsx": gettext_lazy(
        "For other receivers: a table of the articles with descriptions, authors, abstracts and "
        "references."
    ),
    "issue_list-docx": gettext_lazy("The same as a Word document."),
    "issue_list-zip": gettext_lazy("The table, the document and the PDFs together."),
}
# Formats of which receivers take one file for a whole issue.
WHOLE_ISSUE: tuple[Format, ...] = (FORMATS["doaj"], FORMATS["crossref"])


class Refusal(msgspec.Struct, frozen=True):
    """Why a package cannot be made: a sentence, or the findings of one article."""

    text: str  # a sentence, or the article's title
    url: str = ""  # of the form where it is corrected
    language: str = ""  # of the title
    findings: tuple[str, ...] = ()


def packages_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    return render_packages(admin, request, get_issue(request, pk, Action.ARRANGE))


def package_view(
    admin: ModelAdmin[Any], request: HttpRequest, pk: int, name: str
) -> HttpResponseBase:
    """The package as an attachment; without it the page says why."""
    issue = get_issue(request, pk, Action.ARRANGE)
    package = PACKAGES.get(name)
    if package is None:
        raise Http404
    try:
        content = package.write(issue, stamp(timezone.now()))
    except PackageBlocked as error:
        may_manage = can_do(editor_of(request), Action.MANAGE, issue.journal)
        refusals = refusals_of(issue, error, may_manage=may_manage) or [Refusal(str(error))]
        return render_packages(admin, request, issue, name, refusals)
    except MissingFiles as error:
        return render_packages(admin, request, issue, name, [Refusal(str(error))])
    response = StreamingHttpResponse(content, content_type=package.media_type)
    filename = f"{stem_of(issue)}-{name.partition('-')[0]}.{package.extension}"
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


def render_packages(
    admin: ModelAdmin[Any],
    request: HttpRequest,
    issue: Issue,
    refused: str = "",
    refusals: list[Refusal] | None = None,
) -> HttpResponse:
    """With `refusals`, the page says above the list why the package `refused` cannot be made."""
    return render_page(
        admin,
        request,
        "admin/articles/issue/packages.html",
        _("Packages for receivers"),
        issue=issue,
        packages=[(package, CONTENTS[name]) for name, package in PACKAGES.items()],
        formats=WHOLE_ISSUE if issue.is_public else (),
        refused=PACKAGES[refused].label if refused else "",
        refusals=refusals or [],
    )


def refusals_of(issue: Issue, error: PackageBlocked, *, may_manage: bool) -> list[Refusal]:
    """What the journal lacks, once, then the findings by article, in the order of the issue."""
    journal_form = reverse("admin:articles_journal_change", args=[issue.journal_id])
    of_journal = dict.fromkeys(
        Refusal(f"{finding.message} {finding.remedy}", journal_form if may_manage else "")
        for findings in error.findings.values()
        for finding in filter(is_of_journal, findings)
    )
    articles = issue.articles.filter(pk__in=error.findings).order_by("position", "pk")
    of_articles = (
        Refusal(
            flat(prefer(record.title, record.language)) or f"№ {record.id}",
            reverse("admin:articles_article_change", args=[record.id]),
            record.language,
            tuple(
                finding_text(finding)
                for finding in error.findings[record.id or 0]
                if not is_of_journal(finding)
            ),
        )
        for record in released_records(articles)
    )
    return [*of_journal, *(each for each in of_articles if each.findings)]


def is_of_journal(finding: Finding) -> bool:
    return finding.field.partition(".")[0] == "journal"
