"""The certificate that an author shows at a university: the article is accepted, or published."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from articles.exports.edition.head import imprint_of
from articles.exports.papers import words
from articles.exports.typesetting import labels
from articles.exports.typesetting.compiler import Typeset
from articles.exports.typesetting.people import name_of
from articles.exports.typesetting.typesetter import first_typeset
from articles.records.cleaning import FORBIDDEN
from articles.records.identifiers import doi_url
from articles.records.imprint import page_range
from articles.records.languages import LANGUAGES, Language, preferred_language
from articles.records.markup import flat
from articles.records.record import Authorship, Record
from articles.records.urls import page_url

TEMPLATE = Path(__file__).with_name("certificate.typ")
PUBLIC = ("published", "retracted")
NAMED = 12  # authors; of more, these and how many there are
CODE = "check.png"


class NotCertified(ValueError):
    """The article is neither published nor has a day of acceptance."""


class Line(msgspec.Struct, frozen=True):
    label: str
    text: str
    language: Language


class Statement(msgspec.Struct, frozen=True):
    """What the certificate says in one language."""

    language: Language
    heading: str
    text: str
    lines: tuple[Line, ...]
    purpose: str


class Signature(msgspec.Struct, frozen=True):
    editor: str
    seal: str
    signature: str
    name: str


class Content(msgspec.Struct, frozen=True):
    """Everything that the certificate shows; `certificate.typ` lays it out."""

    title: str
    day: date
    journal: tuple[Line, ...]
    imprint: str
    number: str
    issued: str
    statements: tuple[Statement, ...]
    signature: Signature
    check: tuple[Line, ...]
    address: str  # of the article's page, '' before it is public


def certificate(
    record: Record,
    day: date,
    codes: Sequence[Language] = LANGUAGES,
    author: Authorship | None = None,
) -> Typeset:
    """Return the certificate as PDF, in these languages on one page, given to one author or to all.

    `day` is printed as the day of issue. Raises NotCertified, TypesettingFailed.
    """
    content = content_of(record, day, codes, author)
    pictures = {CODE: check_code(content.address)} if content.address else {}
    return first_typeset(TEMPLATE, [("", content, pictures)], is_edition=True)


def is_certified(record: Record) -> bool:
    """Whether there is something to certify: publication, or a day of acceptance."""
    is_accepted = record.accepted_on is not None and record.status != "withdrawn"
    return record.status in PUBLIC or is_accepted


def content_of(
    record: Record, day: date, codes: Sequence[Language], author: Authorship | None
) -> Content:
    if not is_certified(record):
        raise NotCertified
    address = page_url(record, codes[0]) if record.status in PUBLIC and record.site else ""
    journal = record.journal
    names = journal.name if journal else {}
    issn = (journal.issn_print, journal.issn_online) if journal else ()
    first = codes[0]
    return Content(
        title=f"{joined(words.HEADING, codes)}: {title_of(record, first)[0]}",
        day=day,
        journal=tuple(Line("", text, code) for code, text in unique(names, codes) if text),
        imprint=" · ".join(f"ISSN {number}" for number in dict.fromkeys(filter(None, issn))),
        number=joined(words.NUMBER, codes),
        issued=f"{joined(words.DAY, codes)}: {day:%d.%m.%Y}",
        statements=tuple(statement(record, code, author) for code in codes),
        signature=Signature(
            *(
                joined(each, codes)
                for each in (words.EDITOR, words.SEAL, words.SIGNATURE, words.NAME)
            )
        ),
        check=tuple(Line("", words.CHECK[code], code) for code in codes) if address else (),
        address=address,
    )


def unique(texts: dict[Language, str], codes: Sequence[Language]) -> list[tuple[Language, str]]:
    """The texts in these languages, equal ones once; in any, if it has none of these."""
    shown = {texts[code]: code for code in reversed(codes) if code in texts}
    return [(code, text) for text, code in reversed(shown.items())] or list(texts.items())[:1]


def joined(label: labels.Words, codes: Sequence[Language]) -> str:
    return " / ".join(dict.fromkeys(label[code] for code in codes))


def statement(record: Record, code: Language, author: Authorship | None) -> Statement:
    is_public = record.status in PUBLIC
    sentence = (words.PUBLISHED if is_public else words.ACCEPTED)[code]
    names = record.journal.name if record.journal else {}
    shown = preferred_language(names, code, record.language)
    text = sentence.format(journal=names[shown] if shown else "–")
    if record.status == "retracted":
        text = f"{text} {words.RETRACTED[code]}"
    return Statement(
        language=code,
        heading=words.HEADING[code],
        text=text,
        lines=tuple(line for line in lines(record, code, author) if line.text),
        purpose=words.PURPOSE[code],
    )


def lines(record: Record, code: Language, author: Authorship | None) -> Iterator[Line]:
    """The facts of the article, each with its label."""
    if author:
        yield person(words.ISSUED_TO[code], author, record, code)
    title, shown = title_of(record, code)
    yield Line(words.ARTICLE[code], title, shown)
    names = [name_in(each, record, code) for each in record.authors]
    listed = ", ".join(names[:NAMED])
    more = f" {labels.OTHERS[code]} ({len(names)})" if len(names) > NAMED else ""
    yield Line(words.AUTHORS[code], listed + more, code)
    is_public = record.status in PUBLIC
    issue = words.ISSUE if is_public else words.PLANNED_ISSUE
    if record.issue:
        yield Line(issue[code], imprint_of(record, code), code)
    if is_public:
        pages = page_range(record, "–") or record.article_number
        yield Line(words.PAGES[code], pages, code)
    yield Line("DOI", doi_url(record.doi) if record.doi else "", code)
    days = [(labels.RECEIVED, record.received_on), (labels.ACCEPTED, record.accepted_on)]
    if is_public:
        days.append((labels.PUBLISHED, record.published_on))
    for label, day in days:
        yield Line(label[code], f"{day:%d.%m.%Y}" if day else "", code)


def title_of(record: Record, code: Language) -> tuple[str, Language]:
    shown = preferred_language(record.title, code, record.language) or record.language
    return clean(record.title.get(shown, "")) or "–", shown


def person(label: str, author: Authorship, record: Record, code: Language) -> Line:
    return Line(label, name_in(author, record, code), code)


def name_in(author: Authorship, record: Record, code: Language) -> str:
    """The name in a language, else as the article has it."""
    tried = (name_of(author, each) for each in (code, record.language, *LANGUAGES))
    return clean(next(filter(None, tried), "–"))


def clean(text: str) -> str:
    return FORBIDDEN.sub("", flat(text)).strip()


def check_code(address: str) -> bytes:
    """Return a QR code that leads to an address, as PNG."""
    import segno  # 4 MB that only certificates and two-step sign-in need

    picture = io.BytesIO()
    segno.make(address, error="m").save(picture, kind="png", scale=8, border=1)
    return picture.getvalue()
