"""The editorial board as people in groups, and the contacts: each in place of a journal's page."""

from __future__ import annotations

from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.exports.schema_org import journal_pages
from articles.models import BoardMember, Journal
from articles.models.board import BOARD_SLUG
from articles.models.contacts import CONTACTS_SLUG
from articles.page_cache import cached_page
from articles.queries.board import (
    board_groups,
    board_members,
    contacts_of,
    member,
    members_with_duties,
)
from articles.queries.public_state import journal_state, site_state
from articles.queries.record_facts import text_of
from articles.records.board import Group, Member
from articles.records.countries import country_name
from articles.records.html import script_json
from articles.records.languages import Language, Text, prefer

from .issues import journal_or_404
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


@require_safe
@cached_page(site_state)  # people have articles in other journals
def board(request: HttpRequest, journal: str) -> HttpResponse:
    """The people of the board; without any, the page of text that the journal may have."""
    row = journal_or_404(journal)
    if not row.has_board:
        return redirect("page_detail", journal=journal, slug=BOARD_SLUG)
    rows = list(board_members(row))
    groups, reader = board_groups(rows), reader_language()
    described = journal_pages.board(journal_value(row, reader), groups, settings.SITE_URL)
    context = {
        "title": page_title(row, BOARD_SLUG, reader),
        "groups": groups_of_cards(groups, rows, reader),
        "json_ld": script_json(described),
    }
    return render_page(request, "board", context, row)


@require_safe
@cached_page(journal_state)
def contacts(request: HttpRequest, journal: str) -> HttpResponse:
    """Where the office is and whom to ask; without that, the page of text, as for the board."""
    row = journal_or_404(journal)
    if not row.has_contacts:
        return redirect("page_detail", journal=journal, slug=CONTACTS_SLUG)
    members = list(members_with_duties(row))
    office, reader = contacts_of(row), reader_language()
    people = [member(one) for one in members]
    described = journal_pages.contacts(journal_value(row, reader), office, people)
    context = {
        "title": page_title(row, CONTACTS_SLUG, reader),
        "contacts": office,
        "cards": [card(*pair, reader) for pair in zip(people, members, strict=True)],
        "publisher": text_of(row, "publisher"),
        "founder": text_of(row, "founder"),
        "certificate": row.certificate,
        "json_ld": script_json(described),
    }
    return render_page(request, "contacts", context, row)


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
