"""The EPUB of an issue as a download, made from the latest versions of its articles."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models.roles import Action
from articles.publishing.epubs import NoArticles, made_issue_epub

from ..article.epub_page import epub_response
from ..pages import get_issue


def issue_epub_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """The file; without articles, a message on the page of the issue."""
    issue = get_issue(request, pk, Action.ARRANGE)
    try:
        _records, made = made_issue_epub(issue)
    except NoArticles:
        messages.error(request, _("The issue has no articles yet."))
        return HttpResponseRedirect(reverse("admin:articles_issue_change", args=[pk]))
    return epub_response(made.content, f"{issue.journal.slug}-{issue.year}-{issue.pk}.epub")
