"""The header of one language: title, authors, organisations, abstract, in any order."""

from __future__ import annotations

from tests.layouts import words
from tests.layouts.generator import Manuscript
from tests.layouts.words import WORDS


def write_header(m: Manuscript, language: str) -> None:
    for part in m.order.split():
        PARTS[part](m, language)


def write_stacked_headers(m: Manuscript, languages: list[str]) -> None:
    """Titles, authors and abstracts, each in all languages before the next part."""
    for part in m.order.split():
        for language in languages:
            PARTS[part](m, language)


def write_title(m: Manuscript, language: str) -> None:
    if m.is_title_below_label:
        return
    text = words.title(m.chance, language)
    if m.chance.random() < 0.4:
        text = f"{text}: {words.title(m.chance, language).lower()}"
    if m.is_labelled:
        m.label("title labels", language, "title", text)
    else:
        m.add("title", text, gap=True)


def write_authors(m: Manuscript, language: str) -> None:
    names = [words.person(language, m.first_person + at, m.name_shape) for at in range(m.people)]
    signed = [m.signed(name, at % m.organisations + 1) for at, name in enumerate(names)]
    if m.contacts == "correspondence" and m.marks:
        signed[-1] = f"*{signed[-1]}" if m.has_mark_first else f"{signed[-1]}*"
    if m.is_labelled:
        m.label("authors labels", language, "byline", m.separator.join(signed))
    else:
        _STYLES[m.people_style](m, language, signed)
    m.last_name = names[-1]


def _in_one_line(m: Manuscript, language: str, names: list[str]) -> None:
    text = m.separator.join(names)
    if len(names) > 1 and m.chance.random() < 0.15:
        text = m.separator.join(names[:-1]) + WORDS["and"][language] + names[-1]
    if m.chance.random() < 0.05:
        text = f"{text}, {m.chance.choice(WORDS['groups'][language])}"
    m.add("byline", text, gap=True)
    if m.posts == "below names" and len(names) == 1:
        m.add("degree", _posts(m, language))


def _in_lines(m: Manuscript, language: str, names: list[str]) -> None:
    """Each name on a line of its own, perhaps with lines of its own below."""
    for at, name in enumerate(names):
        m.add("byline", name, gap=not at or m.chance.random() < 0.2)
        if m.posts == "below names":
            m.add("degree", _posts(m, language))
        if not m.marks and m.organisations > 1:
            m.add("affiliation", words.organisation(m.chance, language, m.has_address))
            _write_address(m, language)
        if m.contacts == "below names":
            m.add("contact", _contact(m, at))


def _in_brackets(m: Manuscript, language: str, names: list[str]) -> None:
    details = (
        f"({_posts(m, language)}, {words.organisation(m.chance, language, False)})" for _ in names
    )
    m.add("byline", ", ".join(map(" ".join, zip(names, details, strict=True))), gap=True)


def _with_dashes(m: Manuscript, language: str, names: list[str]) -> None:
    for at, name in enumerate(names):
        organisation = words.organisation(m.chance, m.chance.choice([language, "kk"]), False)
        mail = f", {_mail(m, at)}" if m.chance.random() < 0.3 else ""
        m.add("byline", f"{name} – {_posts(m, language)}, {organisation}{mail}", gap=True)


def _with_emails(m: Manuscript, language: str, names: list[str]) -> None:
    m.add(
        "byline", ", ".join(f"{name} ({_mail(m, at)})" for at, name in enumerate(names)), gap=True
    )


def _with_degrees(m: Manuscript, language: str, names: list[str]) -> None:
    for name in names:
        m.add("byline", f"{name}, {_posts(m, language)}", gap=True)


_STYLES = {
    "line": _in_one_line, "lines": _in_lines, "brackets": _in_brackets, "dash": _with_dashes,
    "emails": _with_emails, "degrees": _with_degrees,
}  # fmt: skip


def _posts(m: Manuscript, language: str) -> str:
    return ", ".join(m.chance.sample(WORDS["posts"][language], m.chance.choice([1, 1, 2])))


def _mail(m: Manuscript, at: int) -> str:
    surname = WORDS["surnames"]["en"][(m.first_person + at) % 10]
    return f"{surname.lower()}@example.org"


def _contact(m: Manuscript, at: int) -> str:
    orcid = f"0000-0000-{m.chance.randrange(1000, 9999)}-{m.chance.randrange(1000, 9999)}"
    mail = _mail(m, at)
    return m.chance.choice(
        [mail, f"e-mail: {mail}", f"ORCID: {orcid}", f"https://orcid.org/{orcid}",
         f"ORCID: {orcid}. E-mail: {mail}"]
    )  # fmt: skip


