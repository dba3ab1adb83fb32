"""Authors as creators in DataCite, with their Latin names: there is room for only one."""

from __future__ import annotations

from collections.abc import Iterator

from articles.exports.checks import named_languages
from articles.exports.record_values import in_order
from articles.exports.xml import Xml, block, tag, text, text_tag
from articles.records.identifiers import orcid_url
from articles.records.languages import prefer, preferred_language
from articles.records.names import given_names, inverted_name
from articles.records.record import Authorship, Record

ORCID = {"nameIdentifierScheme": "ORCID", "schemeURI": "https://orcid.org"}
ROR = {"affiliationIdentifierScheme": "ROR", "schemeURI": "https://ror.org"}


def creator(author: Authorship, record: Record) -> Xml:
    return block("creator", [*creator_name(author, record), *affiliations(author, record)])


def creator_name(author: Authorship, record: Record) -> Iterator[Xml]:
    if author.kind == "organisation":
        for code, collective in in_order(author.collective, "en", record.language)[:1]:
            attributes = {"nameType": "Organizational", "xml:lang": code}
            yield tag("creatorName", text(collective), attributes)
        return
    code_of_name = preferred_language(named_languages(author), "en", record.language)
    if not code_of_name:
        return
    name = author.names[code_of_name]
    attributes = {"nameType": "Personal", "xml:lang": code_of_name}
    yield tag("creatorName", text(inverted_name(name)), attributes)
    yield text_tag("givenName", given_names(name))
    yield text_tag("familyName", name.family)
    yield text_tag("nameIdentifier", orcid_url(author.orcid) if author.orcid else "", ORCID)


def affiliations(author: Authorship, record: Record) -> Iterator[Xml]:
    for mark in author.marks:
        if 1 <= mark <= len(record.affiliations):
            affiliation = record.affiliations[mark - 1]
            scheme = {"affiliationIdentifier": affiliation.ror, **ROR} if affiliation.ror else {}
            yield text_tag("affiliation", prefer(affiliation.name, "en", record.language), scheme)
