"""Drafts of notices: a correction, an expression of concern or a retraction of a public article."""

from __future__ import annotations

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from articles.editing import save_article
from articles.models import Article, User
from articles.queries.record_facts import attach
from articles.records.identifiers import doi_url
from articles.records.languages import LANGUAGES, Language, Text, prefer, tidy
from articles.records.record import ArticleType, Authorship, Record, Relation, RelationKind


class NoticeKind(msgspec.Struct, frozen=True):
    """What a notice does, and the templates of its title and text."""

    relation: RelationKind  # of the notice to the article
    type: ArticleType
    title: Promise
    text: Promise


NOTICE_KINDS = {
    "correct": NoticeKind(
        "corrects",
        "correction",
        _("Correction: %(title)s"),
        _("The editors correct the article “%(title)s” (%(source)s)."),
    ),
    "concern": NoticeKind(
        "expresses_concern",
        "editorial",
        _("Expression of concern: %(title)s"),
        _("The editors express concern about the article “%(title)s” (%(source)s)."),
    ),
    "retract": NoticeKind(
        "retracts",
        "retraction",
        _("Retraction: %(title)s"),
        _(
            "The editors retract the article “%(title)s” (%(source)s). Its text remains available "
            "and is marked as retracted."
        ),
    ),
}
NOTICE_RELATIONS = tuple(kind.relation for kind in NOTICE_KINDS.values())
OFFICE = _("Editors of “%(journal)s”")  # the author of a notice


def draft_notice(
    article: Article, kind: NoticeKind, reason: Text, *, editor: User | None = None
) -> Article:
    """A draft in the article's journal and section, in three languages, with its relation.

    It quotes what readers see. Publishing it changes the article: `publication.publish_article`.
    Raises ChangeNotPermitted.
    """
    if article.released is None:
        raise ValueError("A notice is about a public article.")
    about = attach(article.released.record, article)
    record = Record(
        language=about.language,
        type=kind.type,
        title={code: filled(kind.title, about, code) for code in LANGUAGES},
        abstract={code: notice_text(kind, about, reason, code) for code in LANGUAGES},
        keywords=about.keywords,
        authors=(Authorship(kind="organisation", collective=office_of(about)),),
        section_id=about.section_id,
        irsti=about.irsti,
        udc=about.udc,
        licence=about.licence,
        relations=(Relation(kind=kind.relation, article_id=article.pk, doi=article.doi or ""),),
    )
    return save_article(record, journal=article.journal, editor=editor).article


def notice_text(kind: NoticeKind, about: Record, reason: Text, code: Language) -> str:
    """The template and the reason in this language, as far as it was given."""
    return f"{filled(kind.text, about, code)} {reason.get(code, '')}".strip()


def filled(template: Promise, about: Record, code: Language) -> str:
    title = prefer(about.title, code, about.language)
    with override(code):
        return str(template) % {"title": title, "source": source_of(about, code)}


def source_of(about: Record, code: Language) -> str:
    """Where the article was published: journal, year, issue, DOI."""
    journal, issue = about.journal, about.issue
    year = about.published_on.year if about.published_on else None
    parts = (
        prefer(journal.name, code) if journal else "",
        str(issue.year if issue else year or ""),
        issue_label(about),
        doi_url(about.doi) if about.doi else "",
    )
    return ", ".join(filter(None, parts))


def issue_label(about: Record) -> str:
    issue = about.issue
    if issue is None or not issue.number:
        return ""
    through = f" ({issue.through_number})" if issue.through_number else ""
    return f"№ {issue.number}{through}"


def office_of(about: Record) -> Text:
    """The editors of the journal, as the notice's author."""
    names: Text = {}
    for code in LANGUAGES:
        with override(code):
            name = prefer(about.journal.name, code) if about.journal else ""
            names[code] = str(OFFICE) % {"journal": name} if name else ""
    return tidy(names)


def notice_drafts(article: Article) -> list[Article]:
    """Notices about the article that are not published yet; one query."""
    rows = Article.objects.filter(
        relations__target=article, relations__kind__in=NOTICE_RELATIONS, journal=article.journal_id
    )
    return list(rows.exclude(status__in=Article.PUBLIC).order_by("pk").distinct())
