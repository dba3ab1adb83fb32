"""The history page of an article: its versions with what each changed, and a way back to each."""

from __future__ import annotations

from itertools import islice
from typing import Any

import msgspec
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.editing import EditConflict, FrozenDoi
from articles.editing.history import RevisionWithChanges, StatusNotRestorable, history, restore
from articles.models import Article, Proof, Revision
from articles.models.roles import Action

from ..numbers import parse_number
from ..pages import get_article, render_page
from ..permissions import editor_of
from .differences import Difference, differences, names_of
from .reasons import translate_reason

ENTRIES_PER_PAGE = 25
TEMPLATE = "admin/articles/article/history.html"


class HistoryEntry(msgspec.Struct, frozen=True):
    revision: Revision
    differences: list[Difference]

    @property
    def reason(self) -> str:
        return translate_reason(self.revision.reason)


def history_page(admin: ModelAdmin[Any], request: HttpRequest, pk: int) -> HttpResponse:
    """Shown to everybody who may see the article. POST restores, for those who may write it."""
    article = get_article(request, pk, Action.VIEW)
    if request.method == "POST":
        return restore_version(request, get_article(request, pk, Action.TRANSLATE))
    start = min(parse_number(request.GET.get("from")), 100_000)
    entries = list(islice(history(article), start, start + ENTRIES_PER_PAGE + 1))
    return render_page(
        admin,
        request,
        TEMPLATE,
        _("History"),
        article=article,
        entries=history_entries(entries[:ENTRIES_PER_PAGE]),
        older=start + ENTRIES_PER_PAGE if len(entries) > ENTRIES_PER_PAGE else None,
        can_write=admin.has_change_permission(request, article),
        proofs=Proof.objects.filter(article=article).prefetch_related("remarks"),
    )


def history_entries(entries: list[RevisionWithChanges]) -> list[HistoryEntry]:
    names = names_of(change for entry in entries for change in entry.changes)
    return [HistoryEntry(entry.revision, differences(entry.changes, names)) for entry in entries]


def restore_version(request: HttpRequest, article: Article) -> HttpResponse:
    """Saves the posted version, or one field of it, as a new version."""
    try:
        version = int(request.POST.get("version", ""))
        path = msgspec.json.decode(request.POST.get("path", "[]"), type=tuple[str, ...])
        revision = restore(
            article,
            version,
            path=path,
            editor=editor_of(request),
            reason=_("Restored from version %(version)d") % {"version": version},
        )
    except (FrozenDoi, StatusNotRestorable, EditConflict) as error:
        messages.error(request, str(error))
    except (ValueError, msgspec.DecodeError, Revision.DoesNotExist):
        messages.error(request, _("Version not found."))
    except IntegrityError:
        messages.error(request, _("Another article has this DOI now."))
    else:
        done = _("Restored as version %(number)d.") % {"number": revision.version}
        messages.success(request, done)
    return HttpResponseRedirect(reverse("admin:articles_article_history", args=[article.pk]))
