"""The printer's PDFs: one cut by the pages of the issue, or many, each held against the records."""

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

from .makeup import Placed

if TYPE_CHECKING:  # 15 MB, which readers' pages do without
    from pypdf import PdfReader

DOIS = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
LIKE = 85  # of 100: how much of a title must stand on the page
EXCERPT = 160
MOST_PAGES = 3_000


class BadPdf(InvalidValue):
    """The file cannot be read, or has not the pages that are asked of it."""


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A file for an article, held against its record; nothing is attached yet."""

    article: int | None  # None: none of them fits
    galley: Galley
    has_doi: bool
    has_title: bool
    has_page: bool
    excerpt: str

    @property
    def is_sure(self) -> bool:
        return self.article is not None and (self.has_doi or self.has_title)


def reader_of(file: BinaryIO | File[Any]) -> PdfReader:
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


def cut(file: File[Any], articles: Sequence[Placed], first_number: int) -> Iterator[Proposal]:
    """Each article its pages; the file's first page carries the number `first_number`."""
    reader = reader_of(file)
    for one in articles:
        if not one.first:
            continue
        start, end = one.first - first_number, one.last - first_number + 1
        if start < 0 or end > len(reader.pages):
            pages = {"first": one.first, "last": one.last}
            raise BadPdf(_("The file has no pages %(first)d–%(last)d."), **pages)
        name = f"{one.first}-{one.last}.pdf"
        galley = offered(part(reader, start, end), name, one.record, end - start)
        yield compare_with_record(one, galley, text_of(reader, start))


def part(reader: PdfReader, start: int, end: int) -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter()
    for page in range(start, end):
        writer.add_page(reader.pages[page])
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def match(file: File[Any], articles: Sequence[Placed]) -> Proposal:
    """By the DOI on its first page, else by the title."""
    reader = reader_of(file)
    text, pages = text_of(reader, 0), len(reader.pages)
    printed = {doi_key(doi.rstrip(".,;)")) for doi in DOIS.findall(text)}
    chosen = next(
        (one for one in articles if one.record.doi and doi_key(one.record.doi) in printed), None
    )
    if chosen is None:
        likeness = [(title_likeness(one.record, text), one) for one in articles]
        best = max(likeness, key=lambda pair: pair[0], default=(0.0, None))
        chosen = best[1] if best[0] >= LIKE else None
    file.seek(0)
    body = file.read()
    if chosen is None:
        galley = offered(body, file.name or "", Record(language="kk"), pages)
        return Proposal(
            article=None,
            galley=galley,
            has_doi=False,
            has_title=False,
            has_page=False,
            excerpt=text[:EXCERPT],
        )
    return compare_with_record(chosen, offered(body, file.name or "", chosen.record, pages), text)


def compare_with_record(one: Placed, galley: Galley, text: str) -> Proposal:
    printed = {doi_key(doi.rstrip(".,;)")) for doi in DOIS.findall(text)}
    numbers = set(re.findall(r"\d+", text))
    return Proposal(
        article=one.pk,
        galley=galley,
        has_doi=bool(one.record.doi) and doi_key(one.record.doi) in printed,
        has_title=title_likeness(one.record, text) >= LIKE,
        has_page=bool(one.record.first_page) and one.record.first_page in numbers,
        excerpt=text[:EXCERPT],
    )


def title_likeness(record: Record, text: str) -> float:
    titles = (plain(record.title[code]) for code in LANGUAGES if code in record.title)
    page = text.casefold()
    return max((fuzz.partial_ratio(title.casefold(), page) for title in titles), default=0.0)


def text_of(reader: PdfReader, page: int) -> str:
    """'' where nothing can be read: a scan."""
    from pypdf.errors import PyPdfError

    try:
        return " ".join((reader.pages[page].extract_text() or "").split())
    except (PyPdfError, ValueError, KeyError, IndexError, RecursionError, TypeError):
        return ""


def offered(body: bytes, name: str, record: Record, pages: int) -> Galley:
    """Kept apart: until it is confirmed no article has it."""
    galley = store_upload(ContentFile(body, name)).galley(language=record.language, kind="pdf")
    return msgspec.structs.replace(galley, pages=pages)


@transaction.atomic
def attach(issue: Issue, chosen: dict[int, Galley], editor: User | None) -> int:
    """Gives each article its file, in place of the PDF in the same language."""
    articles = issue.articles.select_related("journal", "issue", "section").in_bulk(list(chosen))
    for pk, article in articles.items():
        attach_one(article, chosen[pk], editor)
    return len(articles)


def attach_one(article: Article, galley: Galley, editor: User | None) -> None:
    record = working_record(article)
    same = next(
        (one for one in record.galleys if (one.kind, one.language) == ("pdf", galley.language)),
        None,
    )
    galley = msgspec.structs.replace(galley, id=same.id if same else None)
    others = tuple(one for one in record.galleys if one is not same)
    save_article(
        msgspec.structs.replace(record, galleys=(galley, *others)),
        article=article,
        base=article.version,
        editor=editor,
        reason=_("file from the printer"),
    )
