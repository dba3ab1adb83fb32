"""References by APA 7: the Publication Manual, chapters 9 and 10."""

from __future__ import annotations

from articles.records.imprint import page_range
from articles.records.languages import Language
from articles.records.names import Name, initials
from articles.records.record import Record

from .work import Work, work

SHOWN_AUTHORS = 20  # of more: the first nineteen, an ellipsis, the last (9.8)


def apa(record: Record, language: Language) -> str:
    """Authors (year). Title. *Journal*, *volume*(number), pages. Address."""
    a = work(record, language)
    authors, year = _authors(a), f"({a.year or a.words.no_date})"
    if not authors:  # 9.12: the title moves to the author's place
        opening = [_ended(a.title), f"{year}."]
    else:
        opening = [f"{_ended(authors)} {year}.", _ended(a.title)]
    return " ".join(filter(None, [*opening, _source(record, a), a.address]))


def _authors(a: Work) -> str:
    names = [_author(author) for author in a.authors]
    if len(names) > SHOWN_AUTHORS:
        return f"{', '.join(names[: SHOWN_AUTHORS - 1])}, . . . {names[-1]}"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _author(author: Name | str) -> str:
    """`Yesserkepova, Zh. O.`; an organisation and a mononym as they are."""
    if isinstance(author, str):
        return author
    return ", ".join(filter(None, (author.family, initials(author, " "))))


def _source(record: Record, a: Work) -> str:
    parts = [
        f"<i>{a.journal}</i>" if a.journal else "",
        _numbers(record),
        page_range(record, "–"),
        f"{a.words.article_apa} {record.article_number}" if record.article_number else "",
        "" if record.issue else a.words.ahead_of_issue,
    ]
    said = ", ".join(filter(None, parts))
    return f"{said}." if said else ""


def _numbers(record: Record) -> str:
    """`*12*(3)`; a journal without volumes has the number alone in its brackets (9.25)."""
    if not record.issue:
        return ""
    number = record.issue.number or record.issue.through_number
    volume = f"<i>{record.issue.volume}</i>" if record.issue.volume else ""
    return f"{volume}({number})" if number else volume


def _ended(text: str) -> str:
    """With one mark at its end."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
