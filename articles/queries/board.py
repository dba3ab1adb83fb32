"""The board, the contacts and the databases of a journal: one query each, whatever their number."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from articles.models.board import BoardMember
from articles.models.contacts import Contacts, IndexingDatabase
from articles.models.journal import Journal
from articles.models.listing import ListingKey
from articles.models.news import News
from articles.models.people import Author
from articles.records import board
from articles.records.languages import LANGUAGES, Text, tidy
from articles.records.names import full_name

from .record_facts import text_of

MEMBER_TEXTS = ("degree", "post", "affiliation", "city", "duties")


def board_members(journal: Journal) -> QuerySet[BoardMember]:
    """The members of the board in order, with their groups and people.

    `author_key` is the key of the person, or of the row that it is merged into; `has_articles`,
    whether that person has a page here.
    """
    author_key = Coalesce("person__merged_into", "person")
    keys = ListingKey.objects.filter(author=OuterRef("author_key"))
    rows = BoardMember.objects.filter(group__journal=journal).select_related("group", "person")
    ordered = rows.order_by("group__order", "group", "order", "pk")
    return ordered.annotate(author_key=author_key).annotate(has_articles=Exists(keys))


def members_with_duties(journal: Journal) -> QuerySet[BoardMember]:
    """The members whom readers and authors may write to."""
    return board_members(journal).exclude(duties_kk="", duties_ru="", duties_en="")


def board_groups(members: Iterable[BoardMember]) -> list[board.Group]:
    """The groups that have members, of rows in order."""
    return [
        board.Group(
            title=text_of(group, "title"),
            note=text_of(group, "note"),
            members=tuple(map(member, rows)),
        )
        for group, rows in groupby(members, lambda row: row.group)
    ]


def member(row: BoardMember) -> board.Member:
    """Return a member; names and ORCID are those of the person where the journal gives none."""
    person = row.person
    return board.Member(
        name=text_of(row, "name") or (names_of_person(person) if person else {}),
        orcid=row.orcid or (person.orcid if person else ""),
        country=row.country,
        email=row.email,
        picture=row.picture.name or "",
        is_person=bool(person and person.orcid),
        **{field: text_of(row, field) for field in MEMBER_TEXTS},
    )


def names_of_person(person: Author) -> Text:
    """Return the full name of a person in each language that has one."""
    return tidy({code: full_name(person.name_in(code), code) for code in LANGUAGES})


def contacts_of(journal: Journal) -> board.Contacts | None:
    """Return the contacts; no query where the journal was fetched by `journals.py`."""
    row: Contacts | None = getattr(journal, "contacts", None)
    if row is None:
        return None
    return board.Contacts(
        address=text_of(row, "address"),
        hours=text_of(row, "hours"),
        phones=row.phones,
        email=row.email,
        map_url=row.map_url,
    )


def indexed_in(journal: Journal) -> list[board.IndexedIn]:
    rows = IndexingDatabase.objects.filter(journal=journal).order_by("order", "pk")
    return [
        board.IndexedIn(name=text_of(row, "name"), url=row.url, logo=row.logo.name or "")
        for row in rows
    ]


def public_picture(name: str) -> str | None:
    """The path in storage of a picture that a public page shows, by its file name; one query."""
    path = f"pictures/{name}"
    members = BoardMember.objects.filter(picture=path).values("pk")
    logos = IndexingDatabase.objects.filter(logo=path).values("pk")
    news = News.objects.public().filter(picture=path).values("pk")
    shown = members.order_by().union(logos.order_by(), news.order_by())
    return path if shown[:1] else None
