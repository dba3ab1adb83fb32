"""The articles of a made file: whether they are as they were, and their pages in the PDF."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import IssueFile, User

from .makeup import MakeupArticle, Placement, makeup_articles, save_placements


class NewPages(msgspec.Struct, frozen=True):
    """An article whose pages the PDF of the issue would change."""

    article: MakeupArticle
    first: str
    last: str

    @property
    def is_public(self) -> bool:
        return self.article.record.status in ("published", "retracted")


def is_current(file: IssueFile, articles: Iterable[MakeupArticle]) -> bool:
    """Whether the file has the articles as they are now, in their order."""
    return [each[:2] for each in file.articles] == [[each.pk, each.version] for each in articles]


def new_pages(file: IssueFile, articles: Iterable[MakeupArticle]) -> list[NewPages]:
    """The articles whose pages differ from those in the PDF."""
    pages = {pk: (first, last) for pk, _version, first, last in file.articles}
    changes = (NewPages(article, *pages.get(article.pk, ("", ""))) for article in articles)
    return [
        each
        for each in changes
        if each.first
        and (each.first, each.last)
        != (each.article.record.first_page, each.article.record.last_page)
    ]


class ArticlesChanged(Exception):
    """An article was changed, moved or added after the PDF was made."""

    def __init__(self) -> None:
        super().__init__(_("Articles have changed since the file was made. Make it again first."))


@transaction.atomic
def save_pages(file: IssueFile, editor: User | None) -> int:
    """Saves the pages of the PDF with the articles. Returns how many changed.

    Raises ArticlesChanged, and what save_placements raises; then nothing is saved.
    """
    articles = makeup_articles(file.issue)
    if not is_current(file, articles):
        raise ArticlesChanged
    placements = {
        each.article.pk: (
            each.article.version,
            Placement(each.article.record.position, each.first, each.last),
        )
        for each in new_pages(file, articles)
    }
    count = save_placements(file.issue, placements, editor)
    versions = {article.pk: article.version for article in makeup_articles(file.issue)}
    file.articles = [[pk, versions[pk], first, last] for pk, _v, first, last in file.articles]
    file.save(update_fields=["articles"])
    return count
