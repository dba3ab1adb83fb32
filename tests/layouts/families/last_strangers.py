"""Families that were written when the reader was ready: its reading of them is a forecast."""

from __future__ import annotations

from tests.layouts.families.article import Article
from tests.layouts.families.journals import Lines, _texts
from tests.layouts.words import WORDS

SUBJECT = {"kk": "Тарих ғылымдары", "ru": "Исторические науки", "en": "Historical sciences"}


def mails_in_brackets(a: Article) -> Lines:
    """Subject, type, marks, the e-mails in brackets behind the organisations."""
    yield from [a.codes(a.own)[0], SUBJECT[a.own], WORDS["types"][a.own][0], ""]
    a.truth["udc"] = []
    yield from [("title", a.title(a.own)), "", a.signed(a.own, "given first"), ""]
    mails = [[a.email(at) for at in range(a.people) if a.numbers[at] == number + 1]
             for number in range(a.organisations)]  # fmt: skip
    for at, line in enumerate(a.organisation_lines(a.own)):
        yield f"<sup>{at + 1}</sup>{line} (E-mail: {', '.join(mails[at])})"
    yield from ["", *_texts(a, a.own)]
    yield from a.body()
    yield from a.references()
    for language in a.languages[1:]:
        yield from ["", ("title", a.title(language)), "", a.signed(language, "given first"), ""]
        lines = a.organisation_lines(language)
        yield from [f"<sup>{at}</sup>{line}" for at, line in enumerate(lines, 1)]
        yield from ["", *_texts(a, language)]


def orcids_in_brackets(a: Article) -> Lines:
    """`Name [0000-…]` for each author, one organisation, abstract first in other languages."""
    a.organisations, a.numbers = 1, [1] * a.people
    yield from [("title", a.title(a.own)), ""]
    names = a.names(a.own, "given first")
    yield from [", ".join(f"{name} [{a.orcid(at)}]" for at, name in enumerate(names)), ""]
    yield from [a.organisation(a.own, 0), a.email(0), "", *_texts(a, a.own)]
    for language in a.languages[1:]:
        yield from [("title", a.title(language)), "", *_texts(a, language)]
    yield from a.body()
    yield from a.references()


def groups(a: Article) -> Lines:
    """The names below each organisation."""
    a.numbers = sorted(a.numbers)
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        yield from [("title", a.title(language, capital=True)), ""]
        for at in range(a.organisations):
            names = [a.name(language, each, "initials first")
                     for each in range(a.people) if a.numbers[each] == at + 1]  # fmt: skip
            yield from [f"<b>{', '.join(names)}</b>", a.organisation(language, at), ""]
        yield from _texts(a, language, ":")
    yield from a.body()
    yield from a.references()


def marked_posts(a: Article) -> Lines:
    """Each name with a mark on a line, the posts with the same marks, then the organisations."""
    a.organisations, a.numbers = a.people, list(range(1, a.people + 1))
    yield from [a.codes(a.own)[1], ""]
    a.truth["irsti"] = []
    for language in a.languages:
        yield from [("title", a.title(language)), ""]
        names = a.names(language, "in full")
        yield from [f"{name}<sup>{at}</sup>" for at, name in enumerate(names, 1)]
        for at in range(a.people):
            yield f"<sup>{at + 1}</sup>{a.posts(language, at)}, {a.organisation(language, at)}"
        yield from ["", *_texts(a, language)]
    yield from a.body()
    yield from a.references(both=False)


def authors_last(a: Article) -> Lines:
    """Title, abstract, keywords, then the authors and their organisations."""
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        yield from [("title", a.title(language)), "", *_texts(a, language)]
        yield from [a.signed(language, "spaced initials")]
        lines = a.organisation_lines(language)
        yield from [*(f"<sup>{at}</sup> {line}" for at, line in enumerate(lines, 1)), ""]
    yield from a.body()
    yield from a.references()


FAMILIES = (mails_in_brackets, orcids_in_brackets, groups, marked_posts, authors_last)
