"""What journals print, as a second examiner wrote it without knowing the reader. Never for
training."""

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
    structured_abstract,
)

ABOUT = {"kk": "Авторлар туралы мәлімет", "ru": "Сведения об авторах",
         "en": "Information about authors"}  # fmt: skip
ARRIVED = {
    "kk": "Түсті 05.02.2024. Түзетілді 11.03.2024. Қабылданды 20.04.2024. "
          "Онлайн қолжетімді 30.06.2024.",
    "ru": "Поступила 05.02.2024. Доработана 11.03.2024. Принята 20.04.2024. "
          "Доступна онлайн 30.06.2024.",
    "en": "Received 05.02.2024. Revised 11.03.2024. Accepted 20.04.2024. "
          "Available online 30.06.2024.",
}  # fmt: skip


def classical_university(a: Article) -> Lines:
    """A running head, names with marks before organisations and title, abstracts without a
    label, all three languages before the text; the authors once more behind the references."""
    head = (f"ISSN 0000-0293, eISSN 0000-5843    {printed.JOURNAL[a.own]}. №2 (75). 2023"
            "    https://bulletin.example.org")  # fmt: skip
    link = f"https://doi.org/{doi(a, 'JES.2023.v75.i2.01')}"
    lines: Lines = [head, f"{a.codes(a.own)[0]}          {link}"]
    a.truth["udc"] = []
    for language in a.languages:
        lines += ["", f"<b>{_starred(a, language, '{g}.{p}. {surname}')}</b>"]
        lines += numbered(a, language, "<sup>{}</sup>{}")
        lines += [f"*e-mail: {a.email(0, is_corresponding=True)}", ""]
        lines.append(("title", a.title(language, capital=True)))
        lines += ["", a.abstract(language)]
        lines.append(f"<b>{printed.KEYWORDS[language]}:</b> {a.keywords(language)}.")
    lines += [*a.body(), *a.references(), "", f"<b>{ABOUT[a.own]}:</b>"]
    return lines + [about(a, a.own, at, f", e-mail: {a.email(at)}") for at in range(a.people)]


def eurasian_bulletin(a: Article) -> Lines:
    """Code, kind of article, title, names, organisations, e-mails in brackets, abstract, dates
    and citation; the other languages and the authors behind the references."""
    a.truth["dates"] |= {"received": "2024-02-05", "revised": "2024-03-11",
                         "accepted": "2024-04-20", "published": "2024-06-30"}  # fmt: skip
    lines: Lines = [*reversed(a.codes(a.own)), printed.PAPER[a.own]]
    for language in a.languages:
        lines += ["", ("title", a.title(language)), ""]
        lines.append(f"<b>{_starred(a, language, '{g}.{p}. {surname}')}</b>")
        lines += [f"<i>{each}</i>" for each in numbered(a, language, "<sup>{}</sup>{}")]
        if language == a.own:
            lines.append(f"(E-mail: {', '.join(a.email(at) for at in range(a.people))})")
        lines += ["", f"<b>{printed.ABSTRACT[language]}.</b> {a.abstract(language)}"]
        lines.append(f"<b>{printed.KEYWORDS[language]}:</b> {a.keywords(language)}.")
        if language == a.own:
            lines += [
                "",
                f"DOI: https://doi.org/{doi(a, '2616-0000-2024-147-2-41-52')}",
                ARRIVED[language],
            ]
            lines.append(f"<b>{printed.CITE[language]}:</b> {citation(a, language)}")
            lines += [*a.body(), *a.references()]
    for language in a.languages:
        lines += ["", f"<b>{ABOUT[language]}:</b>"]
        lines += [about(a, language, at) for at in range(a.people)]
    return lines


def regional_series(a: Article) -> Lines:
    """UDC, names, organisations closed by semicolons, ORCIDs by their marks, title, an abstract
    without a label; behind the references only names, title, abstract and keywords."""
    each_at_home(a)
    lines: Lines = [a.codes(a.own)[1], "", _starred(a, a.own, "{g}.{p}. {surname}")]
    a.truth["irsti"] = []
    homes = numbered(a, a.own, "<sup>{}</sup>{}")
    lines += [*(f"{home};" for home in homes[:-1]), homes[-1]]
    lines.append(f"(*{printed.WRITER_LABEL[a.own]}. E-mail: {a.email(0, is_corresponding=True)})")
    lines.append(", ".join(f"<sup>{at + 1}</sup>ORCID {a.orcid(at)}" for at in range(a.people)))
    lines += _series_block(a, a.own) + a.body() + a.references()
    for language in a.languages[1:]:
        lines += ["", ", ".join(names(a, language, "{g}.{p}. {surname}"))]
        lines += _series_block(a, language)
    return lines


def _series_block(a: Article, language: str) -> Lines:
    keywords = f"<i>{printed.KEYWORDS[language]}:</i> {a.keywords(language)}."
    return ["", ("title", a.title(language)), "", a.abstract(language), "", keywords]


def heart_journal(a: Article) -> Lines:
    """DOI, codes, kind of article, title, a line for each author with an ORCID, organisations, an
    abstract in parts; the three languages before the text, then whom to write to."""
    lines: Lines = [f"DOI: {doi(a, 'heart.2024.26.2.007')}", *reversed(a.codes(a.own))]
    lines += ["", printed.PAPER[a.own].upper()]
    for language in a.languages:
        lines += ["", ("title", a.title(language, capital=True)), ""]
        for at, number in enumerate(a.numbers):
            person = name(a, language, at, "{given} {p}. {surname}")
            lines.append(f"<b>{person}</b> <sup>{number}</sup>, https://orcid.org/{a.orcid(at)}")
        lines += ["", *numbered(a, language, "<sup>{}</sup> {}"), ""]
        lines += [("heading", printed.SUMMARY[language]), *structured_abstract(a, language)]
        lines.append(f"<b>{printed.KEYWORDS[language]}:</b> {a.keywords(language)}.")
    card = name(a, a.own, 0, "{surname} {given} {patronymic}", is_byline=False)
    lines += ["", f"{printed.POST[a.own]} {card}, {a.posts(a.own, 0)}. "
              f"E-mail: {a.email(0, is_corresponding=True)}. +7 700 000 00 00"]  # fmt: skip
    return [*lines, *a.body(), f"<b>{printed.CLAIM[a.own].capitalize()}.</b> "
            + printed.NO_CONFLICT[a.own], *a.references()]  # fmt: skip


def _starred(a: Article, language: str, pattern: str) -> str:
    """The byline with marks, the first name with a star."""
    a.star(0)
    people = zip(names(a, language, pattern), a.numbers, strict=True)
    return ", ".join(f"{person}<sup>{number}{'*' * (at == 0)}</sup>"
                     for at, (person, number) in enumerate(people))  # fmt: skip


FAMILIES = (classical_university, eurasian_bulletin, regional_series, heart_journal)
