"""The editorial board as people in groups, and the contacts: each in place of a journal's page."""

from __future__ import annotations

from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from articles.exports.schema_org import journal_pages
from articles.models import BoardMember, Journal
from articles.models.board import BOARD_SLUG
from articles.models.contacts import CONTACTS_SLUG
from articles.queries.board import (
    board_groups,
    board_members,
    contacts_of,
    member,
    members_with_duties,
)
from articles.queries.record_facts import text_of
from articles.records.board import Group, Member
from articles.records.countries import country_name
from articles.records.html import script_json
from articles.records.languages import Language, Text, prefer

from .journal_menu import page_title
from .language_names import reader_language
from .page_layout import render_page
from .pictures import picture_address


class MemberCard(NamedTuple):
    """A member of the board with what the page adds."""

    member: Member
    initials: str  # shown where there is no picture
    picture_url: str
    country: str
    author_url: str  # of the person's articles here; '' where there are none


class GroupOfCards(NamedTuple):
    title: Text
    note: Text
    cards: list[MemberCard]


def board_page(request: HttpRequest, journal: Journal) -> HttpResponse:
    rows = list(board_members(journal))
    groups, reader = board_groups(rows), reader_language()
    described = journal_pages.board(journal_value(journal, reader), groups, settings.SITE_URL)
    context = {
        "title": page_title(journal, BOARD_SLUG, reader),
        "groups": groups_of_cards(groups, rows, reader),
        "json_ld": script_json(described),
    }
    return render_page(request, "board", context, journal)


def contacts_page(request: HttpRequest, journal: Journal) -> HttpResponse:
    rows = list(members_with_duties(journal))
    contacts, reader = contacts_of(journal), reader_language()
    people = [member(row) for row in rows]
    described = journal_pages.contacts(journal_value(journal, reader), contacts, people)
    context = {
        "title": page_title(journal, CONTACTS_SLUG, reader),
        "contacts": contacts,
        "cards": [card(one, row, reader) for one, row in zip(people, rows, strict=True)],
        "publisher": text_of(journal, "publisher"),
        "founder": text_of(journal, "founder"),
        "certificate": journal.certificate,
        "json_ld": script_json(described),
    }
    return render_page(request, "contacts", context, journal)


def groups_of_cards(
    groups: list[Group], rows: list[BoardMember], reader: Language
) -> list[GroupOfCards]:
    """`rows` are the members of the groups, in order."""
    rest = iter(rows)
    return [
        GroupOfCards(
            group.title, group.note, [card(one, next(rest), reader) for one in group.members]
        )
        for group in groups
    ]


def card(one: Member, row: BoardMember, reader: Language) -> MemberCard:
    has_articles, key = getattr(row, "has_articles", False), getattr(row, "author_key", None)
    return MemberCard(
        member=one,
        initials=initials_of(prefer(one.name, reader)),
        picture_url=picture_address(one.picture),
        country=country_name(one.country, reader) if one.country else "",
        author_url=reverse("author_detail", args=[key]) if has_articles else "",
    )


def initials_of(name: str) -> str:
    """Of the first two words that begin with a letter."""
    return "".join([word[0].upper() for word in name.split() if word[0].isalpha()][:2])


def journal_value(journal: Journal, reader: Language) -> journal_pages.Periodical:
    return journal_pages.Periodical(
        url=f"{settings.SITE_URL}/{reader}/{journal.slug}/",
        name=text_of(journal, "name"),
        publisher=text_of(journal, "publisher"),
        issns=[issn for issn in (journal.issn_print, journal.issn_online) if issn],
    )
