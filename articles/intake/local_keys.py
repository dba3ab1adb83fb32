"""The place on this site of a record from elsewhere: its issue, section, people, relations."""

from __future__ import annotations

import msgspec
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Author, Issue, Journal, Organisation, Section
from articles.queries.record_facts import text_of
from articles.records.facts import IssueFacts
from articles.records.identifiers import doi_key
from articles.records.languages import Text, prefer
from articles.records.record import Affiliation, Authorship, Record, Relation

from .import_errors import refused

Numbers = tuple[str, str, str, str]


def journal_of(record: Record) -> Journal:
    """The journal that the record names, else the only one; raises NotImported."""
    if record.journal:
        if journal := Journal.objects.filter(slug=record.journal.slug).first():
            return journal
        raise refused(
            _("There is no journal “%(slug)s” here."), "journal", slug=record.journal.slug
        )
    journals = list(Journal.objects.in_order()[:2])
    if len(journals) == 1:
        return journals[0]
    raise refused(_("The file does not say which journal it is for: add --journal SLUG."))


def placed(record: Record, journal: Journal) -> Record:
    """With the keys of this site's rows; those of another site mean nothing here.

    A person or an organisation is known again by ORCID or ROR alone, an article by its DOI.
    Raises NotImported for an issue or a section that the journal does not have.
    """
    own = record.site == settings.SITE_URL
    return msgspec.structs.replace(
        record,
        issue_id=issue_key(record, journal, own),
        section_id=section_key(record, journal, own),
        authors=tuple(known_author(author, own) for author in record.authors),
        affiliations=tuple(known_organisation(one, own) for one in record.affiliations),
        relations=tuple(known_article(relation, own) for relation in record.relations),
    )


def issue_key(record: Record, journal: Journal, own: bool) -> int | None:
    """By its key on this site, else by its year and numbers."""
    issues = Issue.objects.filter(journal=journal)
    if own and issues.filter(pk=record.issue_id or 0).exists():
        return record.issue_id
    facts = record.issue
    if facts is None and not (own and record.issue_id):
        return None
    for issue in issues.filter(year=facts.year) if facts else ():
        if facts and numbers(issue) == numbers(facts):
            return issue.pk
    label = f"{facts.year} № {facts.number or facts.through_number or '–'}" if facts else "–"
    raise refused(_("The journal has no issue %(label)s. Enter it first."), "issue", label=label)


def numbers(issue: Issue | IssueFacts) -> Numbers:
    return issue.volume, issue.number, issue.part, issue.through_number


def section_key(record: Record, journal: Journal, own: bool) -> int | None:
    """By its key on this site, else by its title in any language."""
    sections = Section.objects.filter(journal=journal)
    if own and sections.filter(pk=record.section_id or 0).exists():
        return record.section_id
    if not record.section:
        return None
    for section in sections:
        if shares_a_language(text_of(section, "title"), record.section):
            return section.pk
    raise refused(
        _("The journal has no section “%(title)s”. Enter it first."),
        "section",
        title=prefer(record.section, record.language),
    )


def shares_a_language(one: Text, other: Text) -> bool:
    return any(one.get(language) == title for language, title in other.items())


def known_author(author: Authorship, own: bool) -> Authorship:
    known = Author.objects.filter(pk=author.author_id or 0) if own else Author.objects.none()
    if not known and author.orcid:
        known = Author.objects.filter(orcid=author.orcid)
    key = known.values_list("pk", flat=True).first()
    return msgspec.structs.replace(author, author_id=key, codes={})


def known_organisation(affiliation: Affiliation, own: bool) -> Affiliation:
    organisations = Organisation.objects
    known = (
        organisations.filter(pk=affiliation.organisation_id or 0) if own else organisations.none()
    )
    if not known and affiliation.ror:
        known = organisations.filter(ror=affiliation.ror)
    key = known.values_list("pk", flat=True).first()
    return msgspec.structs.replace(affiliation, organisation_id=key)


def known_article(relation: Relation, own: bool) -> Relation:
    """An article of this site where it has one of this DOI, else the DOI alone."""
    known = Article.objects.filter(pk=relation.article_id or 0) if own else Article.objects.none()
    if not known and not relation.doi:
        raise refused(_("A relation names its article by a DOI."), "relations")
    if not known:
        known = Article.objects.with_doi(doi_key(relation.doi))
    key = known.values_list("pk", flat=True).first()
    return msgspec.structs.replace(relation, article_id=key)
