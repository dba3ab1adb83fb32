"""Who writes in a sheet, and what of it, and around it, is theirs."""

from __future__ import annotations

from typing import Any

import msgspec
from django.db.models import Q
from django.http import HttpRequest

from articles.models import Article, Journal
from articles.models.roles import Action, languages_of, may, reach


class Writer(msgspec.Struct, frozen=True):
    own: set[str] | None = None  # a translator's languages; None: everything is theirs to write
    name: str = ""  # of files that the form keeps: this editor's, for this article alone
    seen: Any = Q()  # the articles whose drafts this editor sees
    within: Any = Q()  # those and all that readers see: what a relation may lead to


def writer_of(request: HttpRequest, journal: Journal, article: Article | None) -> Writer:
    user: Any = request.user
    is_editor = article is None or may(user, Action.EDIT, article)
    seen = reach(user, Action.VIEW)
    about = f"article {article.pk}" if article else f"new in {journal.pk}"
    return Writer(
        own=None if is_editor else languages_of(user, journal.pk),
        name=f"editor {user.pk}, {about}",
        seen=seen,
        within=widened(seen, Q(status__in=Article.PUBLIC)),
    )


def widened(within: Q, more: Q) -> Q:
    """Whoever knows of everything knows of these too: an empty Q would vanish beside them."""
    return within | more if within else within
