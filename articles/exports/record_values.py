"""Which of three languages comes first: a contract where a format cannot say which is which."""

from __future__ import annotations

from articles.records.languages import LANGUAGES, Language, Text
from articles.records.markup import TAG, plain
from articles.records.record import Galley, Record


def in_order(values: Text, *first: Language) -> list[tuple[Language, str]]:
    """What is not blank, the languages wanted first, the rest in the order kk, ru, en."""
    order = dict.fromkeys((*first, *LANGUAGES))
    found = ((code, values.get(code, "").strip()) for code in order)
    return [(code, value) for code, value in found if value and is_filled(value)]


def is_filled(value: str) -> bool:
    """Whether anything is left without the markup."""
    if "<" not in value:
        return bool(value.strip())
    return bool(TAG.sub("", value).strip() or plain(value).strip())


def paragraphs(value: str) -> list[str]:
    return [line.strip() for line in value.split("\n") if is_filled(line)]


def licence_of(record: Record) -> str:
    """Its own, else the journal's; '' where it is no address."""
    licence = record.licence or (record.journal.licence if record.journal else "")
    return licence if licence.startswith(("http://", "https://")) else ""


# What text miners and plagiarism checks can read, as they are called on the wire.
READABLE = {
    "pdf": "application/pdf",
    "html": "text/html",
    "epub": "application/epub+zip",
    "xml": "application/xml",
}


def full_texts(record: Record) -> list[Galley]:
    """The files that hold the article itself and are kept already, the article's language first."""
    galleys = [galley for galley in record.galleys if galley.kind in READABLE and galley.id]
    return sorted(galleys, key=lambda galley: galley.language != record.language)
