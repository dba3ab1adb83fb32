"""Families whose people, organisations and topics are strange too; two of them are trained with.

The reader was measured on all of them when they were new.
"""

from __future__ import annotations

from tests.layouts.families.article import Article
from tests.layouts.families.journals import Lines, _texts


def orcids_after_names(a: Article) -> Lines:
    """`Name¹ ORCID: 0000-…` for each author on a line, in each language; a star for the contact."""
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        yield from [("title", a.title(language)), ""]
        for at, name in enumerate(a.names(language, "surname and given")):
            yield f"<b>{name}</b><sup>{a.numbers[at]}</sup> ORCID: {a.orcid(at)}"
        lines = a.organisation_lines(language)
        yield from ["", *(f"<sup>{at}</sup>{line}" for at, line in enumerate(lines, 1)), ""]
        yield from _texts(a, language)
    yield from a.body()
    yield from a.references()


def orcid_links_in_brackets(a: Article) -> Lines:
    """`N.P. Surname (https://orcid.org/…), …` in one line above one organisation, title below."""
    a.organisations, a.numbers = 1, [1] * a.people
    yield from [a.codes(a.own)[1], ""]
    a.truth["irsti"] = []
    for language in a.languages:
        names = a.names(language, "spaced initials")
        links = [f"{name} (https://orcid.org/{a.orcid(at)})" for at, name in enumerate(names)]
        yield from [", ".join(links), f"<i>{a.organisation(language, 0)}</i>", ""]
        yield from [("title", a.title(language, capital=True)), "", *_texts(a, language, ":")]
    yield from a.body()
    yield from a.references()


def degrees_before_organisations(a: Article) -> Lines:
    """Below each name one line: degree and post, then the organisation and its place."""
    a.organisations, a.numbers = a.people, list(range(1, a.people + 1))
    yield from [a.codes(a.own)[0], ""]
    a.truth["udc"] = []
    for language in a.languages:
        yield from [("title", a.title(language)), ""]
        for at, name in enumerate(a.names(language, "in full")):
            yield f"<b>{name}</b>"
            yield f"<i>{a.posts(language, at)}, {a.organisation(language, at)}</i>"
        yield from ["", *_texts(a, language, " –")]
    yield from a.body()
    yield from a.references()


def stacked_capitals(a: Article) -> Lines:
    """In each language title, names and organisation in capitals; the abstracts come later."""
    a.organisations, a.numbers = 1, [1] * a.people
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        yield from [("title", a.title(language, capital=True))]
        yield f"<b>{', '.join(a.names(language, 'initials first'))}</b>"
        text = a.organisation(language, 0).upper()
        a.record_organisation(language, 0, text)
        yield from [text, ""]
    for language in a.languages:
        yield from _texts(a, language)
    yield from a.body()
    yield from a.references()


FAMILIES = (orcids_after_names, orcid_links_in_brackets, degrees_before_organisations,
            stacked_capitals)  # fmt: skip
