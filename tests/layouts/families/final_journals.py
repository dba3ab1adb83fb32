"""Families that were written when all else was done: how they are read was measured once."""

from __future__ import annotations

from tests.layouts.families.article import Article
from tests.layouts.families.journals import Lines, _texts

CITE = {"kk": "Дәйексөз үшін", "ru": "Для цитирования", "en": "For citation"}
THANKS = {"kk": "Алғыс: жұмыс ешбір қолдаусыз орындалды.",
          "ru": "Благодарности: авторы благодарят рецензентов.",
          "en": "Acknowledgments: the authors thank the reviewers."}  # fmt: skip
SECTION = {"kk": "2-секция. Аграрлық ғылымдар", "ru": "Секция 2. Аграрные науки",
           "en": "Section 2. Agrarian sciences"}  # fmt: skip


def standard_with_marks(a: Article) -> Lines:
    """The Russian standard with marks: type, UDC, title, names, organisations, a line of e-mail
    and ORCID for each author, thanks and a line for citation between keywords and text."""
    yield from [a.words["types"][a.own][0], a.codes(a.own)[1], ""]
    a.truth["irsti"] = []
    for language in [a.own, *a.languages[1:2]]:
        yield from [("title", a.title(language)), ""]
        yield f"<b>{a.signed(language, 'in full, given first')}</b>"
        lines = a.organisation_lines(language)
        yield from [f"<i><sup>{at}</sup>{line}</i>" for at, line in enumerate(lines, 1)]
        if language == a.own:
            for at in range(a.people):
                number = a.numbers[at]
                yield f"<sup>{number}</sup>{a.email(at)}, https://orcid.org/{a.orcid(at)}"
        yield from ["", *_texts(a, language)]
        yield THANKS[language]
        names = ", ".join(a.name(language, at, "surname first", False) for at in range(a.people))
        yield f"{CITE[language]}: {names} {a.titles[language]} // Вестник. 2022. № 2. С. 15–24."
    a.truth["pages"] = {"first": 15, "last": 24}
    yield from a.body()
    yield from a.references()


def capital_surnames_with_posts(a: Article) -> Lines:
    """`SURNAME Given Patronymic – post, organisation, place (e-mail)` for each author above the
    title; the other languages have titles and texts only, behind the references."""
    a.organisations, a.numbers = a.people, list(range(1, a.people + 1))
    yield from [a.codes(a.own)[0], ""]
    a.truth["udc"] = []
    for at in range(a.people):
        surname, rest = a.name(a.own, at, "in full").split(" ", 1)
        name = f"{surname.upper()} {rest}"
        a.truth["authors"][at]["name"][a.own] = name
        yield f"{name} – {a.posts(a.own, at)}, {a.organisation(a.own, at)} ({a.email(at)})"
    yield from ["", ("title", a.title(a.own)), "", *_texts(a, a.own, ":")]
    yield from a.body()
    yield from a.references()
    for language in a.languages[1:]:
        yield from ["", ("title", a.title(language)), "", *_texts(a, language, ":")]


def titles_first(a: Article) -> Lines:
    """The titles of three languages, then the names and the organisation of each on one line,
    then a table of contents' worth of abstracts with capital labels."""
    a.organisations, a.numbers = 1, [1] * a.people
    yield from [*reversed(a.codes(a.own)), ""]
    for language in a.languages:
        yield ("title", a.title(language, capital=language == a.own))
    for language in a.languages:
        names = ", ".join(a.names(language, "initials first"))
        yield f"<b>{names}</b> ({a.organisation(language, 0)})"
    yield f"*E-mail: {a.email(0, True)}"
    for language in a.languages:
        yield from ["", *_texts(a, language, ":")]
    yield from a.body()
    yield from a.references()


def section_paper(a: Article) -> Lines:
    """A conference paper: section, names with cities below, then the title, an abstract in two
    languages without keywords, numbered organisations as footnotes would be."""
    yield from [SECTION[a.own], ""]
    names = a.names(a.own, "spaced initials")
    for name, number in zip(names, a.numbers, strict=True):
        yield f"<i>{name}</i><sup>{number}</sup>"
    yield from [f"{at} {line}" for at, line in enumerate(a.organisation_lines(a.own), 1)]
    yield from ["", ("title", a.title(a.own, capital=True)), ""]
    for language in a.languages[:2]:
        yield from [f"<b>{a.label('abstract labels', language)}.</b> {a.abstract(language)}", ""]
    yield from a.body(with_headings=False)
    yield from a.references(both=False)


FAMILIES = (standard_with_marks, capital_surnames_with_posts, titles_first, section_paper)
