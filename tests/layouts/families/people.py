"""Families of what stands beside and below names: ORCIDs, posts with organisations, groups."""

from __future__ import annotations

from tests.layouts.families.article import Article
from tests.layouts.families.journals import Lines, _texts
from tests.layouts.words import WORDS

BESIDE = ("{} ORCID: {}", "{} [{}]", "{} (https://orcid.org/{})", "{}, ORCID ID {}", "{} ({})",
          "{}, https://orcid.org/{}", "{} iD {}")  # fmt: skip


def orcids_beside_names(a: Article) -> Lines:
    """An ORCID beside each name, in a line or on lines; the title above or below."""
    pattern, is_first = a.chance.choice(BESIDE), a.chance.random() < 0.5
    is_in_line, is_marked = a.chance.random() < 0.5, a.chance.random() < 0.5
    a.organisations = a.organisations if is_marked else 1
    a.numbers = [at % a.organisations + 1 for at in range(a.people)]
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        yield from [] if is_first else [("title", a.title(language)), ""]
        signed = [f"{name}<sup>{number}</sup>" if is_marked else name
                  for name, number in zip(a.names(language), a.numbers, strict=True)]  # fmt: skip
        people = [pattern.format(name, a.orcid(at)) for at, name in enumerate(signed)]
        yield from [("; " if ", " in pattern else ", ").join(people)] if is_in_line else people
        lines = a.organisation_lines(language)
        yield from [f"<sup>{at}</sup>{line}" if is_marked else line
                    for at, line in enumerate(lines, 1)]  # fmt: skip
        yield from ["", *([("title", a.title(language)), ""] if is_first else [])]
        yield from _texts(a, language)
    yield from a.body()
    yield from a.references()


def posts_with_organisations(a: Article) -> Lines:
    """Posts before the organisation on its line, below each name or with its mark."""
    is_marked, is_bold = a.chance.random() < 0.5, a.chance.random() < 0.5
    a.organisations, a.numbers = a.people, list(range(1, a.people + 1))
    for language in a.languages:
        yield from [("title", a.title(language)), ""]
        places = []
        for at, name in enumerate(a.names(language)):
            sign = f"<sup>{at + 1}</sup>" if is_marked else ""
            yield f"<b>{name}</b>{sign}" if is_bold else f"{name}{sign}"
            places.append(f"{sign}{a.posts(language, at)}, {a.organisation(language, at)}")
            yield from [] if is_marked else places[-1:]
        yield from places if is_marked else []
        yield from ["", *_texts(a, language)]
    yield from a.body()
    yield from a.references()


def stacked_fronts(a: Article) -> Lines:
    """Title, names and organisation of each language in capitals, then all abstracts."""
    a.organisations, a.numbers = 1, [1] * a.people
    is_capital = [a.chance.random() < 0.7 for _ in range(3)]
    is_name_first = a.chance.random() < 0.5
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        title = [("title", a.title(language, capital=is_capital[0]))]
        names = a.names(language)
        text = a.organisation(language, 0)
        text = text.upper() if is_capital[2] else text
        a.record_organisation(language, 0, text)
        yield from [] if is_name_first else title
        yield from [f"<b>{', '.join(names)}</b>", text]
        yield from [*(title if is_name_first else []), ""]
    for language in a.languages:
        yield from _texts(a, language)
    yield from a.body()
    yield from a.references()


def group_of_authors(a: Article) -> Lines:
    """The last author is a group: in the line, or on the next line on its behalf."""
    is_below = a.chance.random() < 0.5
    before = {"kk": "", "ru": "от имени ", "en": "on behalf of "}
    a.truth["authors"].append({**a.truth["authors"][0], "order": a.people + 1, "name": {}})
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        yield from [("title", a.title(language)), ""]
        group = WORDS["groups"][language][0].removeprefix("the ")
        signed = a.signed(language)
        a.truth["authors"][-1]["name"][language] = group
        if is_below and before[language]:
            yield from [signed, f"{before[language]}{group}"]
        else:
            yield f"{signed}, {group}"
        lines = a.organisation_lines(language)
        yield from [f"<sup>{at}</sup>{line}" for at, line in enumerate(lines, 1)]
        yield from ["", *_texts(a, language)]
    a.truth["authors"][-1]["affiliations"] = []
    yield from a.body()
    yield from a.references()


FAMILIES = (orcids_beside_names, posts_with_organisations, stacked_fronts, group_of_authors)
