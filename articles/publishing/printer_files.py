"""PDFs from the printer: split by pages or matched with articles, and attached to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from articles.editing import save_article, working_record
from articles.editing.files import check_kind, check_size
from articles.editing.uploads import store_upload
from articles.imports.pdf_pages import cut_pages, read_pages
from articles.limited_process import SECONDS
from articles.models import Article, Issue, User
from articles.records.cleaning import FORBIDDEN, InvalidValue
from articles.records.identifiers import doi_key
from articles.records.languages import LANGUAGES
from articles.records.markup import plain
from articles.records.record import Galley, Record

from .makeup import MakeupArticle

DOIS = re.compile(r"10\.\d{4,9}/[^\s\"<>]+")
TITLE_SIMILARITY = 85  # of 100; fuzz.partial_ratio of a title with the page
EXCERPT = 160
PAGE_CHARACTERS = 20_000  # three full pages of print


class PagesMissing(InvalidValue):
    """The file does not have the pages of an article."""


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


def split_pdf(
    file: File[Any], articles: Sequence[MakeupArticle], first_number: int
) -> Iterator[Proposal]:
    """Proposes each article its pages. The first page of the file has the number `first_number`.

    Raises PagesMissing and UnreadablePdf before anything is stored.
    """
    numbered = [article for article in articles if article.first]
    ranges = [page_range(article, first_number) for article in numbered]
    with TemporaryDirectory(prefix="issue-") as folder:
        pages = cut_pages(file, ranges, folder)
        for article, (start, end) in zip(numbered, ranges, strict=True):
            check_range(article, start, end, pages.count)
        for place, article in enumerate(numbered):
            galley = store_part(Path(folder, f"{place}.pdf"), article, *ranges[place])
            yield compare_with_record(article, galley, one_line(pages.texts[place]))


def page_range(article: MakeupArticle, first_number: int) -> tuple[int, int]:
    """The article's pages in the file, counted from 0; the end is not included."""
    return article.first - first_number, article.last - first_number + 1


def check_range(article: MakeupArticle, start: int, end: int, count: int) -> None:
    """Raises PagesMissing."""
    if not 0 <= start < end <= count:
        pages = {"first": article.first, "last": article.last}
        raise PagesMissing(_("The file has no pages %(first)d–%(last)d."), **pages)


def store_part(path: Path, article: MakeupArticle, start: int, end: int) -> Galley:
    with path.open("rb") as part:
        file = File(part, f"{article.first}-{article.last}.pdf")
        return store_galley(file, article.record, end - start)


def match_pdf(
    file: File[Any], articles: Sequence[MakeupArticle], seconds: float = SECONDS
) -> Proposal:
    """Proposes the article with the DOI on the first page, else the one with the nearest title.

    Raises TooLarge, WrongFileKind and UnreadablePdf.
    """
    check_size(file)
    check_kind(file, "pdf")
    pages = read_pages(file, texts=1, seconds=seconds)
    text = one_line("".join(pages.texts))
    matched = article_of_page(text, articles)
    if matched is not None:
        return compare_with_record(matched, store_galley(file, matched.record, pages.count), text)
    return Proposal(
        article=None,
        galley=store_galley(file, Record(language="kk"), pages.count),
        has_doi=False,
        has_title=False,
        has_page=False,
        excerpt=text[:EXCERPT],
    )


def article_of_page(text: str, articles: Sequence[MakeupArticle]) -> MakeupArticle | None:
    """The article whose DOI the page prints, else the one with the nearest title."""
    printed = printed_dois(text)
    for article in articles:
        if article.record.doi and doi_key(article.record.doi) in printed:
            return article
    similarities = [(title_similarity(article.record, text), article) for article in articles]
    best = max(similarities, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= TITLE_SIMILARITY else None


def printed_dois(text: str) -> set[str]:
    return {doi_key(doi.rstrip(".,;)")) for doi in DOIS.findall(text)}


def one_line(text: str) -> str:
    """The text of a page without line breaks, as far as it is compared with records."""
    return " ".join(FORBIDDEN.sub("", text[:PAGE_CHARACTERS]).split())


def compare_with_record(article: MakeupArticle, galley: Galley, text: str) -> Proposal:
    printed = printed_dois(text)
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
    """How much of a title the page prints, in any language; a page shorter than it has none."""
    titles = (plain(record.title[code]) for code in LANGUAGES if code in record.title)
    page = text.casefold()
    similarities = (
        fuzz.partial_ratio(title.casefold(), page) for title in titles if len(title) <= len(page)
    )
    return max(similarities, default=0.0)


def store_galley(file: File[Any], record: Record, pages: int) -> Galley:
    """Stores the file as an unconfirmed upload."""
    return store_upload(file, pages).galley(language=record.language, kind="pdf")


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
