"""The head of the article form: what readers see now, in a sentence, and the next step."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import Article, User
from articles.models.roles import Action, can_do
from articles.publishing import changes_since_release
from articles.records.diff import Change

from .wording.labels import field_label

Status = Article.Status
NAMED = 3  # changed places; more are only counted


class NextStep(msgspec.Struct, frozen=True):
    label: str
    url: str
    is_main: bool = True


class ArticleHead(msgspec.Struct, frozen=True):
    """The banner above the form, and what the editor may do with the article."""

    sentence: str
    changed: str  # the places that readers do not see yet
    tone: str  # CSS class of the banner
    step: NextStep | None
    may_edit: bool
    may_publish: bool
    may_give_notice: bool  # of a correction, a concern, a retraction


def article_head(user: User, article: Article) -> ArticleHead:
    """No query for a draft; one for a public article, two if it has changed since its release."""
    changes = changes_since_release(article)
    may_publish = can_do(user, Action.PUBLISH, article)
    return ArticleHead(
        sentence=sentence_for(article, changes),
        changed=changed_places(changes),
        tone=tone_of(article),
        step=next_step(article, may_publish=may_publish),
        may_edit=can_do(user, Action.EDIT, article),
        may_publish=may_publish,
        may_give_notice=may_publish and article.status in Article.READABLE,
    )


def what_readers_see(article: Article) -> str:
    """The sentence of the head, for messages after a save."""
    return sentence_for(article, changes_since_release(article))


def is_changed(article: Article) -> bool:
    """Whether readers see an earlier version than editors do."""
    return article.released is not None and article.released.version != article.version


def sentence_for(article: Article, changes: Sequence[Change]) -> str:
    if article.released is not None:
        return released_sentence(article, article.released.version, len(changes))
    if article.scheduled_for:
        hour = date_format(localtime(article.scheduled_for), "SHORT_DATETIME_FORMAT")
        return _("It will be published at %(hour)s; until then only editors see it.") % {
            "hour": hour
        }
    if article.status == Status.READY:
        return _("Ready to publish; only editors see it.")
    return _("Draft; only editors see it.")


def released_sentence(article: Article, version: int, changes: int) -> str:
    if changes:
        return ngettext(
            "Readers see version %(version)d; %(count)d change is not released.",
            "Readers see version %(version)d; %(count)d changes are not released.",
            changes,
        ) % {"version": version, "count": changes}
    if article.status == Status.WITHDRAWN:
        return _("Withdrawn; readers see only this and the reason.")
    if article.status == Status.RETRACTED:
        return _("Retracted; readers see the text, marked everywhere as retracted.")
    if is_changed(article):
        return _("Readers see version %(version)d; the text is the same.") % {"version": version}
    return _("Readers see this version (%(version)d).") % {"version": version}


def changed_places(changes: Sequence[Change]) -> str:
    places = list(dict.fromkeys(str(field_label(change.path)) for change in changes))
    named = "; ".join(places[:NAMED])
    return f"{named} …" if len(places) > NAMED else named


def tone_of(article: Article) -> str:
    if article.status in (Status.RETRACTED, Status.WITHDRAWN):
        return "stop"
    return "late" if is_changed(article) or not article.is_public else ""


def next_step(article: Article, *, may_publish: bool) -> NextStep | None:
    """The main action of the article's state, or what the role may do instead."""
    if is_changed(article):
        if may_publish:
            return step(article, _("Release"), "publish")
        return step(article, _("Show the changes"), "history", is_main=False)
    if article.status == Status.WITHDRAWN:
        return None
    if article.is_public:
        label = _("Correct, retract or withdraw")
        return step(article, label, "notice", is_main=False) if may_publish else None
    if may_publish and article.scheduled_for:
        return step(article, _("Change the hour"), "publish", is_main=False)
    if may_publish and article.status == Status.READY:
        return step(article, _("Publish"), "publish")
    return step(article, _("Check"), "preflight")


def step(article: Article, label: str, view: str, *, is_main: bool = True) -> NextStep:
    return NextStep(label, reverse(f"admin:articles_article_{view}", args=[article.pk]), is_main)
