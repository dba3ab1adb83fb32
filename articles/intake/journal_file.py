"""Creating a journal from a JSON file (`journal/1`), with sections, issues, pages and people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.dois.pattern_checks import check_new_pattern, check_pattern
from articles.dois.patterns import UnusablePattern
from articles.imports.exceptions import Unreadable, from_validation_error
from articles.imports.json_file import clean, read_trees
from articles.models import Author, Issue, Journal, Page, Section
from articles.models.journal import PROPOSED_DOI_PATTERN
from articles.records import identifiers
from articles.records.base import Value
from articles.records.body import clean_body
from articles.records.cleaning import InvalidValue
from articles.records.facts import IssueDescription, JournalDescription, Policy
from articles.records.languages import LANGUAGES, Language, Text
from articles.records.names import Name

TEXTS = ("name", "tagline", "publisher", "founder", "city")
POLICY = Policy()


class IssueEntry(IssueDescription, frozen=True, kw_only=True):
    planned_on: date | None = None
    print_run: int | None = None

    def __post_init__(self) -> None:
        """Raises ValueError for an `id`, which only a saved issue has; msgspec adds the path."""
        if self.id is not None:
            raise ValueError("Object contains unknown field `id`")


class PageEntry(Value, frozen=True, kw_only=True):
    slug: str
    title: Text
    text: Text


class PersonEntry(Value, frozen=True, kw_only=True):
    """A person with a page of their own; articles are linked to it by the ORCID."""

    names: dict[Language, Name]
    orcid: str


class JournalFile(JournalDescription, frozen=True, kw_only=True):
    """What a journal's form in the admin has, with its policy, and the journal's parts."""

    schema: str
    tagline: Text = {}
    doi_pattern: str = PROPOSED_DOI_PATTERN
    certificate: str = ""
    submission_url: str = ""
    abstract_words: dict[Language, tuple[int, int]] = POLICY.abstract_words  # least, most
    keywords: tuple[int, int] = POLICY.keywords  # least, most
    required: tuple[str, ...] = POLICY.required
    sections: tuple[Text, ...] = ()
    issues: tuple[IssueEntry, ...] = ()
    pages: tuple[PageEntry, ...] = ()
    people: tuple[PersonEntry, ...] = ()


def read_journal(content: bytes) -> JournalFile:
    """Raises Unreadable, which names the field, also for a wrong ISSN, ORCID or DOI pattern."""
    (tree, *more) = read_trees(content)
    if more or tree.get("schema") != "journal/1":
        raise Unreadable(_("This JSON is not a journal: “journal/1” is missing."))
    try:
        file = msgspec.convert(clean(tree), JournalFile)
    except msgspec.ValidationError as error:
        raise from_validation_error(error) from error
    for field in ("issn_print", "issn_online"):
        check_identifier(identifiers.issn, getattr(file, field), field)
    check_doi_pattern(file.doi_pattern)
    for number, person in enumerate(file.people, start=1):
        check_identifier(identifiers.orcid, person.orcid, f"people[{number}].orcid")
    return file


def check_identifier(normalise: Callable[[str], str], value: str, field: str) -> None:
    """Raises Unreadable for a value that is not valid; an empty one is."""
    try:
        if value:
            normalise(value)
    except InvalidValue as refusal:
        raise Unreadable(str(refusal), field=field) from refusal


def check_doi_pattern(pattern: str) -> None:
    """Raises Unreadable for a pattern that the journal's form would refuse."""
    try:
        check_pattern(pattern)
        check_new_pattern(pattern)
    except UnusablePattern as refusal:
        raise Unreadable(str(refusal), field="doi_pattern") from refusal


@transaction.atomic
def create_journal(file: JournalFile) -> Journal:
    """Creates all of it in one transaction. Raises IntegrityError if the slug is taken."""
    journal = Journal.objects.create(**journal_columns(file))
    for order, title in enumerate(file.sections, 1):
        Section.objects.create(journal=journal, order=order, **columns("title", title))
    for issue in file.issues:
        Issue.objects.create(journal=journal, **issue_columns(issue))
    for order, page in enumerate(file.pages, 1):
        text = {language: clean_body(html) for language, html in page.text.items()}
        Page.objects.create(
            journal=journal,
            slug=page.slug,
            order=order,
            **columns("title", page.title),
            **columns("text", text),
        )
    for person in file.people:
        Author.objects.get_or_create(orcid=person.orcid, defaults=person_columns(person))
    return journal


def journal_columns(file: JournalFile) -> dict[str, Any]:
    values = msgspec.structs.asdict(file)
    for field in ("schema", "sections", "issues", "pages", "people", "abstract_words", "keywords"):
        del values[field]
    values["required_fields"] = " ".join(values.pop("required"))
    values["keywords_min"], values["keywords_max"] = file.keywords
    for language, (least, most) in file.abstract_words.items():
        values[f"abstract_words_min_{language}"] = least
        values[f"abstract_words_max_{language}"] = most
    for field in TEXTS:
        values |= columns(field, values.pop(field))
    return values


def issue_columns(issue: IssueEntry) -> dict[str, Any]:
    values = msgspec.structs.asdict(issue)
    del values["id"]
    for field in ("title", "description"):
        values |= columns(field, values.pop(field))
    return values


def person_columns(person: PersonEntry) -> dict[str, str]:
    return {
        f"{column}_{language}": part
        for language, name in person.names.items()
        for column, part in (
            ("family_name", name.family),
            ("given_name", name.given),
            ("patronymic", name.patronymic),
            ("suffix", name.suffix),
        )
    }


def columns(field: str, text: Text) -> dict[str, str]:
    return {f"{field}_{language}": text.get(language, "") for language in LANGUAGES}