def write_affiliations(m: Manuscript, language: str) -> None:
    if m.affiliation_style == "none" or m.people_style in ("brackets", "dash"):
        return
    if m.people_style == "lines" and not m.marks and m.organisations > 1:
        return
    printed = m.chance.choice(words.LANGUAGES) if m.affiliation_style == "foreign" else language
    lines = [
        f"{m.sign(at + 1)}{words.organisation(m.chance, printed, m.has_address)}"
        for at in range(m.organisations)
    ]
    if m.affiliation_style == "footnotes" and m.form in ("markdown", "word"):
        m.footnotes += [("affiliation", line.lstrip("¹²³⁴⁵123 ")) for line in lines]
        return
    if m.is_labelled:
        m.label("affiliation labels", language, "affiliation", lines.pop(0))
    elif m.affiliation_style == "line" and m.marks:
        lines = ["; ".join(lines)]
    for at, line in enumerate(lines):
        if m.contacts == "beside organisations":
            line = f"{line}, {_contact(m, at)}"
        _write_affiliation(m, line, gap=not at)
        _write_address(m, language)
        if m.posts == "below organisations":
            m.add("degree", _posts(m, language))
            m.add("contact", _contact(m, at))
    if m.contacts == "email":
        m.add("contact", m.chance.choice(["e-mail: {}", "*E-mail: {}", "{}"]).format(_mail(m, 0)))


def _write_address(m: Manuscript, language: str) -> None:
    """The street on a line of its own."""
    if m.has_address and m.chance.random() < 0.5:
        street = m.chance.choice(WORDS["streets"][language])
        place = m.chance.choice(WORDS["places"][language])
        m.add("leftover", f"{street}, {place}")


def _write_affiliation(m: Manuscript, line: str, gap: bool) -> None:
    head, comma, tail = line.partition(", ")
    if m.affiliation_style == "broken" and comma:
        m.add("affiliation", f"{head}," if m.chance.random() < 0.5 else head, gap=gap)
        m.add("continuation", tail)
    else:
        m.add("affiliation", line, gap=gap)


def write_abstract(m: Manuscript, language: str) -> None:
    """The abstract and the keywords."""
    if m.contacts == "correspondence":
        text = m.chance.choice(WORDS["correspondence"][language])
        m.add("contact", text.format(m.last_name, _mail(m, 0)), gap=True)
    if m.contacts == "list":
        m.add("contact", f"ORCID: {m.last_name} 0000-0000-1234-5678", gap=True)
    if m.contacts == "named":
        for at in range(m.people):
            name = words.person(language, m.first_person + at, "initials first")
            m.add(
                "contact",
                f"{name}: {_contact(m, at)}",
                gap=not at,
            )
    text = words.sentences(m.chance, language, m.chance.randint(3, 9))
    if m.is_title_below_label:
        m.add("abstract", m.chance.choice(WORDS["abstract labels"][language]), gap=True, lead=9)
        m.add("title", words.title(m.chance, language), gap=True)
        m.add("abstract", text, gap=True)
    elif m.is_structured and m.has_abstract_label:
        _write_structured(m, language)
    elif m.has_abstract_label:
        m.label("abstract labels", language, "abstract", text)
    else:
        m.add("abstract", text, gap=True)
    sign = m.chance.choice([", ", "; ", " – "])
    keywords = sign.join(m.chance.sample(WORDS["keywords"][language], 5))
    if m.has_keyword_label:
        m.label("keywords labels", language, "keywords", keywords)


def _write_structured(m: Manuscript, language: str) -> None:
    """An abstract of parts, each behind or below its subheading."""
    m.add("abstract", m.chance.choice(WORDS["abstract labels"][language]), gap=True, lead=9)
    for subheading in WORDS["subheadings"][language]:
        text = words.sentences(m.chance, language, m.chance.randint(1, 3))
        if m.is_structured == "below":
            m.add("abstract", subheading, gap=True, lead=len(subheading))
            m.add("abstract", text)
        else:
            m.add("abstract", f"{subheading}. {text}", gap=True, lead=len(subheading) + 1)


def write_contacts(m: Manuscript, language: str) -> None:
    text = m.chance.choice(WORDS["correspondence"][language])
    m.add("contact", text.format(m.last_name, _mail(m, 0)), gap=True)


PARTS = {
    "title": write_title, "authors": write_authors, "affiliations": write_affiliations,
    "abstract": write_abstract, "contacts": write_contacts,
}  # fmt: skip
