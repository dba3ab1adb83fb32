"""Authors in JATS with all their names, and their affiliations in each language."""

from __future__ import annotations

from collections.abc import Iterator

from articles.exports.checks import named_languages
from articles.exports.record_values import in_order, paragraphs
from articles.exports.xml import NOTHING, Xml, block, tag, text, text_tag
from articles.records.countries import country_name
from articles.records.credit import CREDIT_ROLES
from articles.records.identifiers import orcid_url
from articles.records.jats import CREDIT, FAMILY_FIRST
from articles.records.languages import LANGUAGES, Language, Text
from articles.records.names import given_names
from articles.records.record import Affiliation, Authorship, Record


def contributors(record: Record) -> Iterator[Xml]:
    authors = enumerate(record.authors, 1)
    yield block("contrib-group", [contributor(each, record, place) for place, each in authors])
    for place, affiliation in enumerate(record.affiliations, 1):
        yield block(
            "aff-alternatives", organisations(affiliation, record.language), {"id": f"aff{place}"}
        )


def contributor(author: Authorship, record: Record, place: int) -> Xml:
    orcid = orcid_url(author.orcid) if author.orcid else ""
    return block(
        "contrib",
        [
            text_tag("contrib-id", orcid, {"contrib-id-type": "orcid"}),
            names(author, record.language),
            *each_language("degrees", author.degree, record.language),
            *roles(author, record.language),
            *biographies(author, record.language),
            *marks(author, record, place),
        ],
        {"contrib-type": "author", "corresp": "yes" if author.corresponding else ""},
    )


def names(author: Authorship, language: Language) -> Xml:
    if author.kind == "organisation":
        return block("collab-alternatives", each_language("collab", author.collective, language))
    codes = [code for code in dict.fromkeys((language, *LANGUAGES)) if code in author.names]
    known = named_languages(author)
    return block("name-alternatives", [name(author, code) for code in codes if code in known])


def name(author: Authorship, code: Language) -> Xml:
    parts = author.names[code]
    content = (
        text_tag("surname", parts.family),
        text_tag("given-names", given_names(parts)),
        text_tag("suffix", parts.suffix),
    )
    return tag("name", Xml("".join(content)), {"name-style": FAMILY_FIRST[code], "xml:lang": code})


def each_language(tag_name: str, values: Text, language: Language, kind: str = "") -> Iterator[Xml]:
    for code, value in in_order(values, language):
        yield tag(tag_name, text(value), {"content-type": kind, "xml:lang": code})


def roles(author: Authorship, language: Language) -> Iterator[Xml]:
    """Academic titles and posts, then CRediT roles; another role without CRediT's name."""
    yield from each_language("role", author.academic_title, language, "academic-title")
    yield from each_language("role", author.post, language, "post")
    for role in author.roles:
        if role not in CREDIT_ROLES:
            yield text_tag("role", role)
            continue
        term = CREDIT_ROLES[role]
        attributes = {
            "vocab": "credit",
            "vocab-identifier": "https://credit.niso.org/",
            "vocab-term": term,
            "vocab-term-identifier": f"{CREDIT}{role}/",
        }
        yield tag("role", text(term), attributes)


def biographies(author: Authorship, language: Language) -> Iterator[Xml]:
    for code, value in in_order(author.bio, language):
        lines = (tag("p", text(line)) for line in paragraphs(value))
        yield tag("bio", Xml("".join(lines)), {"xml:lang": code})


def marks(author: Authorship, record: Record, place: int) -> Iterator[Xml]:
    for mark in author.marks:
        if 1 <= mark <= len(record.affiliations):
            yield tag("xref", NOTHING, {"ref-type": "aff", "rid": f"aff{mark}"})
    if has_public_email(author):
        yield tag("xref", text("*"), {"ref-type": "corresp", "rid": f"cor{place}"})


def has_public_email(author: Authorship) -> bool:
    """Whether the author's e-mail is public: only the corresponding author's is."""
    return author.corresponding and bool(author.email.strip())


def author_notes(record: Record) -> Xml:
    return block(
        "author-notes",
        (
            tag("corresp", text_tag("email", author.email), {"id": f"cor{place}"})
            for place, author in enumerate(record.authors, 1)
            if has_public_email(author)
        ),
    )


def organisations(affiliation: Affiliation, language: Language) -> list[Xml]:
    """One `aff` for each language that has a value, and at least one for marks to refer to."""
    known = (affiliation.name, affiliation.unit, affiliation.city)
    codes = [code for code in LANGUAGES if any(values.get(code) for values in known)]
    return [organisation(affiliation, code) for code in codes or [language]]


def organisation(affiliation: Affiliation, code: Language) -> Xml:
    country = affiliation.country
    wrap = (
        text_tag("institution-id", affiliation.ror, {"institution-id-type": "ror"}),
        text_tag("institution", affiliation.name.get(code, "")),
        text_tag("institution", affiliation.unit.get(code, ""), {"content-type": "dept"}),
    )
    parts = (
        tag("institution-wrap", Xml("".join(wrap))) if any(wrap) else NOTHING,
        text_tag("city", affiliation.city.get(code, "")),
        text_tag("country", country_name(country, code), {"country": country}) if country else "",
    )
    return tag("aff", Xml(", ".join(filter(None, parts))), {"xml:lang": code})
