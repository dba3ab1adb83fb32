"""The editorial board as the imprint prints it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from articles.records.board import Group, Member
from articles.records.countries import country_name
from articles.records.languages import LANGUAGES, Language, Text, prefer


def board_html(groups: Sequence[Group]) -> Text:
    """Return a heading and a list for each group, as HTML in all languages; {} for no group."""
    if not groups:
        return {}
    return {code: "".join(group_html(group, code) for group in groups) for code in LANGUAGES}


def group_html(group: Group, code: Language) -> str:
    title = prefer(group.title, code)
    heading = f"<h2>{escape(title)}</h2>" if title else ""
    members = "".join(f"<li>{escape(member_line(one, code))}</li>" for one in group.members)
    return f"{heading}<ul>{members}</ul>"


def member_line(one: Member, code: Language) -> str:
    """Return `Киялов Нургиса Дауирович, доктор исторических наук, Университет Кокжиек`."""
    texts = (one.name, one.degree, one.post, one.affiliation, one.city)
    country = country_name(one.country, code) if one.country else ""
    return ", ".join(filter(None, (*(prefer(text, code) for text in texts), country)))
