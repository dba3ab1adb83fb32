"""The elements of OJS 2, brought into the shape of OJS 3.1.

An issue of OJS 2 names itself in its own elements, has its articles inside its sections, and an
article holds its files in its galleys. Names of authors have no language. Keywords are `subject`,
one text for each language with semicolons in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from .elements import Element

OWN = ("author", "indexing", "permissions", "galley", "htmlgalley", "supplemental_file")
# By its name in OJS 2: the list that has it since, and its name there.
INDEXING = {
    "subject": ("keywords", "keyword"),
    "subject_class": ("subjects", "subject"),
    "discipline": ("disciplines", "discipline"),
    "sponsor": ("agencies", "agency"),
}
PERMISSIONS = {
    "license_url": "licenseUrl",
    "copyright_holder": "copyrightHolder",
    "copyright_year": "copyrightYear",
}
COVERAGE = ("geographical", "chronological", "sample")
IDENTIFICATION = ("volume", "number", "year", "title")
PARTS_OF_FILE = ("file", "image", "stylesheet")


def is_article_of_ojs_2(article: Element) -> bool:
    return any(child.name in OWN for child in article.children)


def is_issue_of_ojs_2(issue: Element) -> bool:
    """Whether it names itself without `issue_identification`."""
    return not issue.first("issue_identification") and any(
        child.name in (*IDENTIFICATION, "section") for child in issue.children
    )


def modern_issue(issue: Element) -> Element:
    """The issue with its identification, sections and covers as OJS 3.1 writes them."""
    named = [each for each in issue.children if each.name in IDENTIFICATION]
    sections = [modern_section(each, place) for place, each in enumerate(issue.all("section"))]
    covers = [modern_cover(each) for each in issue.all("cover")]
    others = [
        each for each in issue.children if each.name not in (*IDENTIFICATION, "section", "cover")
    ]
    return made(
        issue,
        "issue",
        *others,
        made(issue, "issue_identification", *named),
        made(issue, "sections", *sections),
        made(issue, "covers", *covers),
        **issue.attributes,
    )


def modern_section(section: Element, place: int) -> Element:
    return made(section, "section", *section.children, ref=name_of(section), seq=str(place))


def name_of(section: Element) -> str:
    """What its articles call it: the abbreviation, or the title of a section without one."""
    return section.text_at("abbrev") or section.text_at("title")


def modern_cover(cover: Element) -> Element:
    image = cover.first("image") or cover
    name = next((each.get("filename") or each.get("src") for each in image.children), "")
    return made(
        cover,
        "cover",
        made(cover, "cover_image", name.rpartition("/")[2]),
        *image.children,
        **cover.attributes,
    )


def modern_article(article: Element, section: Element | None) -> Element:
    """The article with its lists, authors, files and galleys as OJS 3.1 writes them."""
    attributes = {
        "locale": article.get("locale") or article.get("language"),
        "date_published": article.text_at("date_published"),
        "section_ref": name_of(section) if section else "",
        "access_status": "1" if article.first("open_access") else "",
        "stage": "production",
    }
    return made(
        article,
        "article",
        *kept(article),
        *terms(article),
        *permissions(article),
        made(article, "authors", *map(modern_author, article.all("author"))),
        *files_and_galleys(article),
        **{**article.attributes, **attributes},
    )


def kept(article: Element) -> Iterator[Element]:
    read = (*OWN, "sponsor", "open_access", "date_published")
    return (child for child in article.children if child.name not in read)


def terms(article: Element) -> Iterator[Element]:
    """Keywords and other terms: a list for each text, divided at its semicolons."""
    indexing = list(article.all("indexing"))
    for holder in (article, *indexing):
        for each in holder.children:
            if each.name in INDEXING:
                group, member = INDEXING[each.name]
                texts = [text.strip() for text in each.text.split(";") if text.strip()]
                members = (made(each, member, text) for text in texts)
                yield made(each, group, *members, **each.attributes)
    for holder in indexing:
        yield from holder.all("type")
        for name in COVERAGE:
            for each in holder.all("coverage", name):
                yield made(each, "coverage", *each.pieces, **each.attributes)


def permissions(article: Element) -> Iterator[Element]:
    for holder in article.all("permissions"):
        for each in holder.children:
            name = PERMISSIONS.get(each.name, each.name)
            yield made(each, name, *each.pieces, **each.attributes)


def modern_author(author: Element) -> Element:
    """An ORCID stood in the field of the web page, before OJS had one for it."""
    pieces = [
        made(each, "orcid", each.text) if each.name == "url" and "orcid.org/" in each.text else each
        for each in author.children
    ]
    return made(author, "author", *pieces, **author.attributes)


def files_and_galleys(article: Element) -> Iterator[Element]:
    """For each galley its files, and the galley that names the first of them."""
    numbers = count(1)
    galleys = [
        each
        for each in article.children
        if each.name in ("galley", "htmlgalley", "supplemental_file")
    ]
    for order, galley in enumerate(galleys):
        is_supplement = galley.name == "supplemental_file"
        files = [each for each in galley.children if each.name in PARTS_OF_FILE]
        main = f"2-{next(numbers)}"
        for place, file in enumerate(files):
            key = main if place == 0 else f"2-{next(numbers)}"
            yield modern_file(file, key, main if place else "", is_supplement=is_supplement)
        yield modern_galley(galley, main if files else "", order)
        if is_supplement and (facts := list(facts_of(galley))):
            yield made(galley, "supplemental_file", *facts)


def modern_file(file: Element, key: str, parent: str, *, is_supplement: bool) -> Element:
    """A file with its one revision; pictures and styles depend on the file `parent`."""
    stored = next(file.children, None)
    name = (stored.get("filename") or stored.get("src").rpartition("/")[2]) if stored else ""
    inside = [made(file, "name", name), *file.children]
    if parent:
        inside.append(made(file, "submission_file_ref", id=parent))
    return made(
        file,
        "supplementary_file" if is_supplement and not parent else "submission_file",
        made(file, "revision", *inside, number="1"),
        id=key,
        stage="dependent" if parent else "proof",
    )


def modern_galley(galley: Element, file: str, order: int) -> Element:
    label = galley.text_at("label") or galley.text_at("title")
    title = galley.first("title")
    locale = galley.get("locale") or (title.get("locale") if title else "")
    leads_to = [made(galley, "submission_file_ref", id=file)] if file else []
    return made(
        galley,
        "article_galley",
        *galley.all("id"),
        made(galley, "name", label, **({"locale": locale} if locale else {})),
        made(galley, "seq", str(order)),
        *galley.all("remote"),
        *leads_to,
    )


def facts_of(supplement: Element) -> Iterator[Element]:
    """What is said of a supplement beside its title: there is no place for it."""
    read = ("title", "id", *PARTS_OF_FILE)
    return (each for each in supplement.children if each.name not in read and each.text)


def made(origin: Element, name: str, *pieces: str | Element, **attributes: str) -> Element:
    """An element that says what another one said, on the same line."""
    element = Element(name, attributes, origin.line)
    element.pieces = list(pieces)
    return element


def section_around(open_elements: Iterable[Element]) -> Element | None:
    """The section in which an article stands, None in OJS 3."""
    sections = [each for each in open_elements if each.name == "section"]
    return sections[-1] if sections else None
