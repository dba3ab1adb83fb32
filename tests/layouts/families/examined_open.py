"""Families that an examiner wrote without knowing the reader: handed over for study, but never
for training."""

from __future__ import annotations

from tests.layouts.families import examined_labels as printed
from tests.layouts.families.article import Article
from tests.layouts.families.examined_parts import (
    Lines,
    about,
    citation,
    doi,
    each_at_home,
    name,
    names,
    numbered,
)


def academy_news(a: Article) -> Lines:
    """A journal's head in English with series, volume and pages; organisations closed by
    semicolons, all e-mails on one line, then the title; ORCIDs only among the last lines."""
    a.truth["pages"] = {"first": 62, "last": 69}
    lines: Lines = ["N E W S", "OF THE NOBAI ACADEMY OF SCIENCES", "SERIES OF TECHNICAL SCIENCES",
                    "ISSN 0000-5278", "Volume 4, Number 448 (2023), 62 – 69",
                    f"https://doi.org/{doi(a, '2023.0000-170X.86')}", ""]  # fmt: skip
    lines.append(", ".join(reversed(a.codes("en"))))
    for language in a.languages:
        lines += ["", _signed(a, language), *_closed(a.organisation_lines(language))]
        if language == a.own:
            mails = ", ".join(a.email(at) for at in range(a.people))
            lines.append(f"E-mail: {mails}")
        lines += ["", ("title", a.title(language, capital=language != a.own)), ""]
        lines.append(f"<b>{printed.ABSTRACT[language]}.</b> {a.abstract(language)}")
        lines.append(f"<b>{printed.KEYWORDS[language]}:</b> {a.keywords(language)}.")
        if language == a.own:
            lines += [*a.body(), *a.references()]
    lines += ["", ("heading", "Information about authors:")]
    return lines + [
        about(a, "en", at, f"; {a.email(at)}; https://orcid.org/{a.orcid(at)}")
        for at in range(a.people)
    ]


def _signed(a: Article, language: str) -> str:
    signed = zip(names(a, language, "{g}. {p}. {surname}"), a.numbers, strict=True)
    return "<b>" + ", ".join(f"{each}<sup>{number}</sup>" for each, number in signed) + "</b>"


def _closed(organisations: list[str]) -> list[str]:
    """Organisations with marks and semicolons, a full stop behind the last."""
    ends = [";"] * (len(organisations) - 1) + ["."]
    return [f"<sup>{at}</sup>{each}{end}"
            for at, (each, end) in enumerate(zip(organisations, ends, strict=True), 1)]  # fmt: skip


def regional_university(a: Article) -> Lines:
    """Marks before the names, an abstract in italics without a label; behind the references the
    other languages, each with the dates between the organisations and the title."""
    a.truth["dates"] |= {"received": "2024-03-12", "revised": "2024-04-20",
                         "accepted": "2024-05-01"}  # fmt: skip
    lines: Lines = [a.codes(a.own)[0], f"https://doi.org/{doi(a, 'ENER6172')}", ""]
    a.truth["udc"] = []
    for language in a.languages:
        people = zip(names(a, language, "{g}. {p}. {surname}"), a.numbers, strict=True)
        marked = [f"<sup>{number}</sup>{each}" for each, number in people]
        lines.append(f"<b><i>{a.star(0)}{', '.join(marked)}</i></b>")
        lines += numbered(a, language, "<sup>{}</sup>{}")
        lines.append(f"*e-mail: {a.email(0)}" if language == a.own else printed.SENT[language])
        lines += ["", ("title", a.title(language, capital=True)), ""]
        lines.append(f"<i>{a.abstract(language)}</i>")
        lines.append(f"<i>{printed.KEYWORDS[language]}: {a.keywords(language)}.</i>")
        if language == a.own:
            lines += [*a.body(), *a.references(), "", printed.SENT[language], ""]
        else:
            lines.append("")
    return lines


