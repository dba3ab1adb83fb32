"""Dates, subject codes, statements and licence of an article."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from articles.records.facts import Policy
from articles.records.languages import LANGUAGES, Language, Text
from articles.records.licences import licence_name
from articles.records.record import Funding, Record
from articles.records.urls import web_address

from ..language_names import language_name
from .notices import RelatedArticleItem


class Event(NamedTuple):
    label: str
    day: date


class Statement(NamedTuple):
    label: str
    texts: list[Text]  # one, or one for each grant


class SubjectCodes(NamedTuple):
    label: str
    codes: str


class Licence(NamedTuple):
    url: str  # '' if what was typed is no web address
    name: str


class Facts(NamedTuple):
    """The facts of the card beside the title."""

    text_language: str
    subjects: list[SubjectCodes]
    licence: Licence


def facts(record: Record, irsti_label_kk: str, reader: Language) -> Facts:
    """`irsti_label_kk`: how the journal calls its IRSTI codes in Kazakh."""
    return Facts(
        language_name(record.language), subjects(record, irsti_label_kk, reader), licence(record)
    )


def history(record: Record, related: Iterable[RelatedArticleItem]) -> list[Event]:
    """The dates of the article and of the notices about it."""
    days = [
        (_("Received"), record.received_on),
        (_("Revised"), record.revised_on),
        (_("Accepted"), record.accepted_on),
        (_("Published"), record.published_on),
        *((article.event, article.published_on) for article in related if article.css_class),
    ]
    return [Event(label, day) for label, day in days if day]


def subjects(record: Record, kk_label: str, reader: Language) -> list[SubjectCodes]:
    """IRSTI, UDC and JEL, as they are called in the language of the page."""
    irsti = {"kk": kk_label or Policy().irsti_label_kk, "ru": "МРНТИ", "en": "IRSTI"}[reader]
    udc = {"kk": "ӘОЖ", "ru": "УДК", "en": "UDC"}[reader]
    codes = [(irsti, record.irsti), (udc, record.udc), ("JEL", record.jel)]
    return [SubjectCodes(label, ", ".join(values)) for label, values in codes if values]


def statements(record: Record) -> list[Statement]:
    said = record.statements
    all_of_them = [
        (_("Author contributions"), [said.contributions]),
        (_("Conflicts of interest"), [said.conflicts]),
        (_("Data availability"), [said.data]),
        (_("Acknowledgements"), [said.thanks]),
        (_("Funding"), [funding_line(grant) for grant in record.funding]),
    ]
    statements = [
        Statement(label, [text for text in texts if text]) for label, texts in all_of_them
    ]
    return [statement for statement in statements if statement.texts]


def funding_line(grant: Funding) -> Text:
    """The funder, by name or else by its ID, then the number of the grant."""
    funder = grant.funder or dict.fromkeys(LANGUAGES, grant.funder_id)
    award = f", {grant.award}" if grant.award else ""
    return {code: f"{name}{award}" for code, name in funder.items()}


def licence(record: Record) -> Licence:
    url = record.licence or (record.journal.licence if record.journal else "")
    return Licence(web_address(url), licence_name(url))
