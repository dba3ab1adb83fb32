"""Papers of an article and of an issue, made from their latest records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.editing.checks import CheckedArticle, check_articles
from articles.exports.edition.head import imprint_of
from articles.exports.papers.compliance_sheet import ArticleRow, ComplianceSheet
from articles.exports.papers.reprint import reprint
from articles.models import Article, Issue
from articles.preflight.compliance import answers_of, labels
from articles.queries.record_facts import issue_day, journal_facts
from articles.records.countries import country_name
from articles.records.facts import JournalFacts
from articles.records.languages import Language, known_language, prefer, preferred_language
from articles.records.licences import licence_name
from articles.records.markup import flat
from articles.records.names import full_name
from articles.records.record import Record

HOME = "KZ"


class NoPdf(Exception):
    """The article has no PDF in its language, so there is nothing to put behind a title page."""


def article_reprint(record: Record) -> bytes:
    """The title page and the PDF among the files. Raises NoPdf, PdfRefused, TypesettingFailed."""
    for galley in record.galleys:
        is_wanted = galley.kind == "pdf" and galley.language == record.language
        if is_wanted and default_storage.exists(galley.path):
            with default_storage.open(galley.path) as file:
                return reprint(record, file.chunks())
    raise NoPdf


def compliance_sheet(issue: Issue, articles: QuerySet[Article], day: date) -> ComplianceSheet:
    """What each of these articles has, in the active language. At most eleven queries."""
    code = known_language(get_language())
    checked = list(check_articles(articles))
    journal = journal_facts(issue.journal, issue_day(issue))
    rows = tuple(article_row(each) for each in checked)
    records = [each.record for each in checked]
    counts = [sum(row.answers[at].state == "has" for row in rows) for at in range(len(labels()))]
    return ComplianceSheet(
        language=code,
        heading=_("What the articles of the issue have"),
        journal=prefer(journal.name, code),
        issue=imprint_of(records[0], code) if records else issue.label,
        day=day,
        note=_(
            "“+” has it, “±” has a part or is outside the journal’s limits, “–” lacks it. The "
            "demands are those that journals publish; which of them the ministry’s order makes is "
            "for the office to judge."
        ),
        facts=(*journal_lines(issue, journal), *author_lines(records, code)),
        columns=("№", _("Article"), *labels()),
        rows=rows,
        totals=tuple(f"{count}/{len(rows)}" for count in counts),
        total_label=_("Have it"),
    )


def article_row(checked: CheckedArticle) -> ArticleRow:
    record = checked.record
    return ArticleRow(
        title=flat(prefer(record.title, record.language)) or f"№ {record.id}",
        language=record.language,
        answers=answers_of(record, checked.findings),
    )


def journal_lines(issue: Issue, journal: JournalFacts) -> list[tuple[str, str]]:
    """What the journal and the issue have; “–” for what they lack."""
    values = (
        (_("ISSN (print)"), journal.issn_print),
        (_("ISSN (online)"), journal.issn_online),
        (_("Registration certificate"), issue.journal.certificate),
        (_("Licence"), licence_name(journal.licence) if journal.licence else ""),
        (_("DOI prefix"), journal.doi_prefix),
        (_("Issue published"), shown(issue.published_on)),
        (_("Signed to print on"), shown(issue.signed_on)),
    )
    return [(label, value or "–") for label, value in values]


def shown(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else ""


def author_lines(records: Sequence[Record], code: Language) -> list[tuple[str, str]]:
    """The geography of the authors, and those who have several articles in the issue."""
    people = Counter(person for record in records for person in set(persons(record, code)))
    repeated = sorted(name for (_key, name), count in people.items() if count > 1)
    organisations = [each for record in records for each in record.affiliations]
    countries = Counter(each.country for each in organisations if each.country)
    listed = (f"{country_name(key, code)} {count}" for key, count in countries.most_common())
    foreign = sum(has_foreign_author(record) for record in records)
    return [
        (_("Authors"), str(len(people))),
        (_("Countries of organisations"), ", ".join(listed) or "–"),
        (_("Articles with an organisation abroad"), f"{foreign}/{len(records)}"),
        (_("Authors of several articles"), ", ".join(repeated) or "–"),
    ]


def persons(record: Record, code: Language) -> list[tuple[str, str]]:
    """Each author as a key, by which the same person is recognised, and a name."""
    named = (
        (author, full_name(author.names[shown], shown))
        for author in record.authors
        if (shown := preferred_language(author.names, code, record.language))
    )
    return [(str(author.author_id or author.orcid or name.lower()), name) for author, name in named]


def has_foreign_author(record: Record) -> bool:
    return any(each.country not in ("", HOME) for each in record.affiliations)
