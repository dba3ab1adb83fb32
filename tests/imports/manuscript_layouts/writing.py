"""Writes the invented article in any of the layouts that journals use."""

import random

from tests.imports.manuscript_layouts import texts
from tests.imports.manuscript_layouts.biographies import bios
from tests.imports.manuscript_layouts.layout import Layout

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def write_layout(layout: Layout) -> list[tuple[str, str]]:
    """The article as (style, text) lines; style is title, heading, label, text or blank."""
    chance = random.Random(layout.seed + 1)
    first, *others = layout.languages
    lines = codes(layout, first, chance)
    lines += block(layout, first, chance, main=True)
    rest = [line for other in others for line in block(layout, other, chance, main=False)]
    dates = [("text", chance.choice(texts.DATES[first])), ("blank", "")]
    dates_first = chance.random() < 0.5
    if layout.translations == "front":
        lines += rest
    if dates_first:
        lines += dates
    lines += body(layout, first)
    if layout.statements:
        lines += statements(layout, first)
    if layout.translations == "before references":
        lines += rest
    lines += references(layout, chance.choice(texts.LABELS["references"][first]), texts.REFERENCES)
    if layout.translations == "after original":
        lines += rest
    lines += references(layout, "References", texts.ROMANIZED)
    if layout.translations == "end":
        lines += rest
    return lines + bios(layout) + ([] if dates_first else dates)


def statements(layout: Layout, language: str) -> list[tuple[str, str]]:
    lines = []
    for heading, text in (texts.FUNDING[language], texts.CONFLICT[language]):
        if layout.run_in:
            lines += [("label", f"{heading}.\0 {text}"), ("blank", "")]
        else:
            lines += [("heading", heading), ("blank", ""), ("text", text), ("blank", "")]
    return lines


def contacts(layout: Layout, language: str) -> list[tuple[str, str]]:
    """The e-mails of all authors: one on each line, or a list in their order."""
    names = texts.NAMES[layout.names][language]
    everyone = range(layout.authors)
    if layout.contacts == "lines":
        return [
            ("text", f"{names[at]}: {texts.ADDRESSES[at]}, https://orcid.org/{texts.ORCIDS[at]}")
            for at in everyone
        ]
    if layout.contacts == "list":
        return [("text", f"(E-mail: {', '.join(texts.ADDRESSES[at] for at in everyone)})")]
    return []


def codes(layout: Layout, language: str, chance: random.Random) -> list[tuple[str, str]]:
    irsti = f"{chance.choice(texts.LABELS['irsti'][language])} 67.11.31"
    udc = f"{chance.choice(texts.LABELS['udc'][language])} 624.21:947"
    doi = chance.choice([f"https://doi.org/{texts.DOI}", f"DOI: {texts.DOI}", f"DOI {texts.DOI}"])
    joined = chance.choice([[f"{irsti}; {udc}"], [irsti, udc]])
    return [("text", line) for line in [*joined, doi]] + [("blank", "")]


def block(
    layout: Layout, language: str, chance: random.Random, main: bool
) -> list[tuple[str, str]]:
    title = texts.TITLES[language].upper() if layout.capital else texts.TITLES[language]
    authors = [*byline(layout, language), ("blank", ""), *organisations(layout, language)]
    if main:
        mail = texts.CORRESPONDENCE[language][layout.seed % 3].format(texts.EMAIL)
        authors += [*contacts(layout, language), ("text", mail)]
    authors += [("blank", "")]
    titled = [("title", title), ("blank", "")]
    head = titled + authors if layout.order == "title first" else authors + titled
    label = chance.choice(texts.LABELS["abstract"][language])
    lines = (
        labelled(layout, label, texts.ABSTRACTS[language])
        if layout.abstract_label
        else [("text", texts.ABSTRACTS[language])]
    )
    words = layout.keyword_sign.join(texts.KEYWORDS[language]) + chance.choice(["", "."])
    label = chance.choice(texts.LABELS["keywords"][language])
    head = [*aside(layout, language, main), *head]
    after = [("text", texts.CITATIONS[language]), ("blank", "")] if main and layout.citation else []
    whole = [*head, *lines, ("blank", ""), ("label", f"{label}:\0 {words}"), ("blank", ""), *after]
    return whole + (
        texts.TURKISH if layout.turkish and not main and language == layout.languages[1] else []
    )


def aside(layout: Layout, language: str, main: bool) -> list[tuple[str, str]]:
    return [("text", texts.TYPES[language]), ("blank", "")] if main and layout.article_type else []


def labelled(layout: Layout, label: str, text: str) -> list[tuple[str, str]]:
    if layout.bare_labels:
        return [("label", f"{label}\0"), ("text", text)]
    return [("label", f"{label}{layout.label_end}\0 {text}")]


def byline(layout: Layout, language: str) -> list[tuple[str, str]]:
    names = []
    for at in range(layout.authors):
        name = texts.NAMES[layout.names][language][at]
        signs = ",".join(map(str, texts.AFFILIATION_NUMBERS[at])) if layout.authors > 1 else ""
        star = "*" if at == 0 else ""
        names.append(marked(layout.marks, name, signs, star))
    if layout.separator == "\n":
        return [("text", name) for name in names]
    return [("text", layout.separator.join(names))]


def marked(marks: str, name: str, signs: str, star: str) -> str:
    if marks == "plain":
        return f"{name}{signs}{star}"
    raised = signs.translate(RAISED)
    return f"{star}{raised}{name}" if marks == "before" else f"{name}{raised}{star}"


def organisations(layout: Layout, language: str) -> list[tuple[str, str]]:
    count = min(layout.authors, 2)
    lines = []
    for number, name in enumerate(texts.ORGANISATIONS[language][:count], 1):
        sign = str(number) if layout.marks == "plain" else str(number).translate(RAISED)
        mails = with_addresses(layout, number)
        lines.append(("text", f"{sign if layout.authors > 1 else ''}{name}{mails}"))
    return lines


def with_addresses(layout: Layout, number: int) -> str:
    """After the organisation, as in the Russian standard, if each has one author."""
    if layout.contacts != "organisations" or layout.authors == 3:
        return ""
    return f", {texts.ADDRESSES[number - 1]}, https://orcid.org/{texts.ORCIDS[number - 1]}"


def body(layout: Layout, language: str) -> list[tuple[str, str]]:
    lines = []
    for number, (heading, text) in enumerate(
        zip(texts.HEADINGS[language], texts.BODY[language], strict=True), 1
    ):
        printed = f"{number}. {heading}" if layout.headings_numbered else heading
        if layout.run_in:
            lines += [("label", f"{printed}.\0 {text}"), ("blank", "")]
        else:
            lines += [("heading", printed), ("blank", ""), ("text", text), ("blank", "")]
    return lines


def references(layout: Layout, heading: str, entries: list[str]) -> list[tuple[str, str]]:
    numbered = [("text", layout.numbering.format(n) + one) for n, one in enumerate(entries, 1)]
    return [("heading", heading), ("blank", ""), *numbered, ("blank", "")]
