"""Families that were written after the reader was: how it reads them was measured once."""

from __future__ import annotations

from tests.layouts.families.article import Article
from tests.layouts.families.journals import Lines, _texts
from tests.layouts.words import WORDS

TOPICS = {"kk": "ТАРИХ ЖӘНЕ АРХЕОЛОГИЯ", "ru": "ИСТОРИЯ И АРХЕОЛОГИЯ",
          "en": "HISTORY AND ARCHAEOLOGY"}  # fmt: skip
WORKS_AT = {"kk": "Жұмыс орны", "ru": "Место работы, учёбы", "en": "Employer"}
HEADS = {"kk": "Негізгі ережелер", "ru": "Основные положения", "en": "Main provisions"}


def rubric_and_cards(a: Article) -> Lines:
    """A rubric, the title, then a card for each author with ORCID, e-mail and organisation."""
    a.organisations, a.numbers = a.people, list(range(1, a.people + 1))
    yield from [TOPICS[a.own], "", a.codes(a.own)[0], "", ("title", a.title(a.own)), ""]
    a.truth["udc"] = []
    for at in range(a.people):
        yield f"<b>{a.name(a.own, at, 'given first')}</b>"
        yield f"ORCID iD: https://orcid.org/{a.orcid(at)}"
        yield f"<i>{a.organisation(a.own, at)}</i>"
        yield from [f"E-mail: {a.email(at)}", ""]
    yield from _texts(a, a.own)
    yield from a.body()
    yield from a.references()
    for language in a.languages[1:]:
        yield from ["", ("title", a.title(language)), ""]
        for at in range(a.people):
            yield f"<b>{a.name(language, at, 'given first')}</b>"
            yield from [f"<i>{a.organisation(language, at)}</i>", ""]
        yield from _texts(a, language)


def marks_after_comma(a: Article) -> Lines:
    """`Surname N.P.,<sup>1</sup>` and a star at the organisation's e-mail; abstracts stacked."""
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        a.star(0)
        yield a.signed(language, "initials first").replace("</sup>", "*</sup>", 1)
        yield from [f"<sup>{at}</sup>{line}"
                    for at, line in enumerate(a.organisation_lines(language), 1)]  # fmt: skip
        if language == a.own:
            yield f"*e-mail: {a.email(0)}"
        yield from ["", ("title", a.title(language, capital=True)), ""]
    for language in a.languages:
        yield from _texts(a, language, ":")
    yield from a.body()
    yield from a.references()


def keywords_first(a: Article) -> Lines:
    """The keywords above the abstract, authors at the end of the front."""
    a.organisations, a.numbers = 1, [1] * a.people
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        yield from [("title", a.title(language)), ""]
        yield from [", ".join(a.names(language, "surname first"))]
        yield from [f"<i>{a.organisation(language, 0)}</i>", ""]
        yield f"<b>{a.label('keywords labels', language)}:</b> {a.keywords(language)}"
        yield from [f"<b>{a.label('abstract labels', language)}.</b> {a.abstract(language)}", ""]
    yield from a.body()
    yield from a.references()


def provisions(a: Article) -> Lines:
    """Main provisions before the introduction; names with patronymics, posts in brackets."""
    a.organisations, a.numbers = 1, [1] * a.people
    yield from [*a.codes(a.own), "", ("title", a.title(a.own)), ""]
    yield from [f"{a.name(a.own, at, 'in full')} ({a.posts(a.own, at)})"
                for at in range(a.people)]  # fmt: skip
    yield from [a.organisation(a.own, 0), ""]
    yield from _texts(a, a.own)
    text = a.abstracts[a.own]
    a.truth["sections"].append({"heading": HEADS[a.own], "text": text})
    yield from [("heading", HEADS[a.own]), text]
    yield from a.body()
    yield from a.references()


def student_work(a: Article) -> Lines:
    """`Автор: …`, `Место учёбы: …`, a supervisor, a place and year."""
    a.people, a.organisations, a.numbers = 1, 1, [1]
    a.truth["authors"] = a.truth["authors"][:1]
    by = {"kk": "Орындаған", "ru": "Автор работы", "en": "Author"}[a.own]
    head = {"kk": "Ғылыми жетекшісі", "ru": "Научный руководитель", "en": "Supervisor"}[a.own]
    yield from [("title", a.title(a.own, capital=True)), ""]
    yield f"{by}: {a.name(a.own, 0, 'in full')}, {a.posts(a.own, 0)}"
    yield f"{WORKS_AT[a.own]}: {a.organisation(a.own, 0)}"
    yield f"{head}: {WORDS['posts'][a.own][0]} Ө. Сынақ"
    yield from ["", *_texts(a, a.own), *a.body(), *a.references(both=False)]


def two_languages_in_lines(a: Article) -> Lines:
    """The organisation behind each name in brackets, several authors in one paragraph."""
    a.organisations, a.numbers = a.people, list(range(1, a.people + 1))
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        yield from [("title", a.title(language)), ""]
        yield ", ".join(f"{a.name(language, at, 'given first')} ({a.organisation(language, at)})"
                        for at in range(a.people))  # fmt: skip
        yield from ["", *_texts(a, language)]
    yield from a.body()
    yield from a.references()


def abstract_only_abroad(a: Article) -> Lines:
    """The other languages have a title and an abstract, but no names."""
    yield from [*a.codes(a.own)[:1], "", ("title", a.title(a.own, capital=True)), ""]
    a.truth["udc"] = []
    yield from [" – ".join(a.names(a.own, "spaced initials")[:1]), ""] if a.people == 1 else [
        ", ".join(a.names(a.own, "spaced initials")), ""]  # fmt: skip
    a.numbers = [1] * a.people
    yield from [a.organisation(a.own, 0), f"{a.email(0)}", "", *_texts(a, a.own)]
    for language in a.languages[1:]:
        yield from [("title", a.title(language, capital=True)), "", *_texts(a, language)]
    yield from a.body()
    yield from a.references()


FAMILIES = (rubric_and_cards, marks_after_comma, keywords_first, provisions, student_work,
            two_languages_in_lines, abstract_only_abroad)  # fmt: skip
