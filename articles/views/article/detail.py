"""The article page, and the page of a withdrawn article."""

from __future__ import annotations

from html import escape
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from articles.exports import FORMATS, highwire, schema_org
from articles.models import Article
from articles.page_cache import cached_page
from articles.queries.public_state import article_state
from articles.queries.released import Notice, ReleasedArticle, notices, released_article
from articles.records.html import shown
from articles.records.identifiers import doi_url
from articles.records.languages import Language
from articles.records.record import Record

from ..entries import standing
from ..frame import frame_of
from ..issue_link import issue_label
from ..rendering import page
from ..words import no_translation, of_text, pages_of, reader_language
from . import facts, files, people, references, related, texts


@require_safe
@cached_page(article_state)
def article_detail(request: HttpRequest, pk: int) -> HttpResponse:
    article = released_article(pk)
    if article is None:
        raise Http404
    return article_page(request, article)


def article_page(request: HttpRequest, article: ReleasedArticle) -> HttpResponse:
    frame, reader, record = frame_of(request, article.journal), reader_language(), article.record
    if record.status == "withdrawn":
        return page(frame, "withdrawn", tombstone(article, reader))
    found = notices(one.article_id for one in record.relations if one.article_id)
    elsewhere = [one for one in frame.versions if one.code in record.title]
    return page(frame, "article", {"elsewhere": elsewhere, **context(article, found, reader)})


def tombstone(article: ReleasedArticle, reader: Language) -> dict[str, Any]:
    record = article.record
    return {
        "title": shown(record.title, reader, record.language, soft=True),
        "plain_title": facts.plain_title(record, reader),
        "doi": doi_url(record.doi) if record.doi else "",
        "reason": article.reason,
        **place(article, reader),
    }


def place(article: ReleasedArticle, reader: Language) -> dict[str, Any]:
    """Where the article stands: the issue with its address if it is out, section, pages."""
    record, issue = article.record, article.record.issue
    slug = article.journal.slug
    is_out = issue and article.issue_is_public
    return {
        "issue": issue_label(issue) if issue else "",
        "issue_url": f"/{reader}/{slug}/issues/{issue.id}/" if issue and is_out else "",
        "pages": pages_of(record.first_page, record.last_page) or record.article_number,
    }


def context(article: ReleasedArticle, found: dict[int, Notice], reader: Language) -> dict[str, Any]:
    record = article.record
    policy = article.journal
    mark = standing(record.status, tuple(one.kind for one in record.relations))
    named = related.related(record, found, reader)
    licence_url, licence_name = facts.licence(record)
    kept = files.files(record, reader)
    abstracts = texts.abstracts(record, reader, policy.keywords_label_kk)
    title = shown(record.title, reader, record.language, soft=True)
    return {
        **place(article, reader),
        "head": head_tags(record),
        "record": record,
        "title": title,
        "title_language": of_text(title.language) if title and title.language else "",
        "plain_title": facts.plain_title(record, reader),
        "og_description": facts.description(record, reader),
        "title_lines": texts.title_lines(record, reader),
        "no_translation": no_translation(reader) if title and title.language else "",
        "section": shown(record.section, reader, record.language),
        "type": Article.Type(record.type).label,
        "standing": mark,
        "runhead": facts.runhead(record, reader, mark.word if mark else ""),
        "notices": [one for one in named if one.kind],
        "mentions": [one for one in named if not one.kind],
        "bylines": people.bylines(record, reader),
        "file": kept[0] if kept else None,
        "files": kept[1:],
        "doi": doi_url(record.doi) if record.doi else "",
        "text_language": of_text(record.language),
        "licence_url": licence_url,
        "licence_name": licence_name,
        "copyright": shown(record.copyright_holder, reader, record.language),
        "abstracts": texts.bodies(abstracts),
        "choices": texts.choices(abstracts, reader),
        "is_complete": all(one.is_there for one in abstracts),
        "body": texts.body(record),
        "citations": references.citations(record, reader),
        "references": references.references(record),
        "reference_count": len(record.references),
        "has_romanized": any(one.romanized and one.text for one in record.references),
        "exports": exports(record),
        "history": facts.history(record, named),
        "subjects": facts.subjects(record, policy.irsti_label_kk, reader),
        "statements": facts.statements(record, reader),
    }


def exports(record: Record) -> SafeString:
    """Links to the article in every format, in their order."""
    root = f"/articles/{record.id}/export/"
    links = (
        f'<a href="{root}{one.name}">{one.label} <small>.{one.extension}</small></a>'
        for one in FORMATS.values()
    )
    return SafeString("".join(links))


def head_tags(record: Record) -> SafeString:
    """The same on the pages of all three languages, or a crawler would see three articles."""
    pairs = (*highwire.tags(record), *highwire.dublin_core(record))
    lines = [f'<meta name="{name}" content="{escape(content)}">' for name, content in pairs]
    if record.doi:
        lines.append(f'<link rel="cite-as" href="{escape(doi_url(record.doi))}">')
    lines.append(f'<script type="application/ld+json">{schema_org.script(record)}</script>')
    return SafeString("\n".join(lines))
