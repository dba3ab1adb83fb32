"""DataCite 4.7; the first title is the article's own, the others are its translations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.exports.datacite.checks import check, check_saved
from articles.exports.datacite.container import journal, publisher, titles
from articles.exports.datacite.creators import creator
from articles.exports.format import Stamp
from articles.exports.identifiers import is_doi, is_ror
from articles.exports.notices import notice_lines, related_page
from articles.exports.record_values import READABLE, full_texts, in_order, licence_of
from articles.exports.xml import NOTHING, Xml, block, tag, text, text_tag
from articles.exports.xml_documents import documents
from articles.records.imprint import issued, online_on, year_of
from articles.records.languages import LANGUAGES, prefer
from articles.records.licences import is_open_access, licence_name, spdx_identifier
from articles.records.markup import flat
from articles.records.notices import with_marked_title
from articles.records.record import Funding, Record

__all__ = ["check", "check_saved", "resource", "write"]

ROOT = {
    "xmlns": "http://datacite.org/schema/kernel-4",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        "http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.7/metadata.xsd"
    ),
}
# Kinds of schema 4.6 and later, where no kind means a notice: a description says which it is.
RELATIONS = {
    "translates": "IsTranslationOf",
    "translated_by": "HasTranslation",
    "corrects": "IsSupplementTo",
    "corrected_by": "IsSupplementedBy",
    "retracts": "Obsoletes",
    "retracted_by": "IsObsoletedBy",
    "expresses_concern": "References",
    "concern_expressed_by": "IsReferencedBy",
}
SPDX_LIST = {"rightsIdentifierScheme": "SPDX", "schemeURI": "https://spdx.org/licenses/"}
RESOURCE_TYPES = {"correction": "Correction", "retraction": "Retraction notice"}


def write(records: Iterable[Record], stamp: Stamp) -> Iterator[bytes]:
    """Yield one `resource`, or several inside `resources`. Raises NotExportable."""
    return documents(records, "resources", resource, check)


def resource(record: Record) -> Xml:
    """Return the `resource` element of an article."""
    record = with_marked_title(record)
    return block(
        "resource",
        [
            tag("identifier", text(record.doi), {"identifierType": "DOI"}),
            block("creators", [creator(author, record) for author in record.authors]),
            block("titles", titles(record.title, record)),
            publisher(record),
            tag("publicationYear", text(f"{year_of(record):04}")),
            resource_type(record),
            block("subjects", subjects(record)),
            block("dates", dates(record)),
            tag("language", text(record.language)),
            block("relatedIdentifiers", related_identifiers(record)),
            block("formats", formats(record)),
            rights(record),
            block("descriptions", descriptions(record)),
            block("fundingReferences", map(funding, record.funding)),
            block("relatedItems", [journal(record)]),
        ],
        ROOT,
    )


def resource_type(record: Record) -> Xml:
    kind = RESOURCE_TYPES.get(record.type, "Journal article")
    return tag("resourceType", text(kind), {"resourceTypeGeneral": "JournalArticle"})


def subjects(record: Record) -> Iterator[Xml]:
    for code in dict.fromkeys((record.language, *LANGUAGES)):
        for keyword in record.keywords.get(code, ()):
            yield text_tag("subject", flat(keyword), {"xml:lang": code})
    for scheme, values in (("IRSTI", record.irsti), ("UDC", record.udc), ("JEL", record.jel)):
        for value in values:
            yield text_tag("subject", value, {"subjectScheme": scheme})


def dates(record: Record) -> Iterator[Xml]:
    """`Updated` is a change of what was published already: the manuscript's revision is `Other`."""
    days = (
        ("Submitted", "", record.received_on),
        ("Other", "Revised", record.revised_on),
        ("Accepted", "", record.accepted_on),
        ("Issued", "", issued(record)),
        ("Available", "", online_on(record)),
    )
    for kind, information, day in days:
        attributes = {"dateType": kind, "dateInformation": information}
        yield text_tag("date", str(day or ""), attributes)


def related_identifiers(record: Record) -> Iterator[Xml]:
    """The other articles, by the DOI or else by the address of the page."""
    for relation in record.relations:
        has_doi = is_doi(relation.doi)
        attributes = {
            "relatedIdentifierType": "DOI" if has_doi else "URL",
            "relationType": RELATIONS[relation.kind],
        }
        target = relation.doi if has_doi else related_page(record, relation)
        yield text_tag("relatedIdentifier", target, attributes)


def formats(record: Record) -> Iterator[Xml]:
    for kind in dict.fromkeys(galley.kind for galley in full_texts(record)):
        yield tag("format", text(READABLE[kind]))


def rights(record: Record) -> Xml:
    """The licence by its address, and by its name and identifier where it has them."""
    address = licence_of(record)
    if not address:
        return NOTHING
    attributes, identifier = {"rightsURI": address}, spdx_identifier(address)
    if identifier:
        attributes |= {"rightsIdentifier": identifier, **SPDX_LIST}
    name = text(licence_name(address)) if is_open_access(address) else NOTHING
    return block("rightsList", [tag("rights", name, attributes)])


def descriptions(record: Record) -> Iterator[Xml]:
    for code, abstract in in_order(record.abstract, record.language):
        attributes = {"descriptionType": "Abstract", "xml:lang": code}
        yield tag("description", text(flat(abstract)), attributes)
    for code in record.title:
        for line in notice_lines(record, code):
            attributes = {"descriptionType": "Other", "xml:lang": code}
            yield tag("description", text(line), attributes)


def funding(each: Funding) -> Xml:
    """Return one funding reference; a funder without a name has none."""
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
            text_tag("funderIdentifier", identifier, {"funderIdentifierType": scheme}),
            text_tag("awardNumber", each.award),
        ],
    )
