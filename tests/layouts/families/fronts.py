"""Families of fronts: labelled, in tables and in YAML, with lines of their own for each author."""

from __future__ import annotations

from tests.layouts.families.article import Article
from tests.layouts.families.journals import Lines, _texts
from tests.layouts.words import LANGUAGES

FIELDS = {
    "kk": ("Мақала атауы", "Автордың аты-жөні", "Мекемесі", "Электрондық пошта"),
    "ru": ("Заголовок", "Ф.И.О. авторов", "Место работы", "Электронная почта"),
    "en": ("Title of the article", "Full name", "Place of work", "Contact e-mail"),
}
PHONE = {"kk": "тел.: +7 700 000 00 00", "ru": "тел. 8 (700) 000-00-00", "en": "+7 700 000 0000"}
AUTHOR_MARK = {"kk": "(корреспонденция авторы)", "ru": "(автор-корреспондент)",
               "en": "(corresponding author)"}  # fmt: skip


def labelled_front(a: Article) -> Lines:
    """Other words for the labels of title, authors, organisation and e-mail."""
    a.organisations, a.numbers = 1, [1] * a.people
    for language in a.languages:
        title, names, organisation, mail = FIELDS[language]
        yield f"<b>{title}:</b> {a.title(language)}"
        yield f"<b>{names}:</b> {', '.join(a.names(language, 'in full'))}"
        yield f"<b>{organisation}:</b> {a.organisation(language, 0)}"
        if language == a.own:
            yield f"<b>{mail}:</b> {a.email(0)}"
        yield from _texts(a, language, ":")
    yield from a.body()
    yield from a.references()


def own_lines(a: Article) -> Lines:
    """Each author: name in capitals, post, organisation, e-mail and telephone on lines."""
    a.organisations, a.numbers = a.people, list(range(1, a.people + 1))
    yield from [*a.codes(a.own)[1:], ""]
    a.truth["irsti"] = []
    for language in a.languages:
        yield from [("title", a.title(language)), ""]
        for at in range(a.people):
            yield f"<b>{a.name(language, at, 'capital surname')}</b>"
            yield a.posts(language, at)
            yield a.organisation(language, at)
            if language == a.own:
                yield from [f"E-mail: {a.email(at)}", PHONE[language]]
            yield ""
        yield from _texts(a, language)
    yield from a.body()
    yield from a.references()


def yaml_front(a: Article) -> Lines:
    """A YAML header with authors and numbered institutes."""
    yield from ["---", f'title: "{a.title(a.own)}"', f"lang: {a.own}", "author:"]
    lines = a.organisation_lines(a.own)
    for at, name in enumerate(a.names(a.own, "given first")):
        yield from [f"  - name: {name}", f"    institute: [{a.numbers[at]}]"]
        yield from [f"    email: {a.email(at)}", f'    orcid: "{a.orcid(at)}"']
        if not at:
            yield "    correspondence: true"
            a.star(at)
    yield "institute:"
    yield from [f"  - {at}: {line}" for at, line in enumerate(lines, 1)]
    yield f"keywords: [{a.keywords(a.own)}]"
    yield from ["abstract: |", f"  {a.abstract(a.own)}", "---", ""]
    yield from a.body()
    yield from a.references(both=False)


def table_front(a: Article) -> Lines:
    """A table with one language in each column."""
    a.organisations, a.numbers = 1, [1] * a.people
    rows = [[a.title(language) for language in LANGUAGES]]
    rows.append([", ".join(a.names(language, "initials first")) for language in LANGUAGES])
    rows.append([a.organisation(language, 0) for language in LANGUAGES])
    rows.append([f"{a.label('abstract labels', language)}. {a.abstract(language)}"
                 for language in LANGUAGES])  # fmt: skip
    rows.append([f"{a.label('keywords labels', language)}: {a.keywords(language)}"
                 for language in LANGUAGES])  # fmt: skip
    yield from [*a.codes(a.own), ""]
    yield from (("row", " | ".join(row)) for row in rows)
    yield ""
    yield from a.body()
    yield from a.references()


def units(a: Article) -> Lines:
    """The unit, the university and the place of each organisation on lines of their own."""
    a.organisations, a.numbers = 1, [1] * a.people
    unit = {"kk": "Жалпы тарих кафедрасы", "ru": "Кафедра общей истории",
            "en": "Department of General History"}  # fmt: skip
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        yield from [("title", a.title(language)), "", ", ".join(a.names(language)), ""]
        whole = a.organisation(language, 0)
        a.record_organisation(language, 0, f"{unit[language]}, {whole}")
        name, _, place = whole.partition(", ")
        yield from [f"{unit[language]},", f"{name},", place, ""]
        yield from _texts(a, language)
    yield from a.body()
    yield from a.references()


def named_correspondent(a: Article) -> Lines:
    """`(corresponding author)` behind a name, an e-mail below each, the marks first."""
    yield from [*a.codes(a.own), ""]
    for language in a.languages:
        yield from [("title", a.title(language)), ""]
        for at, name in enumerate(a.names(language)):
            last = f" {AUTHOR_MARK[language]}" if at == a.people - 1 and a.star(at) else ""
            yield f"<sup>{a.numbers[at]}</sup>{name}{last}"
            if language == a.own:
                yield a.email(at)
        lines = a.organisation_lines(language)
        yield from ["", *(f"<sup>{at}</sup>{line}" for at, line in enumerate(lines, 1)), ""]
        yield from _texts(a, language)
    yield from a.body()
    yield from a.references()


def contact_block(a: Article) -> Lines:
    """The e-mails in one block below all organisations; ORCID addresses likewise."""
    yield from [*a.codes(a.own), "", ("title", a.title(a.own)), ""]
    yield from [a.signed(a.own, "given first"), ""]
    lines = a.organisation_lines(a.own)
    yield from [f"<sup>{at}</sup>{line}" for at, line in enumerate(lines, 1)]
    yield from ["", f"E-mails: {'; '.join(a.email(at) for at in range(a.people))}"]
    yield from [f"https://orcid.org/{a.orcid(at)}" for at in range(a.people)]
    yield ""
    yield from _texts(a, a.own)
    yield from a.body()
    yield from a.references()
    for language in a.languages[1:]:
        yield from ["", ("title", a.title(language)), ""]
        yield from [", ".join(a.names(language, "given first")), ""]
        yield from _texts(a, language)


FAMILIES = (labelled_front, own_lines, yaml_front, table_front, units, named_correspondent,
            contact_block)  # fmt: skip
