"""Citations by APA 7 (Publication Manual, chapters 9 and 10)."""

from __future__ import annotations

import re

from articles.records.imprint import number_of, page_range, part_label, volume_of
from articles.records.languages import Language
from articles.records.names import Name, initials
from articles.records.record import Record

from .work import Work, work_of

SHOWN_AUTHORS = 20  # if there are more: the first 19, an ellipsis, the last (9.8)


def apa(record: Record, language: Language) -> str:
    """Authors (year). Title. *Journal*, *volume*(number), pages. Address."""
    work = work_of(record, language)
    authors, year = _authors(work), f"({work.year or work.terms.no_date})"
    if not authors:  # 9.12: the title moves to the author's place
        opening = [_with_final_stop(work.title), f"{year}."]
    else:
        opening = [f"{_with_final_stop(authors)} {year}.", _with_final_stop(work.title)]
    return " ".join(filter(None, [*opening, _source(record, work), work.address]))


def _authors(work: Work) -> str:
    names = [_author(author) for author in work.authors]
    if len(names) > SHOWN_AUTHORS:
        return f"{', '.join(names[: SHOWN_AUTHORS - 1])}, . . . {names[-1]}"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _author(author: Name | str) -> str:
    """`Yesserkepova, Zh. O.`, `King, M. L., Jr.` (9.8); an organisation as it is."""
    if isinstance(author, str):
        return author
    return ", ".join(filter(None, (author.family, initials(author, " "), author.suffix)))


def _source(record: Record, work: Work) -> str:
    parts = [
        f"<i>{work.journal}</i>" if work.journal else "",
        _numbers(record, work.language),
        page_range(record, "–"),
        f"{work.terms.article_apa} {record.article_number}" if record.article_number else "",
    ]
    sentences = [", ".join(filter(None, parts)), _ahead_of_issue(record, work)]
    return " ".join(f"{sentence}." for sentence in sentences if sentence)


def _ahead_of_issue(record: Record, work: Work) -> str:
    """A sentence of its own (10.1); none where the article has its place already."""
    has_place = record.issue or record.article_number or page_range(record)
    return "" if has_place else work.terms.ahead_of_issue


def _numbers(record: Record, language: Language) -> str:
    """`*12*(3–4, Pt. 2)`; without volumes the number alone in brackets (9.25)."""
    part = part_label(record.issue.part, language) if record.issue else ""
    number = ", ".join(filter(None, (number_of(record), part[:1].upper() + part[1:])))
    number, volume = _with_dash(number), _with_dash(volume_of(record))
    volume = f"<i>{volume}</i>" if volume else ""
    return f"{volume}({number})" if number else volume


def _with_dash(number: str) -> str:
    """`3–4`: a range of numbers has an en dash, as one of pages (6.6)."""
    return re.sub(r"(?<=\d)-(?=\d)", "–", number)


def _with_final_stop(text: str) -> str:
    """The text with a full stop, unless it ends in another mark."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
