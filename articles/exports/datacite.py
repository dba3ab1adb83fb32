"""DataCite 4.7: the first title is the article's own, the others are translations of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from articles.exports import demands
from articles.exports.characters import check_characters
from articles.exports.choices import READABLE, full_texts, in_order, licence_of
from articles.exports.documents import documents
from articles.exports.format import Stamp
from articles.exports.valid import is_doi, is_ror
from articles.exports.xml import NOTHING, Xml, block, filled, tag, text
from articles.records.findings import Finding
from articles.records.identifiers import orcid_url
from articles.records.imprint import number_of, published_on, volume_of, year_of
from articles.records.languages import LANGUAGES, Text, prefer, preferred
from articles.records.markup import flat
from articles.records.names import given_names, inverted
from articles.records.record import Authorship, Funding, Record

RULE = "datacite"
ROOT = {
    "xmlns": "http://datacite.org/schema/kernel-4",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        "http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.7/metadata.xsd"
    ),
}
ORCID = {"nameIdentifierScheme": "ORCID", "schemeURI": "https://orcid.org"}
ROR = {"affiliationIdentifierScheme": "ROR", "schemeURI": "https://ror.org"}
TRANSLATED = "TranslatedTitle"
RELATIONS = {
    "translates": "IsTranslationOf",
    "translated_by": "HasTranslation",
    "corrects": "IsSupplementTo",
    "corrected_by": "IsSupplementedBy",
    "retracts": "References",
    "retracted_by": "IsReferencedBy",
    "expresses_concern": "References",
    "concern_expressed_by": "IsReferencedBy",
}


def write(records: Iterable[Record], stamp: Stamp) -> Iterator[bytes]:
    return documents(records, "resources", resource, check)


def check(record: Record) -> Iterator[Finding]:
    yield from check_characters(record)
    yield from check_saved(record)


def check_saved(record: Record) -> Iterator[Finding]:
    """The same of a record whose characters were looked at when it was saved."""
    yield from demands.check_doi(record, RULE)
    yield from demands.check_title(record, RULE)
    yield from demands.check_year(record, RULE)
    yield from demands.check_names(record, RULE)
    yield from demands.check_rors(record, RULE)
    yield from demands.check_issns(record, RULE)
    if not record.authors:
        yield demands.blocks(RULE, "authors", _("DataCite needs an author."), demands.ENTER)
    if record.journal and not in_order(record.journal.publisher):
        yield demands.blocks(
            RULE, "journal.publisher", _("DataCite needs the publisher."), demands.IN_JOURNAL
        )


def resource(record: Record) -> Xml:
    return block(
        "resource",
        [
            tag("identifier", text(record.doi), {"identifierType": "DOI"}),
            block("creators", [creator(author, record) for author in record.authors]),
            block("titles", titles(record.title, record)),
            publisher(record),
            tag("publicationYear", text(f"{year_of(record):04}")),
            tag("resourceType", text("Journal article"), {"resourceTypeGeneral": "JournalArticle"}),
            block("subjects", subjects(record)),
            block("dates", dates(record)),
            tag("language", text(record.language)),
            block("relatedIdentifiers", related(record)),
            block("formats", formats(record)),
            rights(record),
            block("descriptions", descriptions(record)),
            block("fundingReferences", map(funding, record.funding)),
            block("relatedItems", [journal(record)]),
        ],
        ROOT,
    )


def titles(values: Text, record: Record) -> Iterator[Xml]:
    kind = ""
    for code, title in in_order(values, record.language):
        yield tag("title", text(flat(title).strip()), {"xml:lang": code, "titleType": kind})
        kind = TRANSLATED


def creator(author: Authorship, record: Record) -> Xml:
    """The roman name: there is place for one."""
    return block("creator", [*creator_name(author, record), *affiliations(author, record)])


def creator_name(author: Authorship, record: Record) -> Iterator[Xml]:
    if author.kind == "organisation":
        for code, collective in in_order(author.collective, "en", record.language)[:1]:
            attributes = {"nameType": "Organizational", "xml:lang": code}
            yield tag("creatorName", text(collective), attributes)
        return
    code_of_name = preferred(demands.named_languages(author), "en", record.language)
    if not code_of_name:
        return
    name = author.names[code_of_name]
    attributes = {"nameType": "Personal", "xml:lang": code_of_name}
    yield tag("creatorName", text(inverted(name)), attributes)
    yield filled("givenName", given_names(name))
    yield filled("familyName", name.family)
    yield filled("nameIdentifier", orcid_url(author.orcid) if author.orcid else "", ORCID)


def affiliations(author: Authorship, record: Record) -> Iterator[Xml]:
    for mark in author.marks:
        if 1 <= mark <= len(record.affiliations):
            affiliation = record.affiliations[mark - 1]
            scheme = {"affiliationIdentifier": affiliation.ror, **ROR} if affiliation.ror else {}
            yield filled("affiliation", prefer(affiliation.name, "en", record.language), scheme)


def publisher(record: Record) -> Xml:
    names = in_order(record.journal.publisher, "en", record.language) if record.journal else []
    return tag("publisher", text(names[0][1]), {"xml:lang": names[0][0]}) if names else NOTHING


def subjects(record: Record) -> Iterator[Xml]:
    for code in dict.fromkeys((record.language, *LANGUAGES)):
        for keyword in record.keywords.get(code, ()):
            yield filled("subject", flat(keyword), {"xml:lang": code})
    for scheme, values in (("IRSTI", record.irsti), ("UDC", record.udc), ("JEL", record.jel)):
        for value in values:
            yield filled("subject", value, {"subjectScheme": scheme})


def dates(record: Record) -> Iterator[Xml]:
    issued = published_on(record)
    days = (
        ("Submitted", record.received_on),
        ("Updated", record.revised_on),
        ("Accepted", record.accepted_on),
        ("Issued", issued),
    )
    for kind, day in days:
        if day:
            yield tag("date", text(day.isoformat()), {"dateType": kind})
    if not issued:
        yield tag("date", text(f"{year_of(record):04}"), {"dateType": "Issued"})


def related(record: Record) -> Iterator[Xml]:
    for relation in record.relations:
        if is_doi(relation.doi):
            attributes = {
                "relatedIdentifierType": "DOI",
                "relationType": RELATIONS[relation.kind],
            }
            yield tag("relatedIdentifier", text(relation.doi), attributes)


def formats(record: Record) -> Iterator[Xml]:
    for kind in dict.fromkeys(galley.kind for galley in full_texts(record)):
        yield tag("format", text(READABLE[kind]))


def rights(record: Record) -> Xml:
    address = licence_of(record)
    return block("rightsList", [tag("rights", NOTHING, {"rightsURI": address})] if address else [])


def descriptions(record: Record) -> Iterator[Xml]:
    for code, abstract in in_order(record.abstract, record.language):
        attributes = {"descriptionType": "Abstract", "xml:lang": code}
        yield tag("description", text(flat(abstract)), attributes)


def funding(each: Funding) -> Xml:
    """A funder without a name cannot be said."""
    name = prefer(each.funder, "en").strip()
    if not name:
        return NOTHING
    scheme = "ROR" if is_ror(each.funder_id) else "Crossref Funder ID"
    known = scheme == "ROR" or "doi.org/10.13039/" in each.funder_id
    identifier = each.funder_id if known else ""
    return block(
        "fundingReference",
        [
            tag("funderName", text(name)),
            filled("funderIdentifier", identifier, {"funderIdentifierType": scheme}),
            filled("awardNumber", each.award),
        ],
    )


def journal(record: Record) -> Xml:
    facts = record.journal
    if not facts:
        return NOTHING
    return block(
        "relatedItem",
        [
            filled(
                "relatedItemIdentifier",
                facts.issn_print or facts.issn_online,
                {"relatedItemIdentifierType": "ISSN"},
            ),
            block("titles", titles(facts.name, record)),
            tag("publicationYear", text(f"{year_of(record):04}")),
            filled("volume", volume_of(record)),
            filled("issue", number_of(record)),
            article_number(record),
            filled("firstPage", record.first_page),
            filled("lastPage", record.last_page),
        ],
        {"relationType": "IsPublishedIn", "relatedItemType": "Journal"},
    )


def article_number(record: Record) -> Xml:
    return filled("number", record.article_number, {"numberType": "Article"})
