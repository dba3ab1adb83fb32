"""The article page in the reader's language, and the page that is left of a withdrawn article."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.exports import FORMATS
from articles.models import Article
from articles.page_cache import cached_page
from articles.queries.public_state import article_state
from articles.queries.released import ReleasedArticle, notices, released_article
from articles.records.html import body_html, soft_markup
from articles.records.identifiers import doi_url
from articles.records.languages import Language, prefer, preferred
from articles.records.markup import flat
from articles.records.record import Record

from .. import labels
from ..issue_link import issue_label, number_label
from ..language_names import (
    in_language,
    language_name,
    no_translation_notice,
    reader_language,
)
from ..page_layout import LanguageLink, language_links, render_page
from ..status_badge import StatusBadge, status_badge
from . import abstracts, bylines, facts, files, head_tags, references
from .notices import related_articles


class Place(NamedTuple):
    """Where the article is printed."""

    issue: str
    issue_url: str  # '' while the issue is not out
    pages: str


class OtherTitle(NamedTuple):
    language: Language
    label: str
    title: SafeString


class TranslationNotice(NamedTuple):
    """That the article has no title in the language of the page."""

    heading: str
    title_language: str
    versions: list[LanguageLink]  # pages in the languages that it has


@require_safe
@cached_page(article_state)
def article_detail(request: HttpRequest, pk: int) -> HttpResponse:
    article = released_article(pk)
    if article is None:
        raise Http404
    return render_article(request, article)


def render_article(request: HttpRequest, article: ReleasedArticle) -> HttpResponse:
    if article.record.status == "withdrawn":
        return render_page(request, "withdrawn", withdrawn_context(article), article.journal)
    return render_page(request, "article", article_context(request, article), article.journal)


def withdrawn_context(article: ReleasedArticle) -> dict[str, Any]:
    return {
        "record": article.record,
        "plain_title": plain_title(article.record, reader_language()),
        "place": place(article),
        "reason": article.reason,
    }


def article_context(request: HttpRequest, article: ReleasedArticle) -> dict[str, Any]:
    record, reader = article.record, reader_language()
    related_ids = [relation.article_id for relation in record.relations if relation.article_id]
    related = related_articles(record, notices(related_ids))
    badge = status_badge(record.status, [relation.kind for relation in record.relations])
    return {
        "record": record,
        "article_type": Article.Type(record.type).label,
        "plain_title": plain_title(record, reader),
        "other_titles": other_titles(record, reader),
        "translation_notice": translation_notice(request, record, reader),
        "head_tags": head_tags.head_tags(record, reader),
        "place": place(article),
        "running_head": running_head(record, badge, reader),
        "badge": badge,
        "notices": [notice for notice in related if notice.css_class],
        "related_articles": [other for other in related if not other.css_class],
        "bylines": bylines.bylines(record),
        "files": files.files(record, reader),
        "text_language": language_name(record.language),
        "subjects": facts.subjects(record, article.journal.irsti_label_kk, reader),
        "licence": facts.licence(record),
        "abstracts": abstracts.abstracts(record, reader, article.journal.keywords_label_kk),
        "has_all_abstracts": abstracts.has_all_abstracts(record),
        "body": body_html(record.body, files.picture_addresses(record)),
        "citations": references.citations(record, reader),
        "references": references.reference_list(record),
        "has_romanized": any(one.romanized and one.text for one in record.references),
        "statements": facts.statements(record),
        "history": facts.history(record, related),
        "formats": FORMATS.values(),
    }


def plain_title(record: Record, reader: Language) -> str:
    return flat(prefer(record.title, reader, record.language)) or _("Untitled")


def other_titles(record: Record, reader: Language) -> list[OtherTitle]:
    heading_language = preferred(record.title, reader, record.language)
    return [
        OtherTitle(code, in_language(code), soft_markup(title, code))
        for code, title in record.title.items()
        if code != heading_language
    ]


def translation_notice(
    request: HttpRequest, record: Record, reader: Language
) -> TranslationNotice | None:
    title_language = preferred(record.title, reader, record.language)
    if title_language is None or title_language == reader:
        return None
    versions = [link for link in language_links(request) if link.code in record.title]
    return TranslationNotice(no_translation_notice(reader), language_name(title_language), versions)


def place(article: ReleasedArticle) -> Place:
    record, issue = article.record, article.record.issue
    arguments = {"journal": article.journal.slug, "pk": issue.id if issue else None}
    is_out = issue is not None and article.issue_is_public
    return Place(
        issue=issue_label(issue) if issue else "",
        issue_url=reverse("issue_detail", kwargs=arguments) if is_out else "",
        pages=labels.page_range(record.first_page, record.last_page) or record.article_number,
    )


def running_head(record: Record, badge: StatusBadge | None, reader: Language) -> str:
    """The first line of a printed page: journal, issue, pages, DOI."""
    journal, issue = record.journal, record.issue
    parts = [
        badge.label.upper() if badge else "",
        prefer(journal.name, reader) if journal else "",
        f"{issue.year}" if issue else "",
        number_label(issue) if issue else "",
        labels.page_range(record.first_page, record.last_page),
        doi_url(record.doi) if record.doi else "",
    ]
    return ". ".join(filter(None, parts))
