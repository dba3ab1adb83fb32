"""The way from an organisation to the articles that name it: the preview of the bulk change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, Organisation
from articles.models.merging import CURRENT
from articles.models.roles import Action, articles_within
from articles.people.affiliations import articles_that_name, target_of

from ..article.bulk.change import MOST_ARTICLES
from ..article.bulk.pages import bulk_page
from ..article.bulk.selection import Selection
from ..article.bulk.table import BULK_CHANGES
from ..permissions import editor_of

if TYPE_CHECKING:
    from .mergeable import MergeableAdmin


def articles_page(admin: MergeableAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """POST: the preview for the articles with a name, the ROR or a link that the editor may see."""
    if request.method != "POST" or not admin.may_merge(request):
        raise PermissionDenied
    organisation: Organisation = get_object_or_404(Organisation.objects.filter(CURRENT), pk=pk)
    editor = editor_of(request)
    visible = articles_within(editor, Action.VIEW, "article__")
    keys = articles_that_name(target_of(organisation), MOST_ARTICLES, visible)
    if not keys:
        messages.info(request, _("No article names this organisation."))
        return HttpResponseRedirect(
            reverse("admin:articles_organisation_change", args=[organisation.pk])
        )
    change = BULK_CHANGES["set_organisation"]
    article_admin: Any = admin.admin_site.get_model_admin(Article)
    selection = Selection(editor.pk, change.name, tuple(keys))
    return bulk_page(article_admin, request, change, selection)
