"""Reads an issue in the XML of РИНЦ (eLIBRARY.RU), as our own writer and others give it."""

from __future__ import annotations

import msgspec
from django.utils.translation import gettext as _
from lxml.etree import _Element

from articles.imports.exceptions import Unreadable, article_of_file
from articles.imports.issue_numbers import issue_facts
from articles.imports.named_journal import NamedJournal, named_journal
from articles.imports.reading import Reading
from articles.imports.rinc.article import read_article
from articles.imports.rinc.texts import by_language
from articles.imports.xml_texts import plain
from articles.records.facts import IssueFacts
from articles.records.languages import Language, Text

__all__ = ["is_rinc", "read"]


def is_rinc(root: _Element) -> bool:
    """Whether the XML is an issue for РИНЦ."""
    return root.tag == "journal" and root.find("issue/articles") is not None


def read(root: _Element, language: Language | None = None) -> list[Reading]:
    """Return every article, each with the issue and with the section before it.

    `language` is what an article is taken for that names none. Raises Unreadable.
    """
    issues = root.findall("issue")
    count = sum(len(issue.findall("articles/article")) for issue in issues)
    if not count:
        raise Unreadable(_("The file contains no article."))
    journal = journal_of(root)
    readings: list[Reading] = []
    for issue in issues:
        facts, section, position = issue_of(issue), Text(), 0
        for element in issue.iterfind("articles/*"):
            if element.tag == "section":
                section = by_language(element.iterfind("secTitle"))
            elif element.tag == "article":
                position += 1
                with article_of_file(len(readings) + 1, count):
                    reading = read_article(element, facts, section, position, language)
                    readings.append(msgspec.structs.replace(reading, journal=journal))
    return readings


def journal_of(root: _Element) -> NamedJournal:
    return named_journal(
        title=plain(root.find("journalInfo/title")),
        issns=[plain(root.find(name)) for name in ("issn", "eissn")],
        elibrary_id=plain(root.find("titleid")),
    )


def issue_of(issue: _Element) -> IssueFacts | None:
    """The facts of the issue; its year stands at the beginning of its date."""
    date = plain(issue.find("dateUni"))[:4]
    return issue_facts(
        year=int(date) if date.isascii() and date.isdigit() and len(date) == 4 else None,
        volume=plain(issue.find("volume")),
        number=plain(issue.find("number")),
        part=plain(issue.find("part")),
        through_number=plain(issue.find("altNumber")),
        title=by_language(issue.iterfind("issTitle")),
    )
