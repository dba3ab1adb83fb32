"""Both reference lists, as printed and romanized, and how to cite the article itself."""

from __future__ import annotations

import re

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.citations import STYLES, Style
from articles.records.html import doi_link, linked, marked
from articles.records.identifiers import doi_url
from articles.records.languages import Language
from articles.records.record import Record, Reference

KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
FIRST_LETTER = re.compile(r"[^\W\d_]")


def citations(record: Record, reader: Language) -> SafeString:
    """How to cite the article, each style with a button that copies it."""
    words = _("Copy"), _("Copied")
    return SafeString("\n".join(citation(one, record, reader, *words) for one in STYLES.values()))


def citation(style: Style, record: Record, reader: Language, copy: str, copied: str) -> str:
    title, text = label(style.label, reader), marked(style.write(record, reader))
    return (
        f'<div><h3>{title}</h3><button class="btn btn--s" type="button" '
        f'data-copy="#{style.name}" data-said="{copied}">{copy}<span class="sr"> {title}</span>'
        f'</button><p id="{style.name}">{text}</p></div>'
    )


def label(name: str, reader: Language) -> str:
    """The standard's name in the alphabet of the page."""
    return name if reader == "en" else name.replace("GOST R", "ГОСТ Р").replace("GOST", "ГОСТ")


def references(record: Record) -> SafeString:
    """Items of a list; it may hold hundreds, and a template would be slow."""
    numbered = enumerate(record.references, 1)
    return SafeString("\n".join(f'<li id="ref{at}">{reference(one)}</li>' for at, one in numbered))


def reference(one: Reference) -> str:
    """As printed, then romanized."""
    language = language_of(one.text or one.romanized)
    more = missing_link(one)
    html = f'<p class="orig" lang="{language}">{linked(one.text or one.romanized)}{more}</p>'
    if one.romanized and one.text:
        html += f'<p class="roman" lang="{language}-Latn">{linked(one.romanized)}{more}</p>'
    return html


def language_of(text: str) -> str:
    """By its first letter and the letters that only Kazakh has; quick, as lists are long."""
    first = FIRST_LETTER.search(text)
    if first is None or not "Ѐ" <= first[0] <= "ӿ":
        return "en"
    return "kk" if KAZAKH.search(text) else "ru"


def missing_link(one: Reference) -> str:
    """A DOI or an address that the text itself does not print."""
    said = f"{one.text} {one.romanized}"
    if one.doi and doi_url(one.doi).lower() not in said.lower():
        return f" {doi_link(one.doi)}"
    is_web = one.url.startswith(("https://", "http://"))
    return f" {linked(one.url)}" if is_web and one.url not in said else ""
