"""One version of an article as a record, with its galleys and what has no place in a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import msgspec

from articles.imports.letters import language_of_letters
from articles.records import identifiers
from articles.records.cleaning import InvalidValue
from articles.records.languages import LANGUAGES, Language, Text
from articles.records.record import ExternalFile, Record
from articles.records.urls import web_address

from .elements import Element
from .file_folders import FileFolders
from .files import ELEMENTS, SubmissionFiles
from .galleys import covers_of, galleys_of
from .issue_numbers import numbers_of
from .locales import Locales
from .numbers import day, page_fields, whole_number
from .people import people_of
from .references import references_of
from .texts import line, lines, plain_line
from .titles import full_titles, markup_in_titles
from .values import Galley, Remark, Version
from .vocabularies import TEXTS, VOCABULARIES, VocabularyReader

# Elements of a version, and of an article before OJS 3.2, that are read.
READ = frozenset(
    (
        *ELEMENTS,
        *VOCABULARIES,
        *TEXTS,
        *("id", "title", "prefix", "subtitle", "abstract", "licenseUrl", "copyrightHolder"),
        *("copyrightYear", "keywords", "agencies", "authors", "article_galley", "citations"),
        *("issue_identification", "pages", "covers", "issueId"),
    )
)


PUBLISHED = ("3", "published")  # the word is that of other programs


class VersionReader:
    """Reads the versions of one article."""

    def __init__(
        self,
        files: SubmissionFiles,
        folders: FileFolders,
        locales: Locales,
        locale: str,
    ) -> None:
        self.files = files
        self.folders = folders
        self.locales = locales
        self.locale = locale  # of the article
        self.language: Language = LANGUAGES[0]  # of the version that is read

    def version(self, element: Element) -> Version:
        self.language = self.language_of(element)
        is_publication = element.name == "publication"
        remarks = self.remarks(element)
        people = people_of(element, self.language, self.locales)
        galleys = tuple(galleys_of(element, self.files, self.language, self.locales))
        issue = element.first("issue_identification")
        vocabularies = VocabularyReader(element, self.language, self.locales)
        record = self.record(element, vocabularies, remarks)
        return Version(
            id=element.identifier("internal") if is_publication else "",
            number=element.get("version"),
            is_published=is_published(element),
            record=msgspec.structs.replace(
                record,
                authors=people.authors,
                affiliations=people.affiliations,
                external_files=tuple(external_files(galleys)),
            ),
            url_path=element.get("url_path"),
            public_id=element.identifier("public"),
            section=element.get("section_ref"),
            is_open=element.get("access_status") == "1",
            order=whole_number(element.get("seq")) if is_publication else None,
            galleys=galleys,
            covers=tuple(covers_of(element, self.folders, self.language, self.locales)),
            issue=numbers_of(issue, self.language, self.locales) if issue else None,
            terms=tuple(vocabularies.terms()),
            groups=people.groups,
            countries=people.countries,
            remarks=(*remarks, *people.remarks, *self.locales.take_left_out()),
        )

    def record(
        self, element: Element, vocabularies: VocabularyReader, remarks: list[Remark]
    ) -> Record:
        """All of the record but its people; values that cannot be used are added to `remarks`."""
        received_on, published_on = self.dates(element)
        return Record(
            language=self.language,
            title=full_titles(element, self.language, self.locales),
            abstract=self.texts(element, "abstract", lines),
            keywords=vocabularies.keywords(),
            doi=identifier(element.identifier("doi"), "doi", identifiers.doi, remarks),
            received_on=received_on,
            published_on=published_on,
            copyright_holder=self.texts(element, "copyrightHolder"),
            copyright_year=whole_number(element.text_at("copyrightYear")) or None,
            licence=licence_of(element, remarks),
            references=tuple(references_of(element)),
            funding=tuple(vocabularies.funding()),
            **pages_of(element, remarks),
        )

    def remarks(self, element: Element) -> list[Remark]:
        return [
            *self.unknown_language(element),
            *markup_in_titles(element, self.locales),
            *unread_identifiers(element),
            *unread_elements(element),
        ]

    def language_of(self, element: Element) -> Language:
        """That of the article if its title is there in it, else that of the first known title."""
        own = self.locales.language(self.locale)
        languages = self.title_languages(element)
        if own and (own in languages or not languages):
            return own
        return next(iter(languages), LANGUAGES[0])

    def title_languages(self, element: Element) -> list[Language]:
        """The languages of its titles; one without a locale is in that of the article.

        Where that has none either, the letters tell it.
        """
        found = (
            self.locales.language(locale) if locale else language_of_letters(text)
            for locale, text in (
                (each.get("locale") or self.locale, line(each.text))
                for each in element.all("title")
            )
            if text
        )
        return list(filter(None, found))

    def unknown_language(self, element: Element) -> Iterator[Remark]:
        """The language is none of ours, no title is in one, or the title is not in its own."""
        own = self.locales.language(self.locale)
        languages = self.title_languages(element)
        if not languages and any(line(each.text) for each in element.all("title")):
            yield Remark(kind="no_known_title", field="title", text=self.locale)
        elif own is None and (self.locale or not languages):
            yield Remark(kind="unknown_language", field="language", text=self.locale)
        elif own and languages and own not in languages:
            yield Remark(kind="other_language", field="language", language=own, text=self.locale)

    def texts(self, element: Element, name: str, read: Callable[[str], str] = plain_line) -> Text:
        return self.locales.texts(element.all(name), self.language, read)

    def dates(self, element: Element) -> tuple[date | None, date | None]:
        """Received and published. Articles entered after they were printed have no day received."""
        submission = element if element.get("date_submitted") else self.files.article
        received = day(submission.get("date_submitted"))
        published = day(element.get("date_published"))
        is_late = received and published and received > published
        return (None if is_late else received), published


def unread_identifiers(element: Element) -> Iterator[Remark]:
    """Identifiers of other kinds, such as URNs."""
    for each in element.all("id"):
        if each.get("type") not in ("", "internal", "public", "doi") and each.text:
            text = f"{each.get('type').removeprefix('other::')}: {each.text}"
            yield Remark(kind="no_place", field="id", text=text)


def unread_elements(element: Element) -> Iterator[Remark]:
    """What later versions of OJS and other programs add, and is not read here."""
    for each in element.children:
        if each.name not in READ and each.text:
            yield Remark(kind="no_place", field=each.name, text=plain_line(each.text)[:200])


def external_files(galleys: Iterable[Galley]) -> Iterator[ExternalFile]:
    """Galleys on other sites: OJS leads readers there."""
    for galley in galleys:
        if url := web_address(galley.remote):
            yield ExternalFile(language=galley.language, label=galley.label[:200], url=url)


def is_published(element: Element) -> bool:
    """By its status; files of other programs and of OJS 3.1 have none, but a date."""
    return element.get("status") in ("", *PUBLISHED)


def identifier(
    value: str, field: str, normalise: Callable[[str], str], remarks: list[Remark]
) -> str:
    try:
        return normalise(value) if value else ""
    except InvalidValue:
        remarks.append(Remark(kind="invalid_value", field=field, text=value))
        return ""


def licence_of(element: Element, remarks: list[Remark]) -> str:
    address = element.text_at("licenseUrl")
    if address and not web_address(address):
        remarks.append(Remark(kind="invalid_value", field="licence", text=address))
    return web_address(address)


def pages_of(element: Element, remarks: list[Remark]) -> dict[str, Any]:
    value = element.text_at("pages")
    fields = page_fields(value)
    if value and not fields:
        remarks.append(Remark(kind="invalid_value", field="pages", text=value))
    return fields
