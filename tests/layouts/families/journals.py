"""Families of journals; a line is a text, or a style with a text."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layouts.families.article import Article
from tests.layouts.words import WORDS

Lines = Iterator[str | tuple[str, str]]
LETTERS = "abcdef"


def standard(a: Article) -> Lines:
    """The Russian standard: each author with organisation, city, country, e-mail, ORCID."""
    a.organisations, a.numbers = a.people, list(range(1, a.people + 1))
    yield from [WORDS["types"][a.own][0], "", *a.codes(a.own)[1:], ""]
    a.truth["irsti"] = []
    for language in [a.own, *(["en"] if a.own != "en" else [])]:
        yield from [("title", a.title(language)), ""]
        for at in range(a.people):
            name = a.name(language, at, "in full, given first")
            place = a.organisation(language, at)
            mail = f", {a.email(at)}, https://orcid.org/{a.orcid(at)}" if language == a.own else ""
            yield f"{name}, {place}{mail}"
        yield from ["", f"{a.label('abstract labels', language)}: {a.abstract(language)}", ""]
        yield from [f"{a.label('keywords labels', language)}: {a.keywords(language)}", ""]
    yield from a.body()
    yield from a.references(both=False)


def letters(a: Article) -> Lines:
    """Letters as marks, a list of ORCIDs, other languages at the end."""
    yield from [*a.codes(a.own), "", ("title", a.title(a.own, capital=True)), ""]
    yield from _letters_block(a, a.own)
    ids = "; ".join(
        f"{a.name(a.own, at, 'surname first', False)} – {a.orcid(at)}" for at in range(a.people)
    )
    yield from [f"ORCID: {ids}", f"<sup>*</sup>E-mail: {a.email(0, True)}", ""]
    yield from _texts(a, a.own)
    yield from a.body()
    yield from a.references()
    for language in a.languages[1:]:
        yield from ["", ("title", a.title(language, capital=True)), ""]
        yield from _letters_block(a, language)
        yield from _texts(a, language)


def _letters_block(a: Article, language: str) -> Lines:
    marks = [LETTERS[number - 1] for number in a.numbers]
    marks[0] += a.star(0)
    names = zip(a.names(language), marks, strict=True)
    yield from [", ".join(f"{name}<sup>{mark}</sup>" for name, mark in names), ""]
    for at, line in enumerate(a.organisation_lines(language)):
        yield f"<sup>{LETTERS[at]}</sup>{line}"
    yield ""


def _texts(a: Article, language: str, end: str = ".") -> Lines:
    label = a.label("abstract labels", language)
    yield from [f"<b>{label}{end}</b> {a.abstract(language)}", ""]
    label = a.label("keywords labels", language)
    yield from [f"<b>{label}:</b> {a.keywords(language)}", ""]


def bracketed_numbers(a: Article) -> Lines:
    """`Name (1), Name (2)`; the organisations in one paragraph; titles in three languages first."""
    yield from a.codes(a.own)
    yield ""
    for language in a.languages:
        yield from [("title", a.title(language)), ""]
    for language in a.languages:
        yield from [a.signed(language, pattern="{} ({})"), ""]
        lines = a.organisation_lines(language)
        yield from [f"({at}) {line}" for at, line in enumerate(lines, 1)]
        yield ""
    for language in a.languages:
        yield from _texts(a, language)
    yield from a.body()
    yield from a.references()


def capital_stack(a: Article) -> Lines:
    """Capital titles, the names in capitals, the unit and the university on lines of their own."""
    a.organisations, a.numbers = 1, [1] * a.people
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        yield from [("title", a.title(language, capital=True)), ""]
        names = [name.upper() for name in a.names(language, "initials first")]
        for at, name in enumerate(names):
            a.truth["authors"][at]["name"][language] = name
        yield from [", ".join(names), ""]
        yield from [f"<i>{a.organisation(language, 0)}</i>", f"<i>e-mail: {a.email(0)}</i>", ""]
        yield from _texts(a, language)
    yield from a.body()
    yield from a.references()


def degrees_before_names(a: Article) -> Lines:
    """`к.т.н., доцент Surname N.P.`, each on a line; one organisation below."""
    a.organisations, a.numbers = 1, [1] * a.people
    for language in a.languages:
        yield from [("title", a.title(language)), ""]
        for at in range(a.people):
            yield f"{a.posts(language, at)} {a.name(language, at, 'surname first')}"
        yield from ["", a.organisation(language, 0), ""]
        yield from _texts(a, language, ":")
    yield from a.body()
    yield from a.references()


def spaced_labels(a: Article) -> Lines:
    """`А н н о т а ц и я.`, authors first, superscripts with blanks."""
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        yield from [a.signed(language, pattern="{} <sup>{}</sup>"), ""]
        lines = a.organisation_lines(language)
        yield from [f"<sup>{at}</sup> {line}" for at, line in enumerate(lines, 1)]
        yield from ["", ("title", a.title(language, capital=True)), ""]
        label = " ".join(WORDS["abstract labels"][language][0])
        yield from [f"{label}. {a.abstract(language)}", ""]
        label = "  ".join(" ".join(word) for word in a.label("keywords labels", language).split())
        yield from [f"{label}: {a.keywords(language, '; ')}", ""]
    yield from a.body()
    yield from a.references()


def english_first(a: Article) -> Lines:
    """`By A and B`, organisations with streets below, other languages at the end."""
    a.own = a.truth["article_language"] = "en"
    yield from [("title", a.title("en")), ""]
    yield from [" and ".join(a.signed("en", "given first").rsplit(", ", 1)), ""]
    lines = a.organisation_lines("en")
    yield from [f"<sup>{at}</sup> {line}" for at, line in enumerate(lines, 1)]
    yield from [f"Correspondence: {a.email(0, True)}; Tel.: +7 700 000 00 00", ""]
    yield "Received: 11 January 2022; Accepted: 3 March 2022; Published: 30 March 2022"
    a.truth["dates"] |= {"received": "2022-01-11", "accepted": "2022-03-03",
                         "published": "2022-03-30"}  # fmt: skip
    yield from ["", *_texts(a, "en", ":")]
    yield from a.body()
    yield from a.references()
    for language in ("kk", "ru"):
        yield from ["", ("title", a.title(language)), ""]
        yield from [", ".join(a.names(language, "given first")), ""]
        yield from _texts(a, language)


def organisations_first(a: Article) -> Lines:
    """The organisation in capitals above the names, the degrees in brackets behind them."""
    a.organisations, a.numbers = 1, [1] * a.people
    yield from [*a.codes(a.own)[:1], ""]
    a.truth["udc"] = []
    for language in a.languages:
        yield from [a.organisation(language, 0), ""]
        for at in range(a.people):
            yield f"<b>{a.name(language, at, 'in full')}</b> ({a.posts(language, at, 2)})"
        yield from ["", ("title", a.title(language)), ""]
        yield from _texts(a, language, " –")
    yield from a.body()
    yield from a.references()


FAMILIES = (standard, letters, bracketed_numbers, capital_stack, degrees_before_names,
            spaced_labels, english_first, organisations_first)  # fmt: skip
