"""Families that an examiner wrote without knowing the reader, kept apart for ever: whoever works
on the reader neither trains with them nor reads what they show."""

from __future__ import annotations

from collections.abc import Iterator

from tests.layouts.families import examined_labels as printed
from tests.layouts.families.article import Article
from tests.layouts.families.examined_parts import (
    Lines,
    card,
    citation,
    doi,
    each_at_home,
    name,
    names,
    numbered,
    structured_abstract,
)


def health_review(a: Article) -> Lines:
    """Dates first; the label of the abstract above title and names in the other languages; ORCIDs
    behind the names, abstracts in paragraphs with subheadings, three citations."""
    a.truth["dates"] |= {"received": "2023-01-12", "accepted": "2023-03-15",
                         "published": "2023-04-30"}  # fmt: skip
    lines: Lines = [printed.DATES[a.own], "", f"DOI {doi(a, 'SH.2023.25.1.001')}"]
    lines.append(a.codes(a.own)[1])
    a.truth["irsti"] = []
    for language in a.languages:
        lines += ["", *[f"<b>{printed.SUMMARY[language]}</b>"] * (language != a.own)]
        lines += [("title", a.title(language, capital=True)), ""]
        for at, number in enumerate(a.numbers):
            person = name(a, language, at, "{given} {p}. {surname}")
            lines.append(f"<b>{person}<sup>{number}</sup></b>, https://orcid.org/{a.orcid(at)}")
        lines += numbered(a, language, "<sup>{}</sup> {}")
        lines += ["", *[f"<b>{printed.SUMMARY[language]}</b>"] * (language == a.own)]
        lines += structured_abstract(a, language)
        lines.append(f"<b><i>{printed.KEYWORDS[language]}:</i></b> {a.keywords(language)}.")
    for language in a.languages:
        lines += ["", printed.SOURCE[language], citation(a, language, "5-14")]
    lines += [*a.body(), *a.references(), "", printed.POST[a.own]]
    return [*lines, card(a, a.own, 0), f"E-mail: {a.email(0, True)}", "Tel.: +7 700 000 00 00"]


def economics(a: Article) -> Lines:
    """The citation before the abstract, labels in capitals, statements and history below, the
    corresponding author with post, organisation, telephone and e-mail on one line."""
    a.truth["dates"] |= {"received": "2023-01-12", "accepted": "2023-03-15"}
    a.star(0)
    both = ",2" if a.organisations > 1 else ""
    marks = [f"1{both}*", *map(str, a.numbers[1:])]
    lines: Lines = [f"{printed.PAPER[a.own]}  https://doi.org/{doi(a, '1997-0000-2023-2-19-38')}",
                    f"{a.codes(a.own)[0]}", "JEL: O14, M21", ""]  # fmt: skip
    a.truth["udc"] = []
    for language in a.languages:
        lines += [("title", a.title(language)), ""]
        people = zip(names(a, language, "{given} {p}. {surname}"), marks, strict=True)
        lines.append(", ".join(f"<b>{each}</b><sup>{mark}</sup>" for each, mark in people))
        lines += numbered(a, language, "<i><sup>{}</sup>{}</i>")
        lines += ["", f"<i>{printed.CITE[language]}: {citation(a, language, '19-38')}</i>", ""]
        lines += [f"<b>{printed.ABSTRACT[language].upper()}:</b> {a.abstract(language)}"]
        lines += [f"<b>{printed.KEYWORDS[language].upper()}:</b> {a.keywords(language)}"]
        lines += [f"<b>{printed.CLAIM[language]}:</b> {printed.NO_CONFLICT[language]}"]
        lines.append(f"<b>{printed.MONEY[language]}:</b> {printed.GRANT[language]}")
        lines += printed.HISTORY_LINES[language]
        if language == a.own:
            a.truth["funding"] = printed.GRANT[language]
            tail = f", 87000000000, email: {a.email(0)}"
            lines.append(f"<b>*{printed.WRITER_LABEL[language]}:</b> {card(a, language, 0, tail)}")
        lines.append("")
    a.truth["authors"][0]["affiliations"] = [1, 2] if both else [1]
    return [*lines, *a.body(), *a.references()]


