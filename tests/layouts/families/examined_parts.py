"""What the families of the examiner share: names by a pattern, months, citations, cards."""

from __future__ import annotations

from tests.layouts import words
from tests.layouts.families.article import Article
from tests.layouts.families.examined_labels import JOURNAL, PAGE

Lines = list[str | tuple[str, str]]
# Two letters of an initial in Latin script.
DIGRAPHS = ("Zh", "Sh", "Kh", "Yu", "Ye", "Ts", "Ch")


def name(a: Article, language: str, at: int, pattern: str, is_byline: bool = True) -> str:
    """A name as `pattern` says: {given} {patronymic} {surname}, initials {g} and {p}."""
    surname, given, patronymic = a.name(language, at, "in full", is_byline=False).split(" ", 2)
    text = pattern.format(
        given=given, patronymic=patronymic, surname=surname, SURNAME=surname.upper(),
        g=_initial(given), p=_initial(patronymic),
    )  # fmt: skip
    if is_byline:
        a.truth["authors"][at]["name"][language] = text
    return text


def names(a: Article, language: str, pattern: str) -> list[str]:
    return [name(a, language, at, pattern) for at in range(a.people)]


def _initial(text: str) -> str:
    return text[:2] if text[:2] in DIGRAPHS else text[0]


def numbered(a: Article, language: str, pattern: str) -> list[str]:
    """The organisations, each with its number."""
    organisations = enumerate(a.organisation_lines(language), 1)
    return [pattern.format(at, each) for at, each in organisations]


def each_at_home(a: Article) -> None:
    """Every author has an organisation of their own."""
    a.organisations, a.numbers = a.people, list(range(1, a.people + 1))


def doi(a: Article, ending: str) -> str:
    a.truth["doi"] = f"10.5555/{ending}"
    return f"10.5555/{ending}"


def citation(a: Article, language: str, pages: str = "41-52") -> str:
    """How to cite the article: a second copy of the names and of the title."""
    people = [name(a, language, at, "{surname} {g}.{p}.", is_byline=False)
              for at in range(a.people)]  # fmt: skip
    first, last = pages.split("-")
    a.truth["pages"] = {"first": int(first), "last": int(last)}
    return (f"{', '.join(people)} {a.titles[language]} // {JOURNAL[language]}. – 2023. – "
            f"№ 4(18). – {PAGE[language]}. {pages}.")  # fmt: skip


def card(a: Article, language: str, at: int, tail: str = "") -> str:
    """An author with post and organisation on one line."""
    person = name(a, language, at, "{surname} {given} {patronymic}", is_byline=False)
    home = a.truth["affiliations"][a.numbers[at] - 1]["name"][language]
    return f"{person} – {a.posts(language, at)}, {home}{tail}"


def about(a: Article, language: str, at: int, tail: str = "") -> str:
    """A line on one author after the article."""
    text = card(a, language, at, tail)
    a.truth["bios"][language].append(text)
    return text


def structured_abstract(a: Article, language: str) -> Lines:
    """An abstract of paragraphs, each with its subheading."""
    subheadings = a.words["subheadings"][language]
    parts = [f"{each}. {words.sentences(a.chance, language, 2, a.words)}" for each in subheadings]
    a.truth["abstract"][language] = " ".join(parts)
    return [f"<b>{each}.</b>{part[len(each) + 1:]}"
            for each, part in zip(subheadings, parts, strict=True)]  # fmt: skip
