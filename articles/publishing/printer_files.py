"""PDFs from the printer: split by pages or matched with articles, and attached to them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

import msgspec
from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from articles.editing import save_article, working_record
from articles.editing.uploads import store_upload
from articles.models import Article, Issue, User
from articles.records.cleaning import InvalidValue
from articles.records.identifiers import doi_key
from articles.records.languages import LANGUAGES
from articles.records.markup import plain
from articles.records.record import Galley, Record

from .makeup import MakeupArticle

if TYPE_CHECKING:  # 15 MB, which readers' pages do without
    from pypdf import PdfReader

DOIS = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
TITLE_SIMILARITY = 85  # of 100; fuzz.partial_ratio of a title with the page
EXCERPT = 160
MOST_PAGES = 3_000


class BadPdf(InvalidValue):
    """The file cannot be read, or does not have the requested pages."""


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A file proposed for an article, compared with its record; not attached yet."""

    article: int | None  # None: no article matches
    galley: Galley
    has_doi: bool
    has_title: bool
    has_page: bool
    excerpt: str

    @property
    def is_sure(self) -> bool:
        return self.article is not None and (self.has_doi or self.has_title)


def open_pdf(file: BinaryIO | File[Any]) -> PdfReader:
    """Raises BadPdf."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(file)
        count = len(reader.pages)
    except (PyPdfError, ValueError, OSError, KeyError, RecursionError) as error:
        raise BadPdf(_("The PDF cannot be read: %(what)s"), what=error) from error
    if count > MOST_PAGES:
        raise BadPdf(_("The file has more than 3,000 pages."))
    return reader


def split_pdf(
    file: File[Any], articles: Sequence[MakeupArticle], first_number: int
) -> Iterator[Proposal]:
    """Proposes each article its pages. The first page of the file has the number `first_number`."""
    reader = open_pdf(file)
    for article in articles:
        if not article.first:
            continue
        start, end = article.first - first_number, article.last - first_number + 1
        if start < 0 or end > len(reader.pages):
            pages = {"first": article.first, "last": article.last}
            raise BadPdf(_("The file has no pages %(first)d–%(last)d."), **pages)
        name = f"{article.first}-{article.last}.pdf"
        galley = store_galley(extract_pages(reader, start, end), name, article.record, end - start)
        yield compare_with_record(article, galley, page_text(reader, start))


def extract_pages(reader: PdfReader, start: int, end: int) -> bytes:
    """A PDF of the pages from `start` up to `end`, counted from 0."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    for page in range(start, end):
        writer.add_page(reader.pages[page])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def match_pdf(file: File[Any], articles: Sequence[MakeupArticle]) -> Proposal:
    """Proposes the article with the DOI on the first page, else the one with the nearest title."""
    reader = open_pdf(file)
    text, pages = page_text(reader, 0), len(reader.pages)
    printed = {doi_key(doi.rstrip(".,;)")) for doi in DOIS.findall(text)}
    matched = next(
        (
            article
            for article in articles
            if article.record.doi and doi_key(article.record.doi) in printed
        ),
        None,
    )
    if matched is None:
        similarities = [(title_similarity(article.record, text), article) for article in articles]
        best = max(similarities, key=lambda pair: pair[0], default=(0.0, None))
        matched = best[1] if best[0] >= TITLE_SIMILARITY else None
    file.seek(0)
    body = file.read()
    if matched is None:
        galley = store_galley(body, file.name or "", Record(language="kk"), pages)
        return Proposal(
            article=None,
            galley=galley,
            has_doi=False,
            has_title=False,
            has_page=False,
            excerpt=text[:EXCERPT],
        )
    return compare_with_record(
        matched, store_galley(body, file.name or "", matched.record, pages), text
    )


def compare_with_record(article: MakeupArticle, galley: Galley, text: str) -> Proposal:
    printed = {doi_key(doi.rstrip(".,;)")) for doi in DOIS.findall(text)}
    numbers = set(re.findall(r"\d+", text))
    return Proposal(
        article=article.pk,
        galley=galley,
        has_doi=bool(article.record.doi) and doi_key(article.record.doi) in printed,
        has_title=title_similarity(article.record, text) >= TITLE_SIMILARITY,
        has_page=bool(article.record.first_page) and article.record.first_page in numbers,
        excerpt=text[:EXCERPT],
    )


def title_similarity(record: Record, text: str) -> float:
    titles = (plain(record.title[code]) for code in LANGUAGES if code in record.title)
    page = text.casefold()
    return max((fuzz.partial_ratio(title.casefold(), page) for title in titles), default=0.0)


def page_text(reader: PdfReader, page: int) -> str:
    """The text of a page; '' for a scan or a damaged page."""
    from pypdf.errors import PyPdfError

    try:
        return " ".join((reader.pages[page].extract_text() or "").split())
    except (PyPdfError, ValueError, KeyError, IndexError, RecursionError, TypeError):
        return ""


def store_galley(body: bytes, name: str, record: Record, pages: int) -> Galley:
    """Stores the file as an unconfirmed upload."""
    galley = store_upload(ContentFile(body, name)).galley(language=record.language, kind="pdf")
    return msgspec.structs.replace(galley, pages=pages)


@transaction.atomic
def attach_galleys(issue: Issue, chosen: dict[int, Galley], editor: User | None) -> int:
    """Saves each article with its file, in place of its PDF in the same language."""
    articles = issue.articles.select_related("journal", "issue", "section").in_bulk(list(chosen))
    for pk, article in articles.items():
        attach_galley(article, chosen[pk], editor)
    return len(articles)


def attach_galley(article: Article, galley: Galley, editor: User | None) -> None:
    record = working_record(article)
    same = next(
        (
            attached
            for attached in record.galleys
            if (attached.kind, attached.language) == ("pdf", galley.language)
        ),
        None,
    )
    galley = msgspec.structs.replace(galley, id=same.id if same else None)
    others = tuple(attached for attached in record.galleys if attached is not same)
    save_article(
        msgspec.structs.replace(record, galleys=(galley, *others)),
        article=article,
        base=article.version,
        editor=editor,
        reason=_("file from the printer"),
    )
