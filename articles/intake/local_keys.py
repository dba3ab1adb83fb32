"""The keys of this site for an imported record: issue, section, people, organisations, articles."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from django.conf import settings
from django.db.models import Model, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Author, Issue, Journal, Organisation, Section
from articles.queries.record_facts import text_of
from articles.records.facts import IssueFacts
from articles.records.identifiers import doi_key
from articles.records.languages import Text, prefer
from articles.records.record import Affiliation, Authorship, Record, Relation

from .import_errors import not_imported

Row = TypeVar("Row", bound=Model)
Numbers = tuple[str, str, str, str]


def find_journal(record: Record) -> Journal:
    """The journal that the record names, else the only one here; raises NotImported."""
    if record.journal:
        if journal := Journal.objects.filter(slug=record.journal.slug).first():
            return journal
        raise not_imported(_("Journal not found: “%(slug)s”."), "journal", slug=record.journal.slug)
    journals = list(Journal.objects.in_order()[:2])
    if len(journals) == 1:
        return journals[0]
    raise not_imported(_("The file does not name its journal. Add --journal SLUG."))


def with_local_keys(record: Record, journal: Journal) -> Record:
    """The record with the keys of this site's rows; keys of another site are dropped.

    People are found by ORCID alone, organisations by ROR, articles by DOI.
    Raises NotImported for an issue or a section that the journal does not have.
    """
    is_own = record.site == settings.SITE_URL
    return msgspec.structs.replace(
        record,
        issue_id=issue_key(record, journal, is_own),
        section_id=section_key(record, journal, is_own),
        authors=tuple(with_author_key(author, is_own) for author in record.authors),
        affiliations=tuple(
            with_organisation_key(affiliation, is_own) for affiliation in record.affiliations
        ),
        relations=tuple(with_article_key(relation, is_own) for relation in record.relations),
    )


def issue_key(record: Record, journal: Journal, is_own: bool) -> int | None:
    """The issue by its key if the record is from this site, else by its year and numbers."""
    issues = Issue.objects.filter(journal=journal)
    if is_own and issues.filter(pk=record.issue_id or 0).exists():
        return record.issue_id
    facts = record.issue
    if facts is None and not (is_own and record.issue_id):
        return None
    for issue in issues.filter(year=facts.year) if facts else ():
        if facts and numbers(issue) == numbers(facts):
            return issue.pk
    label = f"{facts.year} № {facts.number or facts.through_number or '–'}" if facts else "–"
    raise not_imported(
        _("The journal has no issue %(label)s. Enter it first."), "issue", label=label
    )


def numbers(issue: Issue | IssueFacts) -> Numbers:
    return issue.volume, issue.number, issue.part, issue.through_number


def section_key(record: Record, journal: Journal, is_own: bool) -> int | None:
    """The section by its key if the record is from this site, else by its title in any language."""
    sections = Section.objects.filter(journal=journal)
    if is_own and sections.filter(pk=record.section_id or 0).exists():
        return record.section_id
    if not record.section:
        return None
    for section in sections:
        if has_common_text(text_of(section, "title"), record.section):
            return section.pk
    raise not_imported(
        _("The journal has no section “%(title)s”. Enter it first."),
        "section",
        title=prefer(record.section, record.language),
    )


def has_common_text(text: Text, other: Text) -> bool:
    return any(text.get(language) == title for language, title in other.items())


def with_author_key(author: Authorship, is_own: bool) -> Authorship:
    rows = by_key(Author.objects.all(), author.author_id if is_own else None)
    if not rows and author.orcid:
        rows = Author.objects.filter(orcid=author.orcid)
    return msgspec.structs.replace(author, author_id=first_current_key(rows), codes={})


def with_organisation_key(affiliation: Affiliation, is_own: bool) -> Affiliation:
    rows = by_key(Organisation.objects.all(), affiliation.organisation_id if is_own else None)
    if not rows and affiliation.ror:
        rows = Organisation.objects.filter(ror=affiliation.ror)
    return msgspec.structs.replace(affiliation, organisation_id=first_current_key(rows))


def with_article_key(relation: Relation, is_own: bool) -> Relation:
    """Raises NotImported for a relation to an unknown article that has no DOI."""
    rows = by_key(Article.objects.all(), relation.article_id if is_own else None)
    if not rows and not relation.doi:
        raise not_imported(_("In a relation, the article is given by its DOI."), "relations")
    if not rows:
        rows = Article.objects.with_doi(doi_key(relation.doi))
    return msgspec.structs.replace(relation, article_id=first_key(rows))


def by_key(rows: QuerySet[Row], key: int | None) -> QuerySet[Row]:
    return rows.filter(pk=key) if key else rows.none()


def first_key(rows: QuerySet[Any]) -> int | None:
    key: int | None = rows.values_list("pk", flat=True).first()
    return key


def first_current_key(rows: QuerySet[Any]) -> int | None:
    """The key of a person or an organisation, or of the one that it is merged into."""
    key: int | None = rows.values_list(Coalesce("merged_into", "pk"), flat=True).first()
    return key
