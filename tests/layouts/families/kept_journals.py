"""Families that are kept apart for ever: nobody trains with them or mends what they show."""

from __future__ import annotations

from tests.layouts import words
from tests.layouts.families.article import Article
from tests.layouts.families.journals import Lines, _texts

CITY = {"kk": "Алматы", "ru": "Алматы", "en": "Almaty"}
ADVISOR = {"kk": "Ғылыми жетекші: з.ғ.к., доцент Қ. Ойдан",
           "ru": "Научный руководитель: к.ю.н., доцент К. Ойдан",
           "en": "Academic advisor: Assoc. Prof. K. Oidan"}  # fmt: skip
GROUPS = {"kk": "«Жүрек» зерттеу тобы", "ru": "Исследовательская группа «Сердце»",
          "en": "HEART Study Group"}  # fmt: skip
SENT = {"kk": "Хат алмасуға жауапты автор", "ru": "Автор, ответственный за переписку",
        "en": "Corresponding author"}  # fmt: skip


def names_then_mail_in_brackets(a: Article) -> Lines:
    """UDC; initials and surnames with marks, organisations closed by semicolons, e-mail in
    brackets; capitals; an abstract in italics without a label."""
    yield from [a.codes(a.own)[1], ""]
    a.truth["irsti"] = []
    for language in a.languages:
        names = a.names(language, "initials first")
        marks = [f"{number}*" if not at else str(number) for at, number in enumerate(a.numbers)]
        a.star(0)
        signed = [f"{name}<sup>{mark}</sup>" for name, mark in zip(names, marks, strict=True)]
        yield f"<b>{', '.join(signed)}</b>"
        lines = a.organisation_lines(language)
        yield from [f"<i><sup>{at}</sup>{line};</i>" for at, line in enumerate(lines[:-1], 1)]
        yield f"<i><sup>{len(lines)}</sup>{lines[-1]}</i>"
        if language == a.own:
            yield f"<i>(*{SENT[language]}: e-mail: {a.email(0)})</i>"
        yield from ["", ("title", a.title(language, capital=True)), ""]
        yield f"<i>{a.abstract(language)}</i>"
        yield f"<i>{a.label('keywords labels', language)}:</i> {a.keywords(language)}."
        yield ""
    yield from a.body()
    yield from a.references()


def law_review(a: Article) -> Lines:
    """The title, then for each author name, degree, post, organisation, e-mail, ORCID, below one
    another with labels; the other languages keep titles and names only in one line."""
    a.organisations, a.numbers = a.people, list(range(1, a.people + 1))
    yield from [a.codes(a.own)[1], a.codes(a.own)[0], "", ("title", a.title(a.own, capital=True))]
    for at in range(a.people):
        yield f"<b>{a.name(a.own, at, 'in full')}</b>"
        yield f"{a.posts(a.own, at)}"
        yield f"{a.organisation(a.own, at)}"
        yield f"e-mail: {a.email(at)} ORCID ID: {a.orcid(at)}"
        yield ""
    yield from _texts(a, a.own)
    for language in a.languages[1:]:
        yield ("title", a.title(language, capital=True))
        yield f"<b>{'; '.join(a.names(language, 'in full'))}</b>"
        yield from ["", *_texts(a, language)]
    yield from a.body()
    yield from a.references()


def clinical(a: Article) -> Lines:
    """Surnames with initials and marks, a group of authors last, structured abstracts with run-in
    parts, a line for citation, ORCIDs listed with the names."""
    chance = a.chance
    yield from [("title", a.title(a.own)), ""]
    group = a.people
    a.truth["authors"].append({"order": group + 1, "name": dict.fromkeys(("kk", "ru", "en")),
                               "affiliations": [], "corresponding": False, "email": None,
                               "orcid": None})  # fmt: skip
    for language in a.languages:
        if language != a.own:
            yield from [("title", a.title(language)), ""]
        a.truth["authors"][group]["name"][language] = GROUPS[language]
        yield f"{a.signed(language, 'surname first')}, {GROUPS[language]}"
        lines = a.organisation_lines(language)
        yield from [f"<sup>{at}</sup> {line}" for at, line in enumerate(lines, 1)]
        yield ""
        parts = [f"<b>{head}:</b> {words.sentences(chance, language, 2, a.words)}"
                 for head in a.words["subheadings"][language]]  # fmt: skip
        text = " ".join(part.replace("<b>", "").replace("</b>", "") for part in parts)
        a.truth["abstract"][language] = text
        yield f"<b>{a.label('abstract labels', language)}</b>"
        yield from parts
        yield f"<b>{a.label('keywords labels', language)}:</b> {a.keywords(language)}"
        yield ""
    ids = "; ".join(f"{a.name(a.own, at, 'surname first', False)}, {a.orcid(at)}"
                    for at in range(a.people))  # fmt: skip
    yield f"ORCID: {ids}"
    yield from a.body()
    yield from a.references(both=False)


def student_conference(a: Article) -> Lines:
    """UDC, a title in capitals, names with posts in brackets and a city, an organisation in
    quotation marks below, an advisor, a single abstract, the text without headings."""
    a.organisations, a.numbers = 1, [1] * a.people
    yield from [a.codes(a.own)[1], ("title", a.title(a.own, capital=True)), ""]
    a.truth["irsti"] = []
    names = a.names(a.own, "surname first")
    yield from [f"<b>{name}</b> ({a.posts(a.own, at)})" for at, name in enumerate(names)]
    yield from [f"<i>{a.organisation(a.own, 0)}</i>", f"<i>{ADVISOR[a.own]}</i>", ""]
    yield f"{a.label('abstract labels', a.own)}: {a.abstract(a.own)}"
    yield f"{a.label('keywords labels', a.own)}: {a.keywords(a.own, '; ')}"
    yield from a.body(with_headings=False)
    yield from a.references(both=False)


FAMILIES = (names_then_mail_in_brackets, law_review, clinical, student_conference)
