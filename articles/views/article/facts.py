"""Dates, subject codes, statements, licence: the smaller facts of an article."""

from __future__ import annotations

from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.records.html import Shown, marked, shown
from articles.records.identifiers import doi_url
from articles.records.languages import Language, prefer
from articles.records.licences import licence_name
from articles.records.markup import flat
from articles.records.record import Record

from ..issue_link import number_label
from ..words import pages_of
from .related import Named


def history(record: Record, named: list[Named]) -> list[tuple[str, str, str]]:
    """What happened, the day for machines, the day for people."""
    days = [
        (_("Received"), record.received_on),
        (_("Revised"), record.revised_on),
        (_("Accepted"), record.accepted_on),
        (_("Published"), record.published_on),
        *((one.word, one.day) for one in named if one.kind),
    ]
    return [(word, day.isoformat(), f"{day:%d.%m.%Y}") for word, day in days if day]


def subjects(record: Record, kk_label: str, reader: Language) -> list[tuple[str, str]]:
    """IRSTI, UDC, JEL: what each is called in the language of the page."""
    irsti = {"kk": kk_label or "ХҒТАР", "ru": "МРНТИ", "en": "IRSTI"}[reader]
    udc = {"kk": "ӘОЖ", "ru": "УДК", "en": "UDC"}[reader]
    codes = [(irsti, record.irsti), (udc, record.udc), ("JEL", record.jel)]
    return [(label, ", ".join(values)) for label, values in codes if values]


def statements(record: Record, reader: Language) -> list[tuple[str, Shown]]:
    said = record.statements
    texts = (
        (_("Authors' contributions"), said.contributions),
        (_("Conflicts of interest"), said.conflicts),
        (_("Availability of data"), said.data),
        (_("Acknowledgements"), said.thanks),
    )
    pairs = [(label, shown(text, reader, record.language)) for label, text in texts]
    return [(label, text) for label, text in pairs if text] + funding(record, reader)


def funding(record: Record, reader: Language) -> list[tuple[str, Shown]]:
    """One line a grant: the funder, then the number."""
    lines = []
    for one in record.funding:
        funder = shown(one.funder, reader, record.language) or Shown(marked(one.funder_id))
        award = f", {one.award}" if one.award else ""
        html = SafeString(funder.html + marked(award))
        lines.append((_("Funding"), Shown(html, funder.language)))
    return lines


def runhead(record: Record, reader: Language, standing: str) -> str:
    """What a printed page begins with."""
    journal = prefer(record.journal.name, reader) if record.journal else ""
    issue = record.issue
    parts = [
        standing.upper(),
        journal,
        f"{issue.year}" if issue else "",
        number_label(issue) if issue else "",
        pages_of(record.first_page, record.last_page),
        doi_url(record.doi) if record.doi else "",
    ]
    return ". ".join(filter(None, parts))


def plain_title(record: Record, reader: Language) -> str:
    return flat(prefer(record.title, reader, record.language)) or _("Untitled")


def licence(record: Record) -> tuple[str, str]:
    """Its address and its name."""
    address = record.licence or (record.journal.licence if record.journal else "")
    return address, licence_name(address)


def description(record: Record, reader: Language) -> str:
    """The beginning of the abstract, for those who show a link to the page."""
    return Truncator(flat(prefer(record.abstract, reader, record.language))).chars(200)
