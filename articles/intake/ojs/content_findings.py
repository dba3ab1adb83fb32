"""What is lost, missing or invalid in an article or an issue of an export, with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils import timezone

from articles.imports.ojs.values import Article, Issue, Remark, Version
from articles.records.languages import LANGUAGES, prefer
from articles.records.record import Record
from articles.records.validation import validate

from .file_findings import article_file_findings, issue_file_findings
from .groups import PlanFinding

# What readers of an article expect, and old articles often lack.
EXPECTED: tuple[tuple[str, Callable[[Record], object]], ...] = (
    ("authors", lambda record: record.authors),
    ("pages", lambda record: record.first_page or record.article_number),
    ("published_on", lambda record: record.published_on),
    ("references", lambda record: record.references),
)
IN_LANGUAGES = ("title", "abstract", "keywords")
NUMBER_MOST = 20  # characters


def content_findings(article: Article, issue: Issue) -> Iterator[PlanFinding]:
    """All that is told of an article beside its repairs."""
    version = article.current
    yield from map(finding_of, version.remarks)
    yield from lost_terms(version)
    yield from lost_countries(version)
    yield from gaps(version.record)
    yield from unknown_section(version, issue)
    yield from article_file_findings(article)
    yield from invalid_fields(version.record)
    yield from unusual_place(version, issue)


def finding_of(remark: Remark) -> PlanFinding:
    return PlanFinding(
        group=remark.kind, field=remark.field, language=remark.language, text=remark.text
    )


def lost_terms(version: Version) -> Iterator[PlanFinding]:
    for term in version.terms:
        yield PlanFinding(
            group="no_place", field=term.vocabulary, language=term.language, text=term.text
        )
    for cover in version.covers:
        yield PlanFinding(
            group="no_place", field="cover", language=cover.language, text=cover.file.name
        )


def lost_countries(version: Version) -> Iterator[PlanFinding]:
    """A country has its place beside an affiliation."""
    authors = version.record.authors
    for number, (author, country) in enumerate(zip(authors, version.countries, strict=False), 1):
        if country and not author.marks:
            yield PlanFinding(group="no_place", field=f"authors[{number}].country", text=country)


def gaps(record: Record) -> Iterator[PlanFinding]:
    """One finding for all that is missing: an old archive has many."""
    missing = [field for field, value in EXPECTED if not value(record)]
    for field in IN_LANGUAGES:
        codes = [code for code in LANGUAGES if code not in getattr(record, field)]
        if codes:
            missing.append(f"{field} {', '.join(codes)}")
    if missing:
        yield PlanFinding(group="gap", text="; ".join(missing))


def unknown_section(version: Version, issue: Issue) -> Iterator[PlanFinding]:
    """An article exported alone only names the abbreviation of its section."""
    known = (name for section in issue.sections for name in section.abbreviations)
    if version.section and version.section not in known:
        yield PlanFinding(group="no_section", field="section", text=version.section)


def unusual_place(version: Version, issue: Issue) -> Iterator[PlanFinding]:
    """An article of no issue, and one whose day is still to come."""
    if not issue.id and issue.numbers.year is None:
        yield PlanFinding(group="no_issue", text=issue.numbers.label)
    day = version.record.published_on
    if day and day > timezone.localdate():
        yield PlanFinding(group="future_day", field="published_on", text=day.isoformat())


def invalid_fields(record: Record) -> Iterator[PlanFinding]:
    for finding in validate(record):
        yield PlanFinding(
            group="invalid_article",
            field=finding.field,
            language=finding.language,
            text=str(finding.message),
        )


def issue_findings(issue: Issue) -> Iterator[PlanFinding]:
    yield from map(finding_of, issue.remarks)
    yield from issue_file_findings(issue)
    if issue.numbers.year is None and (issue.id or issue.numbers.label):
        yield PlanFinding(group="no_year", text=issue.numbers.label, line=issue.line)
    if issue.is_for_subscribers and not all(each.current.is_open for each in issue.articles):
        yield PlanFinding(group="subscription", text=issue.numbers.label, line=issue.line)
    numbers = issue.numbers
    for value in (numbers.volume, numbers.number, numbers.part, numbers.through_number):
        if len(value) > NUMBER_MOST:
            yield PlanFinding(group="long_number", text=value, line=issue.line)
    if numbers.is_from_title:
        text = prefer(numbers.title, LANGUAGES[0])
        yield PlanFinding(group="titled_numbers", text=text, proposal=numbers.label)
    if issue.doi:
        yield PlanFinding(group="no_place", field="issue_doi", text=issue.doi)
