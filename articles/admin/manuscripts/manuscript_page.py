"""The page of one manuscript: a review of a new file, or a comparison with its article."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from articles.models import Manuscript

from .correction_page import correction_page
from .permissions import get_manuscript
from .review_page import review_page


def manuscript_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    manuscript = get_manuscript(request, pk)
    if manuscript.state not in (Manuscript.State.READ, Manuscript.State.SAVED):
        messages.warning(request, f"{manuscript.name}: {manuscript.get_state_display()}")
        return HttpResponseRedirect(reverse("admin:articles_manuscript_changelist"))
    if manuscript.article and manuscript.state == Manuscript.State.READ:
        return correction_page(admin, request, manuscript, manuscript.article)
    return review_page(admin, request, manuscript)
