"""BibTeX in UTF-8 with the language fields of biblatex, for LaTeX, JabRef and Zotero."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from articles.exports.format import EntryLanguage, Stamp, require_exportable
from articles.exports.notices import notice_lines
from articles.exports.reference_managers import (
    check_entries,
    doi_address,
    entry_key,
    entry_languages,
    issns,
    journal_text,
    people,
)
from articles.records.cleaning import clean_line
from articles.records.findings import Finding
from articles.records.imprint import issued_on, number_and_part, page_range, volume_of, year_of
from articles.records.languages import CODES, Language
from articles.records.markup import Run, runs
from articles.records.names import Name
from articles.records.notices import with_marked_title
from articles.records.record import Record
from articles.records.urls import page_url

COMMANDS = {"i": "textit", "b": "textbf", "sub": "textsubscript", "sup": "textsuperscript"}
# Abbreviations that each style spells in its own language: outside braces.
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# A brace in the text cannot be written as \{: BibTeX would count it as its own.
SIGNS = {
    "\\": r"\textbackslash{}", "{": r"\lbrace{}", "}": r"\rbrace{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
}  # fmt: skip
SIGN = re.compile("|".join(map(re.escape, SIGNS)))
# Ligatures of TeX: -- is a dash, `` a quotation mark, ?` an inverted question mark.
LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=[?!])(?=`)|(?<=<)(?=<)|(?<=>)(?=>)")


def write(records: Iterable[Record], stamp: Stamp, language: EntryLanguage = "") -> Iterator[bytes]:
    """Yield one entry for each article, or one for each of its languages. Raises NotExportable."""
    for record in records:
        require_exportable(record, check)
        for code in entry_languages(record, language):
            yield _entry(record, code).encode()


def check(record: Record) -> Iterator[Finding]:
    """Find what a reference manager cannot do without."""
    yield from check_entries(record)


def fields(record: Record, language: Language) -> Iterator[tuple[str, str]]:
    """Return the fields of an entry, escaped; some may be empty."""
    record, day = with_marked_title(record), issued_on(record)
    yield "author", " and ".join(_author(person) for person in people(record, language))
    yield "title", f"{{{_marked(record.title[language])}}}"
    yield "journal", _text(journal_text(record, "name", language))
    yield "year", str(year_of(record) or "")
    yield "month", MONTHS[day.month - 1] if day else ""
    yield "volume", _text(volume_of(record))
    yield "number", _text(number_and_part(record, language))
    yield "pages", _text(page_range(record, "–")).replace("–", "--")
    yield "eid", _text(record.article_number)
    yield "issn", ", ".join(map(_text, issns(record)))
    yield "doi", "" if re.search(r"[{}\\]", record.doi) else record.doi
    yield "url", _address(record, language)
    yield "publisher", _text(journal_text(record, "publisher", language))
    yield "address", _text(journal_text(record, "city", language))
    yield "langid", CODES[language].biblatex
    yield "language", CODES[language].biblatex
    yield "keywords", ", ".join(_keyword(term) for term in record.keywords.get(language, ()))
    yield "abstract", _marked(record.abstract.get(language, ""))
    yield "note", _note(record, language)


def _entry(record: Record, language: Language) -> str:
    values = ((name, value) for name, value in fields(record, language) if value)
    braced = ((name, value if name == "month" else f"{{{value}}}") for name, value in values)
    lines = (f"  {name:<9} = {value}" for name, value in braced)
    return f"@article{{{entry_key(record, language)},\n" + ",\n".join(lines) + "\n}\n\n"


def _author(person: Name | str) -> str:
    """`Есеркепова, Жанар Оңғарқызы`, `King, Jr., Martin`; braces around what BibTeX would split."""
    if isinstance(person, str):
        return f"{{{_text(person)}}}"
    given = " ".join(filter(None, (person.given, person.patronymic)))
    if person.suffix and not given:  # two parts would be a family name and a given name
        return f"{{{_text(f'{person.family} {person.suffix}')}}}"
    return ", ".join(_whole(part) for part in (person.family, person.suffix, given) if part)


def _whole(part: str) -> str:
    is_cut = "," in part or re.search(r"\sand\s", f" {part} ", re.IGNORECASE)
    return f"{{{_text(part)}}}" if is_cut else _text(part)


def _keyword(term: str) -> str:
    return f"{{{_marked(term)}}}" if "," in term else _marked(term)


def _address(record: Record, language: Language) -> str:
    """The DOI as an address, else the page; braces are the only characters to encode."""
    page = page_url(record, language) if record.site and record.id else ""
    address = doi_address(record) or page
    return re.sub(r"[{}\\]", lambda sign: f"%{ord(sign[0]):02X}", address)


def _note(record: Record, language: Language) -> str:
    """The notices as text: LaTeX does not read `note` as an address."""
    return "; ".join(map(_text, notice_lines(record, language)))


def _marked(text: str) -> str:
    return "".join(map(_run, runs(clean_line(text))))


def _run(run: Run) -> str:
    tex = _text(run.text, is_part=True)
    for mark in reversed(run.marks):
        tex = f"\\{COMMANDS[mark]}{{{tex}}}"
    return tex


def _text(text: str, is_part: bool = False) -> str:
    text = text if is_part else clean_line(text)
    return SIGN.sub(lambda sign: SIGNS[sign[0]], LIGATURE.sub("\0", text)).replace("\0", "{}")
