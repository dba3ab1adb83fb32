"""The look, the board, contacts, databases, texts of e-mails, pictures of a restored journal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from articles.editing.web_pictures import FIGURE, PORTRAIT, web_logo, web_picture
from articles.models import (
    Author,
    BoardGroup,
    BoardMember,
    Contacts,
    IndexingDatabase,
    Journal,
    MailText,
)
from articles.queries.board import MEMBER_TEXTS
from articles.queries.looks import COLUMNS
from articles.records import board
from articles.records.cleaning import InvalidValue
from articles.records.journal_file import LookEntry, MailTextEntry
from articles.records.look_colours import nearest_colours
from articles.records.mail_placeholders import CHECKS, PLACEHOLDERS

from .import_errors import NotImported, Reason, not_imported
from .new_issues import columns

OpenFile = Callable[[str], "File[bytes] | None"]
portrait = partial(web_picture, longest=PORTRAIT)
figure = partial(web_picture, longest=FIGURE)


class Pictures:
    """The pictures of a package; without `open_file`, rows are restored without theirs."""

    def __init__(self, open_file: OpenFile | None = None) -> None:
        self.open_file = open_file

    def read(
        self, place: str, make: Callable[[File[Any]], ContentFile[bytes]], field: str
    ) -> ContentFile[bytes] | str:
        """The picture made ready again; '' for none. Raises NotImported for what is no picture."""
        if not place or self.open_file is None:
            return ""
        file = self.open_file(place)
        if file is None:
            raise not_imported(_("The file %(name)s is not in the package."), field, name=place)
        try:
            return make(file)
        except InvalidValue as refusal:
            raise not_imported(str(refusal), field) from refusal


def require_valid(row: Model, place: str) -> None:
    """Raises NotImported with every value that the row's form would refuse."""
    try:
        row.clean_fields()
    except ValidationError as error:
        raise NotImported(
            Reason(message=" ".join(messages), field=f"{place}: {field}")
            for field, messages in error.message_dict.items()
        ) from error


def save_valid(row: Model, place: str) -> None:
    """Raises NotImported."""
    require_valid(row, place)
    row.save()


def add_look(look: LookEntry, journal: Journal, pictures: Pictures) -> None:
    """The look of a new journal; colours that cannot be read become the nearest that can."""
    row = journal.look
    for name in COLUMNS:
        setattr(row, name, getattr(look, name))
    for name, text in columns("home_text", look.home_text).items():
        setattr(row, name, text)
    row.logo = pictures.read(look.logo, web_logo, "look.logo")
    row.cover = pictures.read(look.cover, figure, "look.cover")
    require_valid(row, "look")
    row.main_colour, row.second_colour = nearest_colours(row.colours)
    row.save()


def add_board(groups: tuple[board.Group, ...], journal: Journal, pictures: Pictures) -> None:
    """The groups and their members, in order; nothing if the journal has a board here."""
    if journal.board_groups.exists():
        return
    people = people_of(groups)
    for order, group in enumerate(groups, 1):
        texts = columns("title", group.title) | columns("note", group.note)
        row = BoardGroup(journal=journal, order=order, **texts)
        save_valid(row, f"board[{order}]")
        for number, member in enumerate(group.members, 1):
            field = f"board[{order}].members[{number}]"
            picture = pictures.read(member.picture, portrait, f"{field}.picture")
            person = people.get(member.orcid) if member.is_person else None
            values = {**member_columns(member), "picture": picture, "person": person}
            save_valid(BoardMember(group=row, order=number, **values), field)


def people_of(groups: tuple[board.Group, ...]) -> dict[str, Author]:
    orcids = {one.orcid for group in groups for one in group.members if one.is_person}
    return {row.orcid: row for row in Author.objects.filter(orcid__in=orcids - {""})}


def member_columns(member: board.Member) -> dict[str, str]:
    values = {name: getattr(member, name) for name in ("country", "orcid", "email")}
    for field in ("name", *MEMBER_TEXTS):
        values |= columns(field, getattr(member, field))
    return values


def add_contacts(contacts: board.Contacts | None, journal: Journal) -> None:
    """Nothing if the journal has contacts here."""
    if contacts is None or Contacts.objects.filter(journal=journal).exists():
        return
    values = msgspec.structs.asdict(contacts)
    for field in ("address", "hours"):
        values |= columns(field, values.pop(field))
    save_valid(Contacts(journal=journal, **values), "contacts")


def add_databases(
    databases: tuple[board.IndexedIn, ...], journal: Journal, pictures: Pictures
) -> None:
    """Nothing if the journal has databases here."""
    if journal.indexed_in.exists():
        return
    for order, one in enumerate(databases, 1):
        logo = pictures.read(one.logo, web_logo, f"indexed_in[{order}].logo")
        names = columns("name", one.name)
        row = IndexingDatabase(journal=journal, order=order, url=one.url, logo=logo, **names)
        save_valid(row, f"indexed_in[{order}]")


def add_mail_texts(texts: tuple[MailTextEntry, ...], journal: Journal) -> None:
    """Of the kinds for which the journal has no text here."""
    there = set(journal.mail_texts.values_list("kind", flat=True))
    for number, one in enumerate(texts, 1):
        if one.kind not in there:
            place = f"mail_texts[{number}]"
            values = columns("subject", one.subject) | columns("body", one.body)
            row = MailText(journal=journal, kind=one.kind, **values)
            require_valid(row, place)
            require_placeholders(one, place)
            row.save()


def require_placeholders(entry: MailTextEntry, place: str) -> None:
    """Raises NotImported with what the form of the text would refuse."""
    if entry.kind not in PLACEHOLDERS:
        raise not_imported(_("The text of this e-mail is not a journal's."), f"{place}: kind")
    reasons = [
        Reason(message=problem, field=f"{place}: {field}", language=language)
        for field, check in CHECKS.items()
        for language, text in getattr(entry, field).items()
        for problem in check(entry.kind, text)
    ]
    if reasons:
        raise NotImported(reasons)
