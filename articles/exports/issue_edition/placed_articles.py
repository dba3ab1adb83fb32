"""The articles of an issue: each typeset alone first, then numbered one after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

import msgspec

from articles.exports.edition import TEMPLATE, typeset_pages
from articles.exports.edition.content import content_of
from articles.exports.issue_edition.head_alone import head_alone
from articles.exports.issue_edition.matter import IssueMatter
from articles.exports.typesetting.body import picture_names
from articles.exports.typesetting.compiler import Typeset
from articles.exports.typesetting.design import logo_name
from articles.exports.typesetting.typesetter import TypesettingFailed, fill
from articles.records.record import Record

HEAD = "head"  # `Typeset.loss` of an article of which only the head could be typeset

PicturesOf = Callable[[Record], Mapping[str, bytes]]


class PlacedArticle(msgspec.Struct, frozen=True):
    """An article with its pages in the issue, and what could not be typeset as it is."""

    record: Record  # as it is printed: with these pages, and perhaps without its text
    made: Typeset  # without the PDF


def measure_article(record: Record, pictures_of: PicturesOf, matter: IssueMatter) -> PlacedArticle:
    """Return the article with its number of pages, as much of it as can be typeset.

    Raises TypesettingFailed if not even its title can.
    """
    pictures = pictures_of(record)
    for attempt in (record, *head_alone(record)):
        try:
            made = typeset_pages(attempt, pictures, matter.design, matter.logo)
        except TypesettingFailed:
            continue
        loss = made.loss if attempt is record else HEAD
        return PlacedArticle(attempt, msgspec.structs.replace(made, pdf=b"", loss=loss))
    raise TypesettingFailed


def with_page_numbers(articles: Sequence[PlacedArticle], start: int) -> Iterator[PlacedArticle]:
    """The articles with the pages that they have if the first one begins on page `start`."""
    lengths = [article.made.pages for article in articles]
    firsts = accumulate(lengths, initial=start)
    for article, first, length in zip(articles, firsts, lengths, strict=False):
        pages = {"first_page": str(first), "last_page": str(first + length - 1), "page_ranges": ()}
        record = msgspec.structs.replace(article.record, **pages)
        yield msgspec.structs.replace(article, record=record)


def with_lengths(
    articles: Sequence[PlacedArticle], lengths: Sequence[int]
) -> tuple[PlacedArticle, ...]:
    """The articles with the numbers of pages that they have in the issue."""
    return tuple(
        msgspec.structs.replace(article, made=msgspec.structs.replace(article.made, pages=length))
        for article, length in zip(articles, lengths, strict=True)
    )


def fill_folder(
    folder: Path, article: PlacedArticle, pictures_of: PicturesOf, matter: IssueMatter
) -> None:
    """Write the templates, content and pictures of an article into its folder of the issue."""
    record, made = article.record, article.made
    lost = {*made.broken} if not made.loss else {*picture_names(record.body)}
    shown = {} if made.loss else pictures_of(record)
    named = {name: shown[name] for name in picture_names(record.body) if name in shown}
    content = content_of(record, matter.design, is_plain=made.loss == "layout")
    folder.mkdir()
    logo = logo_name(matter.design)
    head = {logo: matter.logo} if matter.logo and logo and logo not in made.broken else {}
    files = {name: named[name] for name in named if name not in lost}
    fill(folder, TEMPLATE, content, {**files, **head})