def envelope_standard(a: Article) -> Lines:
    """An envelope marks the corresponding author and the e-mail; contributions, history and
    citation stand between the keywords and the next language."""
    a.truth["dates"] |= {"received": "2023-01-12", "accepted": "2023-03-15"}
    lines: Lines = [f"DOI: {doi(a, '2313-0000-2023-21-4-401-415')}", "EDN: ABCDEF",
                    a.codes("ru")[1], "Научная статья / Research article", ""]  # fmt: skip
    a.truth["irsti"] = []
    a.star(a.people - 1)
    for language in a.languages:
        lines += [("title", a.title(language)), ""]
        people = zip(names(a, language, "{g}.{p}. {surname}"), a.numbers, strict=True)
        marked = [f"<b>{each}</b><sup>{number}</sup>" for each, number in people]
        lines.append(f"{', '.join(marked)} ✉")
        lines += numbered(a, language, "<sup>{}</sup> <i>{}</i>")
        lines += [f"✉ {a.email(a.people - 1)}", ""]
        lines.append(f"<b>{printed.ABSTRACT[language]}.</b> {a.abstract(language)}")
        lines.append(f"<b>{printed.KEYWORDS[language]}:</b> {a.keywords(language)}")
        lines += [printed.EQUAL[language], printed.NO_CONFLICT[language], printed.HISTORY[language]]
        lines += [f"<b>{printed.CITE[language]}:</b> {citation(a, language, '401-415')}", ""]
    return [*lines, *a.body(), *a.references()]


def agrarian(a: Article) -> Lines:
    """`Surname N.P., degrees and posts, main author, ORCID` above the organisation with the
    e-mail, for each author; the other languages have an abstract at the end and nothing else."""
    each_at_home(a)
    lines: Lines = [*a.codes(a.own), f"DOI {doi(a, 'gbj.2023.1-105')}", ""]
    for at in range(a.people):
        main = f"<b>{printed.MAIN[a.own]}</b>, " if at == 0 else ""
        lines.append(f"<b>{name(a, a.own, at, '{surname} {g}.{p}.')}</b>, {a.posts(a.own, at)}, "
                     f"{main}https://orcid.org/{a.orcid(at)}")  # fmt: skip
        lines.append(f"{a.organisation(a.own, at)}, {a.email(at)}")
    lines += ["", ("title", a.title(a.own, capital=True)), "", f"<b>{printed.ABSTRACT[a.own]}</b>"]
    lines += [
        a.abstract(a.own),
        f"<b>{printed.KEYWORDS[a.own]}:</b> {a.keywords(a.own, '; ')}.",
        "",
    ]
    lines += [*a.body(), *a.references()]
    for language in a.languages[1:]:
        lines += ["", f"<b>{printed.ENDS[language]}</b>", a.abstract(language)]
    return lines


def first_page_foot(a: Article) -> Lines:
    """The organisations and the e-mail stand at the foot of the first page, below a line; the
    other languages follow with title, names and abstract."""
    a.truth["dates"] |= {"received": "2023-01-12", "accepted": "2023-03-15"}
    lines: Lines = []
    for language in a.languages:
        lines += [("title", a.title(language)), ""]
        people = names(a, language, "{given} {surname}")
        if language == a.own:
            marks = [f"{each}<sup>{number}</sup>" for each, number
                     in zip(people, a.numbers, strict=True)]  # fmt: skip
            people = [f"{marks[0]}{a.star(0)}", *marks[1:]]
        lines += [*people, "", f"<b>{printed.ABSTRACT[language]}</b>: {a.abstract(language)}"]
        lines += [f"<b>{printed.KEYWORDS[language]}</b>: {a.keywords(language, '; ')}", ""]
        if language == a.own:
            lines.append("_" * 20)
            lines += numbered(a, language, "<sup>{}</sup> {}")
            lines.append(f"* E-mail: {a.email(0)} ({printed.WRITER[language]})")
            lines += [printed.HISTORY[language], printed.GRANT[language], ""]
            a.truth["funding"] = printed.GRANT[language]
    return [*lines, *a.body(), *a.references()]


FAMILIES = (academy_news, regional_university, envelope_standard, agrarian, first_page_foot)
