"""One version of an article as a record, with its galleys and what has no place in a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec

from articles.records import identifiers
from articles.records.cleaning import InvalidValue
from articles.records.languages import LANGUAGES, Language, Text, tidy
from articles.records.record import ExternalFile, Funding, Record
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
from .texts import lines, plain_line
from .titles import full_titles, markup_in_titles
from .values import Galley, Remark, Term, Version

# Vocabularies and texts of OJS for which a record has no field.
VOCABULARIES = {"subjects": "subject", "disciplines": "discipline", "languages": "language"}
TEXTS = ("coverage", "type", "source", "rights")
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


class VersionReader:
    """Reads the versions of one article."""

    def __init__(
        self,
        files: SubmissionFiles,
        folders: FileFolders,
        locales: Locales,
        language: Language | None,
    ) -> None:
        self.files = files
        self.folders = folders
        self.locales = locales
        self.is_known = language is not None
        self.language: Language = language or LANGUAGES[0]

    def version(self, element: Element) -> Version:
        remarks = [
            *self.unknown_language(element),
            *markup_in_titles(element, self.locales),
            *unread_elements(element),
        ]
        people = people_of(element, self.language, self.locales)
        received_on, published_on = self.dates(element)
        record = Record(
            language=self.language,
            title=full_titles(element, self.language, self.locales),
            abstract=self.texts(element, "abstract", lines),
            keywords=self.keywords(element),
            authors=people.authors,
            affiliations=people.affiliations,
            doi=identifier(element.identifier("doi"), "doi", identifiers.doi, remarks),
            received_on=received_on,
            published_on=published_on,
            copyright_holder=self.texts(element, "copyrightHolder"),
            copyright_year=whole_number(element.text_at("copyrightYear")),
            licence=self.licence(element, remarks),
            references=tuple(references_of(element)),
            funding=tuple(self.funding(element)),
            **pages_of(element, remarks),
        )
        issue = element.first("issue_identification")
        galleys = tuple(galleys_of(element, self.files, self.language, self.locales))
        record = msgspec.structs.replace(record, external_files=tuple(external_files(galleys)))
        return Version(
            id=element.identifier("internal") if element.name == "publication" else "",
            number=element.get("version"),
            is_published=is_published(element),
            record=record,
            url_path=element.get("url_path"),
            public_id=element.identifier("public"),
            section=element.get("section_ref"),
            is_open=element.get("access_status") == "1",
            order=whole_number(element.get("seq")) if element.name == "publication" else None,
            galleys=galleys,
            covers=tuple(covers_of(element, self.folders, self.language, self.locales)),
            issue=numbers_of(issue, self.language, self.locales) if issue else None,
            terms=tuple(self.terms(element)),
            groups=people.groups,
            remarks=(*remarks, *people.remarks, *self.locales.take_left_out()),
        )

    def unknown_language(self, element: Element) -> Iterator[Remark]:
        if not self.is_known:
            locale = self.files.article.get("locale") or element.get("locale")
            yield Remark(kind="unknown_language", field="language", text=locale)

    def texts(self, element: Element, name: str, read: Callable[[str], str] = plain_line) -> Text:
        return self.locales.texts(element.all(name), self.language, read)

    def dates(self, element: Element) -> tuple[Any, Any]:
        """Received and published. Articles entered after they were printed have no day received."""
        submission = element if element.get("date_submitted") else self.files.article
        received, published = (
            day(submission.get("date_submitted")),
            day(element.get("date_published")),
        )
        is_late = received and published and received > published
        return (None if is_late else received), published

    def keywords(self, element: Element) -> dict[Language, tuple[str, ...]]:
        by_language = dict(self.vocabulary(element, "keywords", "keyword"))
        return {code: by_language[code] for code in LANGUAGES if by_language.get(code)}

    def vocabulary(
        self, element: Element, group: str, member: str
    ) -> Iterator[tuple[Language, tuple[str, ...]]]:
        """Terms by language: texts, since OJS 3.5 also in a `name`."""
        for each in element.all(group):
            locale = each.get("locale")
            language = self.locales.language(locale) if locale else self.language
            terms = (plain_line(term.text_at("name") or term.text) for term in each.all(member))
            found = tuple(dict.fromkeys(filter(None, terms)))
            if language:
                yield language, found
            elif found:
                self.locales.leave_out(group, locale, "; ".join(found))

    def terms(self, element: Element) -> Iterator[Term]:
        for group, member in VOCABULARIES.items():
            for language, texts in self.vocabulary(element, group, member):
                for text in texts:
                    yield Term(vocabulary=group, language=language, text=text)
        for name in TEXTS:
            for language, text in self.texts(element, name).items():
                yield Term(vocabulary=name, language=language, text=text)

    def funding(self, element: Element) -> Iterator[Funding]:
        """Supporting agencies: lists in several languages name the same ones in the same order."""
        by_language = dict(self.vocabulary(element, "agencies", "agency"))
        most = max(map(len, by_language.values()), default=0)
        for place in range(most):
            names = {
                code: names[place] for code, names in by_language.items() if place < len(names)
            }
            yield Funding(funder=tidy(names))

    def licence(self, element: Element, remarks: list[Remark]) -> str:
        address = element.text_at("licenseUrl")
        if address and not web_address(address):
            remarks.append(Remark(kind="invalid_value", field="licence", text=address))
        return web_address(address)


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
    return element.get("status") in ("", "3")


def identifier(
    value: str, field: str, normalise: Callable[[str], str], remarks: list[Remark]
) -> str:
    try:
        return normalise(value) if value else ""
    except InvalidValue:
        remarks.append(Remark(kind="invalid_value", field=field, text=value))
        return ""


def pages_of(element: Element, remarks: list[Remark]) -> dict[str, Any]:
    value = element.text_at("pages")
    fields = page_fields(value)
    if value and not fields:
        remarks.append(Remark(kind="invalid_value", field="pages", text=value))
    return fields