def letters_and_boxes(a: Article) -> Iterator[str | tuple[str, str]]:
    """Letters as marks behind the names, `E-mail address: x (N. Surname)`, spaced headings of
    two boxes: history with keywords one below another, and the abstract."""
    a.truth["dates"] |= {"received": "2023-01-12", "accepted": "2023-03-15"}
    for language in a.languages:
        yield from [("title", a.title(language)), ""]
        people = names(a, language, "{given} {surname}")
        letters = [" abcde"[number] for number in a.numbers]
        marks = [f"{each},*" if at == 0 else each for at, each in enumerate(letters)]
        signed = zip(people, marks, strict=True)
        yield ", ".join(f"{each} <sup>{mark}</sup>" for each, mark in signed)
        for letter, each in zip("abcde", a.organisation_lines(language), strict=False):
            yield f"<i><sup>{letter}</sup> {each}</i>"
        if language == a.own:
            writer = name(a, language, 0, "{g}. {surname}", is_byline=False)
            a.star(0)
            yield f"* {printed.WRITER_LABEL[language]}. E-mail address: {a.email(0)} ({writer})."
            cards = [f"{name(a, language, at, '{g}. {surname}', is_byline=False)} {a.orcid(at)}"
                     for at in range(a.people)]  # fmt: skip
            yield f"ORCID: {'; '.join(cards)}"
        yield from ["", f"<b>{printed.BOXES[language][0]}</b>", *printed.HISTORY_LINES[language]]
        yield f"<i>{printed.KEYWORDS[language]}:</i>"
        yield from a.keywords(language, "\n").split("\n")
        yield from ["", f"<b>{printed.BOXES[language][1]}</b>", a.abstract(language), ""]
    yield from a.body()
    yield from a.references()


def history_cards(a: Article) -> Lines:
    """Names in full on one line, then for each mark the organisation with its place in brackets,
    the degree and post, ORCID and e-mail below it; a licence before the abstract."""
    each_at_home(a)
    lines: Lines = ["  ".join(a.codes(a.own)), f"https://doi.org/{doi(a, 'eJH.2023.34.2.004')}", ""]
    a.star(a.people - 1)
    for language in a.languages:
        lines += [("title", a.title(language, capital=True)), ""]
        full = "{surname} {given} {patronymic}"
        people = [f"{each}<sup>{at}</sup>" for at, each in enumerate(names(a, language, full), 1)]
        lines.append(f"<b>{', '.join(people)}*</b>")
        for at in range(a.people):
            home = a.words["organisations"][language][a.kinds[at]]
            home = f"{home} ({a.words['places'][language][a.places[at]]})"
            a.record_organisation(language, at, home)
            lines += [f"<sup>{at + 1}</sup>{home}", f"<i>{a.posts(language, at)}</i>"]
            lines.append(f"https://orcid.org/{a.orcid(at)}. E-mail: {a.email(at)}")
        lines += [f"*{printed.WRITER_LABEL[language]}", ""]
        lines += ["© 2023 L. Oidan Institute. CC BY-NC 4.0", ""]
        lines.append(f"<b>{printed.ABSTRACT[language]}.</b> {a.abstract(language)}")
        lines.append(f"<b>{printed.KEYWORDS[language]}:</b> {a.keywords(language)}.")
        lines += [f"<b>{printed.CITE[language]}:</b> {citation(a, language)}", ""]
    return [*lines, *a.body(), *a.references()]


def technical_brackets(a: Article) -> Lines:
    """A row of codes, names without patronymics, all organisations and the e-mail in one pair of
    brackets; at the end the other languages with names, titles and abstracts."""
    codes = a.codes(a.own)
    lines: Lines = [f"{codes[0]} | {codes[1]} | DOI {doi(a, 'vest.2023.i2.07')}", ""]
    several = a.organisations > 1
    people = zip(names(a, a.own, "{g}.{p}. {surname}"), a.numbers, strict=True)
    signed = [f"{each}<sup>{number}</sup>" if several else each for each, number in people]
    lines.append(f"<b>{', '.join(signed)}</b>")
    homes = [f"<sup>{at}</sup>{each}" if several else each
             for at, each in enumerate(a.organisation_lines(a.own), 1)]  # fmt: skip
    lines += [f"({'; '.join(homes)}, e-mail: {a.email(0, True)})", ""]
    lines += [("title", a.title(a.own, capital=True)), ""]
    lines.append(f"<b>{printed.ABSTRACT[a.own]}.</b> {a.abstract(a.own)}")
    lines += [f"<b>{printed.KEYWORDS[a.own]}:</b> {a.keywords(a.own)}.", ""]
    lines += [*a.body(), *a.references()]
    for language in a.languages[1:]:
        lines += ["", ", ".join(names(a, language, "{surname} {g}.{p}."))]
        lines += [f"<b>{a.title(language)}</b>", f"<b>{printed.SUMMARY[language]}.</b> "
                  f"{a.abstract(language)}"]  # fmt: skip
        lines.append(f"<b>{printed.KEYWORDS[language]}:</b> {a.keywords(language)}.")
    return lines


FAMILIES = (health_review, economics, letters_and_boxes, history_cards, technical_brackets)
