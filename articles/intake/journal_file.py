"""Creating a journal from a JSON file (`journal/1`), with its issues, pages, news, board …"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.dois.pattern_checks import check_new_pattern, check_pattern
from articles.dois.patterns import UnusablePattern
from articles.imports.exceptions import Unreadable, from_validation_error
from articles.imports.json_file import clean, read_trees
from articles.models import Author, Issue, Journal, News, Page, Section, TitlePeriod
from articles.models.journal import PROPOSED_DOI_PATTERN
from articles.records import identifiers
from articles.records.body import clean_body
from articles.records.cleaning import InvalidValue
from articles.records.journal_file import (
    SCHEMA,
    IssueEntry,
    JournalFile,
    NewsEntry,
    PageEntry,
    PersonEntry,
)
from articles.records.pdf_layout import checked

from .journal_board import (
    Pictures,
    add_board,
    add_contacts,
    add_databases,
    add_look,
    add_mail_texts,
    figure,
)
from .new_issues import columns, has_section

TEXTS = ("name", "tagline", "publisher", "founder", "city")
PARTS = (
    *("former_titles", "sections", "issues", "pages", "news", "people"),
    *("board", "contacts", "indexed_in", "mail_texts", "look"),
)
WITHOUT_PICTURES = Pictures()


def read_journal(content: bytes) -> JournalFile:
    """Raises Unreadable, which names the field, also for a wrong ISSN, ORCID or DOI pattern."""
    (tree, *more) = read_trees(content)
    if more or tree.get("schema") != SCHEMA:
        raise Unreadable(_("This JSON is not a journal: “journal/1” is missing."))
    try:
        file = msgspec.convert(clean(tree), JournalFile)
        checked(file.pdf_layout)
    except msgspec.ValidationError as error:
        raise from_validation_error(error) from error
    for field in ("issn_print", "issn_online"):
        check_identifier(identifiers.issn, getattr(file, field), field)
    if file.doi_pattern is not None:
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
def create_journal(file: JournalFile, pictures: Pictures = WITHOUT_PICTURES) -> Journal:
    """Creates all of it in one transaction. Raises IntegrityError if the slug is taken."""
    journal = Journal.objects.create(**journal_columns(file))
    for period in file.former_titles:
        values = msgspec.structs.asdict(period)
        TitlePeriod.objects.create(journal=journal, **values | columns("name", values.pop("name")))
    for issue in file.issues:
        Issue.objects.create(journal=journal, **issue_columns(issue))
    add_look(file.look, journal, pictures)
    add_parts(file, journal, pictures)
    return journal


def add_parts(file: JournalFile, journal: Journal, pictures: Pictures = WITHOUT_PICTURES) -> None:
    """Sections, pages, news, people … of the file that are not here yet; what is here stays."""
    for order, title in enumerate(file.sections, 1):
        if not has_section(title, journal):
            Section.objects.create(journal=journal, order=order, **columns("title", title))
    for order, page in enumerate(file.pages, 1):
        Page.objects.get_or_create(
            journal=journal,
            slug=page.slug,
            defaults={"order": order if page.order is None else page.order, **page_columns(page)},
        )
    add_news(file.news, journal, pictures)
    for person in file.people:
        Author.objects.get_or_create(orcid=person.orcid, defaults=person_columns(person))
    add_board(file.board, journal, pictures)
    add_contacts(file.contacts, journal)
    add_databases(file.indexed_in, journal, pictures)
    add_mail_texts(file.mail_texts, journal)


def add_news(items: tuple[NewsEntry, ...], journal: Journal, pictures: Pictures) -> None:
    there = set(journal.news.values_list("slug", flat=True))
    for number, item in enumerate(items, 1):
        if item.slug not in there:
            picture = pictures.read(item.picture, figure, f"news[{number}].picture")
            values = {**news_columns(item), "picture": picture}
            News.objects.create(journal=journal, slug=item.slug, **values)


def news_columns(item: NewsEntry) -> dict[str, Any]:
    days = {name: getattr(item, name) for name in ("published_on", "expires_on")}
    return {"kind": item.kind, "is_pinned": item.is_pinned, **days, **page_columns(item)}


def page_columns(page: PageEntry | NewsEntry) -> dict[str, str]:
    text = {language: clean_body(html) for language, html in page.text.items()}
    return {**columns("title", page.title), **columns("text", text)}


def journal_columns(file: JournalFile) -> dict[str, Any]:
    values = msgspec.structs.asdict(file)
    for field in ("schema", "abstract_words", "keywords", *PARTS):
        del values[field]
    if file.doi_pattern is None:
        values["doi_pattern"] = PROPOSED_DOI_PATTERN
    values["pdf_layout"] = msgspec.to_builtins(file.pdf_layout)
    values["required_fields"] = " ".join(values.pop("required"))
    values["authors_max"] = values.pop("authors_most")
    values["keywords_min"], values["keywords_max"] = file.keywords
    for language, (least, most) in file.abstract_words.items():
        values[f"abstract_words_min_{language}"] = least
        values[f"abstract_words_max_{language}"] = most
    for field in TEXTS:
        values |= columns(field, values.pop(field))
    return values


def issue_columns(issue: IssueEntry) -> dict[str, Any]:
    """The columns of its row; files and the mark of an archive are added where they come."""
    values = msgspec.structs.asdict(issue)
    for field in ("id", "cover", "pdf", "epub", "is_archive", "archive_reason"):
        del values[field]
    for field in ("title", "description"):
        values |= columns(field, values.pop(field))
    return values


def person_columns(person: PersonEntry) -> dict[str, str]:
    codes = {code: getattr(person, code) for code in ("spin", "scopus_id", "researcher_id")}
    return codes | {
        f"{column}_{language}": part
        for language, name in person.names.items()
        for column, part in (
            ("family_name", name.family),
            ("given_name", name.given),
            ("patronymic", name.patronymic),
            ("suffix", name.suffix),
        )
    }
