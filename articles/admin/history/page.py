"""The history of an article: who changed what, when; and going back to it."""

from __future__ import annotations

from itertools import islice
from typing import Any

import msgspec
from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.editing import EditConflict, FrozenDoi
from articles.editing.history import Entry, NotHistorys, history, restore
from articles.models import Article, Proof, Revision
from articles.models.roles import Action

from ..numbers import number_in
from ..pages import article_for, show
from .differences import Difference, differences, names_of
from .reasons import told

PAGE = 25
TEMPLATE = "admin/articles/article/history.html"


class Shown(msgspec.Struct, frozen=True):
    revision: Revision
    differences: list[Difference]

    @property
    def reason(self) -> str:
        return told(self.revision.reason)


def history_page(admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """Read by everybody who sees the article; POST restores, for who may write it."""
    article = article_for(request, pk, Action.VIEW)
    if request.method == "POST":
        return go_back(request, article_for(request, pk, Action.TRANSLATE))
    start = min(number_in(request.GET.get("from")), 100_000)
    entries = list(islice(history(article), start, start + PAGE + 1))
    return show(
        admin,
        request,
        TEMPLATE,
        _("History"),
        article=article,
        entries=shown(entries[:PAGE]),
        older=start + PAGE if len(entries) > PAGE else None,
        can_write=admin.has_change_permission(request, article),
        proofs=Proof.objects.filter(article=article).prefetch_related("remarks"),
    )


def shown(entries: list[Entry]) -> list[Shown]:
    names = names_of(change for entry in entries for change in entry.changes)
    return [Shown(entry.revision, differences(entry.changes, names)) for entry in entries]


def go_back(request: HttpRequest, article: Article) -> HttpResponse:
    here = HttpResponseRedirect(reverse("admin:articles_article_history", args=[article.pk]))
    try:
        version = int(request.POST.get("version", ""))
        path = msgspec.json.decode(request.POST.get("path", "[]"), type=tuple[str, ...])
        revision = restore(
            article,
            version,
            path=path,
            editor=request.user,  # type: ignore[arg-type]  # the admin lets in nobody else
            reason=_("Restored from version %(version)d") % {"version": version},
        )
    except (FrozenDoi, NotHistorys, EditConflict) as error:
        messages.error(request, str(error))
    except (ValueError, msgspec.DecodeError, Revision.DoesNotExist):
        messages.error(request, _("There is no such version."))
    except IntegrityError:
        messages.error(request, _("Another article has this DOI now."))
    else:
        done = _("Restored as version %(number)d.") % {"number": revision.version}
        messages.success(request, done)
    return here
