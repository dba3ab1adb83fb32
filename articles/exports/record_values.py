"""Values of a record as most formats need them: texts in order, licence, full-text files."""

from __future__ import annotations

from articles.records.languages import LANGUAGES, Language, Text
from articles.records.markup import TAG, plain
from articles.records.record import Galley, Record
from articles.records.urls import web_address


def in_order(values: Text, *first: Language) -> list[tuple[Language, str]]:
    """Return the texts that are not blank: the languages of `first`, then kk, ru, en."""
    order = dict.fromkeys((*first, *LANGUAGES))
    texts = ((code, values.get(code, "").strip()) for code in order)
    return [(code, value) for code, value in texts if value and is_filled(value)]


def is_filled(value: str) -> bool:
    """Whether a text holds anything besides markup."""
    if "<" not in value:
        return bool(value.strip())
    return bool(TAG.sub("", value).strip() or plain(value).strip())


def paragraphs(value: str) -> list[str]:
    """Return the lines that are not blank."""
    return [line.strip() for line in value.split("\n") if is_filled(line)]


def licence_of(record: Record) -> str:
    """Return the article's licence, else the journal's; '' if it is no web address."""
    licence = record.licence or (record.journal.licence if record.journal else "")
    return web_address(licence)


# Media types of the files that text miners and plagiarism checks can read.
READABLE = {
    "pdf": "application/pdf",
    "html": "text/html",
    "epub": "application/epub+zip",
    "xml": "application/xml",
}


def full_texts(record: Record) -> list[Galley]:
    """Return the stored files of the article itself, the article's language first."""
    galleys = [galley for galley in record.galleys if galley.kind in READABLE and galley.id]
    return sorted(galleys, key=lambda galley: galley.language != record.language)
