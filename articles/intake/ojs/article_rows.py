"""An imported article: new, unchanged since the last import, or a next revision of the same."""

from __future__ import annotations

import hashlib
from typing import Literal

import msgspec
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.dois.reserving import mark_registered_elsewhere
from articles.editing import save_article, working_record
from articles.editing.archive import mark_archived
from articles.imports.ojs.values import Article
from articles.intake.existing_articles import update_record
from articles.intake.galley_files import with_existing_galleys
from articles.intake.importing import Publisher
from articles.intake.local_keys import with_author_key, with_organisation_key
from articles.models import Article as ArticleRow
from articles.models import EarlierItem, EarlierSite, User
from articles.records.record import Record

from .earlier_items import article_items, save_items
from .page_counts import PageCounts
from .stored_files import store_galleys

# What became of an article: "here" was entered here before, "edited" changed here since the import.
Outcome = Literal["new", "unchanged", "updated", "here", "edited"]


class ArticlePlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where the article stands in the journal."""

    issue_id: int | None
    section_id: int | None
    position: int


class ArticleSaver(msgspec.Struct, frozen=True, kw_only=True):
    """Saves the articles of one import."""

    site: EarlierSite
    pages: PageCounts
    publisher: Publisher | None = None
    editor: User | None = None

    def save(self, article: Article, place: ArticlePlace) -> Outcome:
        item = self.imported(article)
        row = item.article if item else self.entered_here(article)
        digest = digest_of(article)
        outcome = outcome_for(row, item, digest)
        if outcome in ("new", "updated"):
            row = self.write(article, place, row)
        if row is None or outcome == "edited":
            return outcome
        if (outcome != "here" and row.released_id is None) or outcome == "updated":
            row = self.publish(row, article)
        elif outcome == "unchanged":
            return outcome
        galleys = working_record(row).galleys
        own_digest = "" if outcome == "here" else digest
        save_items(article_items(article, row, self.site, galleys, own_digest))
        return outcome

    def imported(self, article: Article) -> EarlierItem | None:
        items = EarlierItem.objects.filter(
            site=self.site, kind=EarlierItem.Kind.ARTICLE, key=article.id or "-"
        )
        return items.select_related("article__journal").first()

    def entered_here(self, article: Article) -> ArticleRow | None:
        """An article of the journal with the same DOI: it stays as it is."""
        doi = article.current.record.doi
        rows = ArticleRow.objects.filter(journal=self.site.journal)
        return rows.with_doi(doi).first() if doi else None

    def write(self, article: Article, place: ArticlePlace, row: ArticleRow | None) -> ArticleRow:
        """Saves a new article or the next revision; its DOI is registered elsewhere."""
        record = record_of(article, place, self.pages)
        if row:
            existing = working_record(row)
            record = update_record(existing, with_existing_galleys(record, existing))
        revision = save_article(
            record,
            journal=self.site.journal,
            article=row,
            editor=self.editor,
            reason=_("moved from OJS"),
        )
        if row is None:
            mark_archived(revision.article)
        if revision.article.doi:
            mark_registered_elsewhere(revision.article)
        return revision.article

    def publish(self, row: ArticleRow, article: Article) -> ArticleRow:
        """Published as it was, with its own day, if the import publishes."""
        record = article.current.record
        is_dated = record.published_on and record.published_on <= timezone.localdate()
        if self.publisher is None or not is_dated:
            return row
        published = msgspec.structs.replace(record, status="published")
        return self.publisher.publish(row, published).article


def outcome_for(row: ArticleRow | None, item: EarlierItem | None, digest: str) -> Outcome:
    """What an editor changed or entered here is never overwritten."""
    if row is None:
        return "new"
    if item is None:
        return "here"
    if item.digest == digest:
        return "unchanged"
    return "updated" if item.revision == row.version else "edited"


def record_of(article: Article, place: ArticlePlace, pages: PageCounts) -> Record:
    """The record with keys of this site, and its files in storage."""
    record = article.current.record
    return msgspec.structs.replace(
        record,
        authors=tuple(with_author_key(author, is_own=False) for author in record.authors),
        affiliations=tuple(
            with_organisation_key(each, is_own=False) for each in record.affiliations
        ),
        galleys=tuple(each.galley for each in store_galleys(article.current, pages)),
        issue_id=place.issue_id,
        section_id=place.section_id,
        position=place.position,
    )


def digest_of(article: Article) -> str:
    """Of all that the import takes: a new export of the same article has the same."""
    files = [
        (galley.id, galley.label, galley.language, galley.remote, file.name, file.content.checksum)
        for version in (article.current, *article.other_versions)
        for galley in version.galleys
        for file in (galley.file, *galley.dependent_files)
        if file
    ]
    encoded = msgspec.json.encode((article.current.record, files))
    return hashlib.sha256(encoded).hexdigest()
