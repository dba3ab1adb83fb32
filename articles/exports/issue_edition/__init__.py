"""An issue as one PDF: title page, imprint, contents, its articles, an index of authors."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from articles.exports.issue_edition.content import content_of
from articles.exports.issue_edition.matter import IssueMatter
from articles.exports.issue_edition.placed_articles import (
    PicturesOf,
    PlacedArticle,
    fill_folder,
    measure_article,
    with_lengths,
    with_page_numbers,
)
from articles.exports.typesetting.compiler import TypesetIssue, typeset_issue_folder
from articles.exports.typesetting.fonts import font_folder
from articles.exports.typesetting.typesetter import TypesettingFailed, fill
from articles.limited_process import NoAnswer, call
from articles.records.record import Record

__all__ = ["IssueMatter", "MadeIssue", "PlacedArticle", "typeset_issue"]

TEMPLATE = Path(__file__).with_name("issue.typ")
SECONDS = 60  # of the processor for the whole issue; one of 20 articles takes less than ten
ROUNDS = 3  # of numbering, until every article has as many pages as it had when it was numbered


class MadeIssue(msgspec.Struct, frozen=True):
    pdf: bytes
    pages: int
    front: int  # pages before the first article
    is_archival: bool  # claims to be PDF/A and PDF/UA
    articles: tuple[PlacedArticle, ...]
    has_smaller_pictures: bool = False  # than its articles have


def typeset_issue(
    matter: IssueMatter, records: Sequence[Record], pictures_of: PicturesOf, start: int = 0
) -> MadeIssue:
    """Return the issue; `start` is the number of the first page of its first article.

    With 0, all pages from the title page on are counted. An article that cannot be typeset is
    there by its head alone. The same arguments give the same bytes. Raises TypesettingFailed.
    """
    articles = tuple(measure_article(record, pictures_of, matter) for record in records)
    front = 0 if start else typeset(matter, articles, pictures_of, is_front_alone=True).front
    for _round in range(ROUNDS):
        articles = tuple(with_page_numbers(articles, start or front + 1))
        made = typeset(matter, articles, pictures_of)
        is_settled = made.lengths == tuple(each.made.pages for each in articles) and (
            start or made.front == front
        )
        if is_settled:
            break
        articles, front = with_lengths(articles, made.lengths), made.front
    return MadeIssue(
        made.pdf, made.pages, made.front, made.is_archival, articles, made.has_smaller_pictures
    )


def typeset(
    matter: IssueMatter,
    articles: Sequence[PlacedArticle],
    pictures_of: PicturesOf,
    *,
    is_front_alone: bool = False,
) -> TypesetIssue:
    """Return the PDF; with `is_front_alone` no PDF, but the number of pages before the articles."""
    folders = [] if is_front_alone else [f"article-{place}" for place in range(len(articles))]
    content = content_of(matter, [article.record for article in articles], folders)
    cover = {matter.cover_name: matter.cover} if matter.cover else {}
    with TemporaryDirectory(prefix="issue-") as folder:
        fill(Path(folder), TEMPLATE, content, cover)
        for name, article in zip(folders, articles, strict=False):
            fill_folder(Path(folder, name), article, pictures_of, matter)
        fonts = str(font_folder(matter.design.layout.font) or "")
        try:
            return call(typeset_issue_folder, folder, fonts, is_front_alone, seconds=SECONDS)
        except NoAnswer as error:
            raise TypesettingFailed from error
