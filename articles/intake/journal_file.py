"""A new journal with its sections, issues, pages and people from JSON, `journal/1`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.imports.exceptions import Unreadable, from_validation_error
from articles.imports.json_file import clean, read_trees
from articles.models import Author, Issue, Journal, Page, Section
from articles.records import identifiers
from articles.records.body import clean_body
from articles.records.cleaning import InvalidValue
from articles.records.languages import LANGUAGES, Language, Text
from articles.records.names import Name

TEXTS = ("name", "tagline", "publisher", "founder", "city")


class IssueTold(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    year: int
    volume: str = ""
    number: str = ""
    part: str = ""
    through_number: str = ""
    title: Text = {}
    description: Text = {}
    planned_on: date | None = None
    signed_on: date | None = None
    published_on: date | None = None
    print_run: int | None = None


class PageTold(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    slug: str
    title: Text
    text: Text


class PersonTold(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person whose articles the site lists together; names join them by the ORCID."""

    names: dict[Language, Name]
    orcid: str


class JournalTold(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a journal's own form in the admin has, its policy included."""

    schema: str
    slug: str
    name: Text
    tagline: Text = {}
    publisher: Text = {}
    founder: Text = {}
    city: Text = {}
    issn_print: str = ""
    issn_online: str = ""
    doi_prefix: str = ""
    doi_pattern: str = "{issn}/{year}-{number}-{sequence}"
    depositor_name: str = ""
    depositor_email: str = ""
    registrant: str = ""
    crossref_title: str = ""
    crossmark_doi: str = ""
    licence: str = ""
    elibrary_id: str = ""
    certificate: str = ""
    submission_url: str = ""
    abstract_words: dict[Language, tuple[int, int]] = {}  # least, most
    keywords: tuple[int, int] = (0, 0)
    required: tuple[str, ...] = ("title", "abstract", "keywords", "names")
    sections: tuple[Text, ...] = ()
    issues: tuple[IssueTold, ...] = ()
    pages: tuple[PageTold, ...] = ()
    people: tuple[PersonTold, ...] = ()


def read_journal(content: bytes) -> JournalTold:
    """Raises Unreadable with the field, for a wrong ISSN too."""
    (tree, *more) = read_trees(content)
    if more or tree.get("schema") != "journal/1":
        raise Unreadable(_("This JSON is not a journal: “journal/1” is missing."))
    try:
        told = msgspec.convert(clean(tree), JournalTold)
    except msgspec.ValidationError as error:
        raise from_validation_error(error) from error
    for field in ("issn_print", "issn_online"):
        refuse_wrong(identifiers.issn, getattr(told, field), field)
    for n, person in enumerate(told.people, 1):
        refuse_wrong(identifiers.orcid, person.orcid, f"people[{n}].orcid")
    return told


def refuse_wrong(normalise: Callable[[str], str], written: str, field: str) -> None:
    try:
        if written:
            normalise(written)
    except InvalidValue as refusal:
        raise Unreadable(str(refusal), field=field) from refusal


@transaction.atomic
def enter_journal(told: JournalTold) -> Journal:
    """A new journal and all that it has; IntegrityError where its address is taken."""
    journal = Journal.objects.create(**journal_columns(told))
    for order, title in enumerate(told.sections, 1):
        Section.objects.create(journal=journal, order=order, **columns("title", title))
    for issue in told.issues:
        Issue.objects.create(journal=journal, **issue_columns(issue))
    for order, page in enumerate(told.pages, 1):
        text = {language: clean_body(html) for language, html in page.text.items()}
        Page.objects.create(
            journal=journal,
            slug=page.slug,
            order=order,
            **columns("title", page.title),
            **columns("text", text),
        )
    for person in told.people:
        Author.objects.get_or_create(orcid=person.orcid, defaults=person_columns(person))
    return journal


def journal_columns(told: JournalTold) -> dict[str, Any]:
    plain = msgspec.structs.asdict(told)
    for field in ("schema", "sections", "issues", "pages", "people", "abstract_words", "keywords"):
        del plain[field]
    plain["required_fields"] = " ".join(plain.pop("required"))
    plain["keywords_min"], plain["keywords_max"] = told.keywords
    for language, (least, most) in told.abstract_words.items():
        plain[f"abstract_words_min_{language}"] = least
        plain[f"abstract_words_max_{language}"] = most
    for field in TEXTS:
        plain |= columns(field, plain.pop(field))
    return plain


def issue_columns(told: IssueTold) -> dict[str, Any]:
    plain = msgspec.structs.asdict(told)
    for field in ("title", "description"):
        plain |= columns(field, plain.pop(field))
    return plain


def person_columns(told: PersonTold) -> dict[str, str]:
    return {
        f"{column}_{language}": part
        for language, name in told.names.items()
        for column, part in (
            ("family_name", name.family),
            ("given_name", name.given),
            ("patronymic", name.patronymic),
        )
    }


def columns(field: str, text: Text) -> dict[str, str]:
    return {f"{field}_{language}": text.get(language, "") for language in LANGUAGES}
