"""The byline: each author as printed, with what is printed beneath the name."""

from __future__ import annotations

from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.records.countries import country_name
from articles.records.html import Shown, marked, shown
from articles.records.identifiers import orcid_url
from articles.records.languages import Language, preferred
from articles.records.names import full
from articles.records.record import Affiliation, Authorship, Record


def bylines(record: Record, reader: Language) -> SafeString:
    """The authors, each with what is printed beneath the name; three hundred are no rarity."""
    return SafeString("".join(byline(author, record, reader) for author in record.authors))


def byline(author: Authorship, record: Record, reader: Language) -> str:
    lines = [f"<p>{name(author, record, reader)}</p>"]
    for place in places(author, record, reader):
        lines.append(f'<p class="small muted"{place.lang}>{place}</p>')
    if author.orcid:
        url = orcid_url(author.orcid)
        lines.append(f'<p><a class="orcid" href="{url}">{author.orcid}</a></p>')
    if author.corresponding:
        role = _("Corresponding author")
        lines.append(f'<p class="small">{role}{letters(author.email)}</p>')
    return f"<div>{''.join(lines)}</div>\n"


def name(author: Authorship, record: Record, reader: Language) -> str:
    """Leads to the author's page, where the person is known."""
    names = {code: full(one, code) for code, one in author.names.items()}
    found = shown(names or author.collective, reader, record.language)
    said = found or Shown(marked(_("Name unknown")))
    if author.author_id:
        return f'<a href="/{reader}/authors/{author.author_id}/"{said.lang}><b>{said}</b></a>'
    return f"<b{said.lang}>{said}</b>"


def letters(email: str) -> str:
    return f': <a href="mailto:{escape(email)}">{escape(email)}</a>' if email else ""


def places(author: Authorship, record: Record, reader: Language) -> list[Shown]:
    """Degree, title and post as one line, then each organisation."""
    lines = [standing(author, reader, record.language)]
    for mark in author.marks:
        if 0 < mark <= len(record.affiliations):
            lines.append(affiliation(record.affiliations[mark - 1], reader, record.language))
    return [line for line in lines if line]


def standing(author: Authorship, reader: Language, own: Language) -> Shown | None:
    """All in one language: the reader's, if anything is said in it."""
    said = (author.degree, author.academic_title, author.post)
    code = preferred([code for text in said for code in text], reader, own)
    if code is None:
        return None
    words = ", ".join(text[code] for text in said if code in text)
    return Shown(marked(words[:1].upper() + words[1:]), "" if code == reader else code)


def affiliation(one: Affiliation, reader: Language, own: Language) -> Shown | None:
    code = preferred(one.name, reader, own)
    if code is None:
        return None
    parts = (
        one.unit.get(code),
        one.name[code],
        one.city.get(code),
        country_name(one.country, code),
    )
    return Shown(marked(", ".join(filter(None, parts))), "" if code == reader else code)
