"""Families that were written later still: how the reader read them was measured once."""

from __future__ import annotations

from tests.layouts.families.article import Article
from tests.layouts.families.journals import Lines, _texts

ABOUT = {"kk": "Авторлар туралы мәлімет", "ru": "Сведения об авторах",
         "en": "About the authors"}  # fmt: skip
CONTACT = {"kk": "Хат-хабар үшін автор: {}, {}", "ru": "Автор для переписки: {}, {}",
           "en": "Author for correspondence: {}, {}"}  # fmt: skip


def journal_head(a: Article) -> Lines:
    """The journal's name, ISSN and year above; the names in capitals with initials behind."""
    a.organisations, a.numbers = 1, [1] * a.people
    yield from ["ISSN 0000-0019. Вестник Образцового университета. 2022. № 3", ""]
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        names = [f"{surname.upper()} {initials}" for surname, initials in (
            name.split(" ", 1) for name in a.names(language, "surname first"))]  # fmt: skip
        for at, name in enumerate(names):
            a.truth["authors"][at]["name"][language] = name
        yield from [", ".join(names), f"({a.organisation(language, 0)})", ""]
        yield from [("title", a.title(language)), "", *_texts(a, language, ":")]
    yield from a.body()
    yield from a.references()


def bios_in_front(a: Article) -> Lines:
    """A short biography of each author between the names and the abstract."""
    a.organisations, a.numbers = 1, [1] * a.people
    yield from [*a.codes(a.own), "", ("title", a.title(a.own, capital=True)), ""]
    yield from [", ".join(a.names(a.own, "initials first")), a.organisation(a.own, 0), ""]
    yield f"<b>{ABOUT[a.own]}</b>"
    for at in range(a.people):
        name = a.name(a.own, at, "in full", is_byline=False)
        place = a.organisation(a.own, 0)
        line = f"{name} – {a.posts(a.own, at, 2)}, {place}, e-mail: {a.email(at)}"
        a.truth["bios"][a.own].append(line)
        yield line
    yield from ["", *_texts(a, a.own)]
    yield from a.body()
    yield from a.references()


def foreign_organisations(a: Article) -> Lines:
    """Every byline above organisations in English, the e-mail behind the organisation."""
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        yield from [("title", a.title(language)), ""]
        yield a.signed(language)
        lines = a.organisation_lines("en")
        yield from [f"<sup>{at}</sup> {line}" for at, line in enumerate(lines, 1)]
        yield from ["", *_texts(a, language)]
    yield from a.body()
    yield from a.references()


def keywords_in_lines(a: Article) -> Lines:
    """Labels alone on their lines, capital labels, the correspondence below the keywords."""
    a.organisations, a.numbers = 1, [1] * a.people
    yield from [*a.codes(a.own), "", ("title", a.title(a.own)), ""]
    yield from ["; ".join(a.names(a.own, "spaced initials")), a.organisation(a.own, 0), ""]
    for language in a.languages:
        if language != a.own:
            yield from [("title", a.title(language)), ""]
        yield from [f"<b>{a.label('abstract labels', language).upper()}</b>", a.abstract(language)]
        label = a.label("keywords labels", language).upper()
        yield from [f"<b>{label}</b>", a.keywords(language, "; "), ""]
        if language == a.own:
            name = a.name(language, 0, "in full", is_byline=False)
            yield from [CONTACT[language].format(name, a.email(0, True)), ""]
    yield from a.body()
    yield from a.references()


def names_with_organisation_in_capitals(a: Article) -> Lines:
    """The organisation in capitals, the names below in italics, the title last, in Kyrgyz order."""
    a.organisations, a.numbers = 1, [1] * a.people
    for language in a.languages:
        text = a.organisation(language, 0).upper()
        a.record_organisation(language, 0, text)
        yield from [text, f"<i>{', '.join(a.names(language, 'given first'))}</i>", ""]
        yield from [("title", a.title(language)), ""]
    for language in a.languages:
        yield from _texts(a, language)
    yield from a.body()
    yield from a.references()


def dated_thesis(a: Article) -> Lines:
    """A conference paper with a place and a date, several authors on lines, keywords only."""
    a.organisations, a.numbers = 1, [1] * a.people
    yield from ["«Ғылым және білім» конференциясы, Алматы, 12 мамыр 2023", ""]
    yield from [f"{name}" for name in a.names(a.own, "surname first")]
    yield from [a.organisation(a.own, 0), "", ("title", a.title(a.own, capital=True)), ""]
    yield from [f"{a.label('keywords labels', a.own)}: {a.keywords(a.own)}", ""]
    yield from a.body(with_headings=False)
    yield from a.references(both=False)


FAMILIES = (journal_head, bios_in_front, foreign_organisations, keywords_in_lines,
            names_with_organisation_in_capitals, dated_thesis)  # fmt: skip
