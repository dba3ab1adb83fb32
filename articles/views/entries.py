"""An article in a list: of an issue, of an author or keyword, of what was found."""

from __future__ import annotations

from urllib.parse import quote

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.records.facts import IssueFacts
from articles.records.html import Shown, marked, shown, softened
from articles.records.identifiers import doi_url
from articles.records.languages import LANGUAGES, Language, preferred
from articles.records.markup import plain
from articles.records.names import NO_BREAK, family_first
from articles.records.summary import File, Person, Summary
from articles.records.value import Value

from .words import no_title, short


class Standing(Value, frozen=True):
    """The mark of an article that readers must not take as it first was."""

    kind: str  # the class of the stylesheet
    word: str


class Entry(Value, frozen=True):
    url: str
    title: Shown
    no_title: str
    original: Shown | None
    standing: Standing | None
    people: SafeString
    place: str  # pages, or the issue in a list that runs over several
    text_in: str
    abstract_in: str
    file: str
    file_label: str
    file_of: str  # for screen readers: PDF of what
    doi: str


def entry(summary: Summary, reader: Language, place: str = "") -> Entry:
    is_withdrawn = summary.status == "withdrawn"
    file = None if is_withdrawn else best_file(summary, reader)
    title = shown(summary.title, reader, summary.language, soft=True)
    return Entry(
        url=f"/{reader}/articles/{summary.id}/",
        title=title or Shown(marked(_("Untitled"))),
        no_title=no_title(reader) if title and title.language else "",
        original=original(summary, reader),
        standing=standing(summary.status, summary.relations),
        people=SafeString("") if is_withdrawn else people(summary.authors, reader, summary),
        place=place or pages(summary),
        text_in=short([summary.language]),
        abstract_in="" if has_all_abstracts(summary) else short(summary.abstract_languages),
        file=f"/articles/{summary.id}/files/{file.id}/{quote(file.name)}" if file else "",
        file_label=file.kind.upper() if file else "",
        file_of=plain_title(summary, reader),
        doi=doi_url(summary.doi) if summary.doi else "",
    )


def original(summary: Summary, reader: Language) -> Shown | None:
    """The title in the language of the text, beneath the reader's."""
    code = summary.language
    if code == reader or reader not in summary.title or code not in summary.title:
        return None
    return Shown(softened(summary.title[code], code), code)


def standing(status: str, relations: tuple[str, ...]) -> Standing | None:
    if status == "withdrawn":
        return Standing("bad", _("Withdrawn"))
    if status == "retracted":
        return Standing("bad", _("Retracted"))
    if "concern_expressed_by" in relations:
        return Standing("warn", _("Expression of concern"))
    return Standing("warn", _("Corrected")) if "corrected_by" in relations else None


def people(persons: tuple[Person, ...], reader: Language, summary: Summary) -> SafeString:
    """`Төлегенова Ұ. С., …`, each with its language where it is not the page's."""
    return SafeString(", ".join(filter(None, (person(one, reader, summary) for one in persons))))


def person(one: Person, reader: Language, summary: Summary) -> str:
    code = preferred(one.names or one.collective, reader, summary.language)
    if code is None:
        return ""
    name = family_first(one.names[code], NO_BREAK, NO_BREAK) if one.names else one.collective[code]
    return marked(name) if code == reader else f'<span lang="{code}">{marked(name)}</span>'


def pages(summary: Summary) -> str:
    return "–".join(dict.fromkeys(filter(None, (summary.first_page, summary.last_page)))) or (
        summary.article_number
    )


def has_all_abstracts(summary: Summary) -> bool:
    return len(summary.abstract_languages) in (0, len(LANGUAGES))


def best_file(summary: Summary, reader: Language) -> File | None:
    """A PDF before others; the reader's language, then the article's."""
    wanted = {reader: 0, summary.language: 1}
    ranked = sorted(summary.files, key=lambda one: (one.kind != "pdf", wanted.get(one.language, 2)))
    return ranked[0] if ranked and ranked[0].kind != "supplement" else None


def plain_title(summary: Summary, reader: Language) -> str:
    code = preferred(summary.title, reader, summary.language)
    return plain(summary.title[code]) if code else ""


def issue_label(issue: IssueFacts) -> str:
    """`2021, № 1 (134)`."""
    return ", ".join(filter(None, (str(issue.year), number_label(issue))))


def number_label(issue: IssueFacts) -> str:
    """`№ 1 (134)`, the volume before it, the part behind it."""
    volume = _("vol. %(volume)s") % {"volume": issue.volume} if issue.volume else ""
    number = f"№\N{NO-BREAK SPACE}{issue.number}" if issue.number else ""
    through = f"({issue.through_number})" if issue.through_number else ""
    part = _("part %(part)s") % {"part": issue.part} if issue.part else ""
    together = " ".join(filter(None, (number, through)))
    return ", ".join(filter(None, (volume, together, part)))
