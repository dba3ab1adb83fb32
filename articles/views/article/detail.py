"""The article page in the reader's language, and the page that is left of a withdrawn article."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.exports import ENTRY_FORMATS, FORMATS
from articles.models import Article
from articles.page_cache import cached_page
from articles.queries.around_article import around_article
from articles.queries.public_state import article_state
from articles.queries.record_facts import text_of
from articles.queries.released import ReleasedArticle, related_articles, released_article
from articles.records.full_text.article_text import article_text
from articles.records.identifiers import doi_url
from articles.records.imprint import page_range
from articles.records.issue_label import number_label
from articles.records.languages import Language, prefer
from articles.records.record import Record

from .. import labels
from ..issue_link import issue_label
from ..language_names import reader_language
from ..page_layout import language_links, render_page
from ..signposting import page_link_header
from ..status_badge import StatusBadge, status_badge
from .abstracts import abstract_list
from .around import article_link, share_links
from .bylines import author_list
from .facts import facts, history, statements
from .files import files
from .head_tags import head_tags
from .notices import related_article_items
from .references import citations, reference_list
from .titles import titles


class Place(NamedTuple):
    """Where the article is printed."""

    issue: str
    issue_url: str  # '' while the issue is not out
    pages: str


@require_safe
@cached_page(article_state)
def article_detail(request: HttpRequest, pk: int) -> HttpResponse:
    article = released_article(pk)
    if article is None:
        raise Http404
    response = render_article(request, article)
    response["Link"] = page_link_header(article.record, reader_language())
    return response


def render_article(request: HttpRequest, article: ReleasedArticle) -> HttpResponse:
    if article.record.status == "withdrawn":
        return render_page(request, "withdrawn", withdrawn_context(article), article.journal)
    return render_page(request, "article", article_context(request, article), article.journal)


def withdrawn_context(article: ReleasedArticle) -> dict[str, Any]:
    return {
        "record": article.record,
        "titles": titles(article.record, reader_language(), []),
        "place": place(article),
        "reason": article.reason,
    }


def article_context(request: HttpRequest, article: ReleasedArticle) -> dict[str, Any]:
    record, reader = article.record, reader_language()
    related_ids = [relation.article_id for relation in record.relations if relation.article_id]
    related = related_article_items(record, related_articles(related_ids))
    text = article_text(record, reader)
    badge = status_badge(record.status, [relation.kind for relation in record.relations])
    return {
        "record": record,
        "article_type": Article.Type(record.type).label,
        "titles": titles(record, reader, language_links(request)),
        "head_tags": head_tags(record, reader, text_of(article.journal, "name")),
        "place": place(article),
        "running_head": running_head(record, badge, reader),
        "changed_at": article.changed_at,
        "badge": badge,
        "notices": [item for item in related if item.css_class],
        "related_articles": [item for item in related if not item.css_class],
        "authors": author_list(record),
        "files": files(record, reader),
        "facts": facts(record, article.journal.irsti_label_kk, reader),
        "abstracts": abstract_list(record, reader, article.journal.keywords_label_kk),
        "full_text": text,
        "citations": citations(record, reader),
        "references": reference_list(record, text.mentions if text else {}),
        "statements": statements(record),
        "history": history(record, related),
        "share": share_links(record, reader),
        "shows_usage": article.journal.shows_usage,
        "entry_formats": ENTRY_FORMATS,
        "other_formats": [format for format in FORMATS.values() if not format.is_in_one_language],
        **around_context(article, reader),
    }


def around_context(article: ReleasedArticle, reader: Language) -> dict[str, Any]:
    around = around_article(article.record)
    return {
        "previous": article_link(around.previous, reader) if around.previous else None,
        "next": article_link(around.next, reader) if around.next else None,
        "similar_articles": [article_link(similar, reader) for similar in around.similar],
    }


def place(article: ReleasedArticle) -> Place:
    record, issue = article.record, article.record.issue
    arguments = {"journal": article.journal.slug, "pk": issue.id if issue else None}
    is_out = issue is not None and article.issue_is_public
    return Place(
        issue=issue_label(issue) if issue else "",
        issue_url=reverse("issue_detail", kwargs=arguments) if is_out else "",
        pages=labels.page_range(page_range(record, "–")) or record.article_number,
    )


def running_head(record: Record, badge: StatusBadge | None, reader: Language) -> str:
    """The first line of a printed page: journal, issue, pages, DOI."""
    journal, issue = record.journal, record.issue
    parts = [
        badge.label.upper() if badge else "",
        prefer(journal.name, reader) if journal else "",
        f"{issue.year}" if issue else "",
        number_label(issue) if issue else "",
        labels.page_range(page_range(record, "–")) or record.article_number,
        doi_url(record.doi) if record.doi else "",
    ]
    return ". ".join(filter(None, parts))
