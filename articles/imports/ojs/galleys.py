"""Galleys of an article or an issue: what readers are offered, in order."""

from __future__ import annotations

from collections.abc import Iterator

from articles.records.languages import Language

from .elements import Element
from .file_folders import FileFolders
from .files import SubmissionFiles, content_of
from .locales import Locales, language_of_label
from .numbers import whole_number
from .texts import plain_line
from .values import Cover, File, Galley


def galleys_of(
    version: Element, files: SubmissionFiles, own: Language, locales: Locales
) -> Iterator[Galley]:
    """The galleys of a version in their order."""
    elements = list(version.all("article_galley"))
    elements.sort(key=lambda each: whole_number(each.text_at("seq")) or 0)
    for element in elements:
        name = element.first("name")
        label = plain_line(name.text if name else element.text_at("label"))
        references, remote = list(element.all("submission_file_ref")), element.first("remote")
        file = next(filter(None, map(files.find, references)), None)
        yield Galley(
            id=element.identifier("internal"),
            url_path=element.get("url_path") or element.identifier("public"),
            label=label,
            language=language_of(element, name, label, locales) or own,
            is_language_by_label=not locale_of(element, name) and bool(language_of_label(label)),
            doi=element.identifier("doi"),
            remote=remote.get("src") if remote else "",
            file=file or missing_file(references),
            dependent_files=files.dependent_on(file) if file else (),
            line=element.line,
        )


def language_of(
    element: Element, name: Element | None, label: str, locales: Locales
) -> Language | None:
    """By `locale`, which OJS 3.1 has on the name alone; else by the words of the label."""
    locale = locale_of(element, name)
    return locales.language(locale) if locale else language_of_label(label)


def locale_of(element: Element, name: Element | None) -> str:
    return element.get("locale") or (name.get("locale") if name else "")


def missing_file(references: list[Element]) -> File | None:
    """A file that a galley names and the export does not have."""
    first = next(iter(references), None)
    return File(id=first.get("id"), name="", line=first.line) if first else None


def issue_galleys_of(
    issue: Element, folders: FileFolders, own: Language, locales: Locales
) -> Iterator[Galley]:
    for element in issue.all("issue_galleys", "issue_galley"):
        label = plain_line(element.text_at("label"))
        locale = element.get("locale")
        stored = element.first("issue_file")
        language = locales.language(locale) if locale else language_of_label(label)
        yield Galley(
            id=element.identifier("internal"),
            url_path=element.get("url_path") or element.identifier("public"),
            label=label,
            language=language or own,
            file=issue_file(stored, folders) if stored else None,
            line=element.line,
        )


def issue_file(element: Element, folders: FileFolders) -> File:
    size = whole_number(element.text_at("file_size"))
    return File(
        id="",
        name=element.text_at("original_file_name") or element.text_at("file_name"),
        claimed_size=size,
        content=content_of(element, folders, size),
        line=element.line,
    )


def covers_of(
    parent: Element, folders: FileFolders, own: Language, locales: Locales
) -> Iterator[Cover]:
    for element in parent.all("covers", "cover"):
        locale = element.get("locale")
        file = File(
            id="",
            name=element.text_at("cover_image"),
            content=content_of(element, folders),
            line=element.line,
        )
        yield Cover(language=(locales.language(locale) if locale else own) or own, file=file)
