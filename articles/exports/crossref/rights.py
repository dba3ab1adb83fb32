"""Licence, funding, Crossmark and relations of a Crossref deposit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.exports.identifiers import is_doi, is_ror
from articles.exports.notices import related_page
from articles.exports.record_values import licence_of
from articles.exports.xml import NOTHING, Xml, block, tag, text, text_tag
from articles.records.languages import prefer
from articles.records.record import Funding, Record, Relation

# The Crossmark type of the update that a notice makes.
UPDATES = {
    "corrects": "correction",
    "retracts": "retraction",
    "expresses_concern": "expression_of_concern",
}
# (intra_work or inter_work, Crossref's type, the description for readers)
RELATIONS = {
    "translates": ("intra_work_relation", "isTranslationOf", ""),
    "translated_by": ("intra_work_relation", "hasTranslation", ""),
    "corrects": ("inter_work_relation", "isRelatedMaterial", "Correction of"),
    "corrected_by": ("inter_work_relation", "hasRelatedMaterial", "Corrected by"),
    "retracts": ("inter_work_relation", "isRelatedMaterial", "Retraction of"),
    "retracted_by": ("inter_work_relation", "hasRelatedMaterial", "Retracted by"),
    "expresses_concern": (
        "inter_work_relation",
        "isRelatedMaterial",
        "Expression of concern about",
    ),
    "concern_expressed_by": (
        "inter_work_relation",
        "hasRelatedMaterial",
        "Expression of concern in",
    ),
}
HISTORY = {"group_name": "publication_history", "group_label": "Publication History"}


def crossmark_or_programs(record: Record) -> Iterable[Xml]:
    """Everything inside `crossmark` if the journal has a Crossmark policy, else by itself."""
    programs = [funding(record), licence(record)]
    policy = record.journal.crossmark_doi if record.journal else ""
    if not policy:
        return programs
    metadata = block("custom_metadata", [*assertions(record), *programs])
    parts = [text_tag("crossmark_policy", policy), block("updates", updates(record)), metadata]
    return [block("crossmark", parts)]


def updates(record: Record) -> Iterator[Xml]:
    """The updates that a notice makes to other articles, which only Crossmark can carry."""
    if not record.published_on:
        return
    for relation in record.relations:
        if relation.kind in UPDATES and is_doi(relation.doi):
            attributes = {
                "type": UPDATES[relation.kind],
                "date": record.published_on.isoformat(),
            }
            yield tag("update", text(relation.doi), attributes)


def assertions(record: Record) -> Iterator[Xml]:
    history = (
        ("received", "Received", record.received_on),
        ("revised", "Revised", record.revised_on),
        ("accepted", "Accepted", record.accepted_on),
    )
    for order, (name, label, day) in enumerate(entry for entry in history if entry[2]):
        attributes = {"name": name, "label": label, **HISTORY, "order": str(order)}
        yield tag("assertion", text(day.isoformat() if day else ""), attributes)


def funding(record: Record) -> Xml:
    groups = list(filter(None, map(fund_group, record.funding)))
    return block("fr:program", groups, {"name": "fundref"})


def fund_group(each: Funding) -> Xml:
    """One funder; a ROR replaces its name, a Funder Registry DOI is nested in the name."""
    award = _assertion("award_number", text(each.award.strip()))
    if is_ror(each.funder_id):
        funder = _assertion("ror", text(each.funder_id))
    else:
        name = text(prefer(each.funder, "en", *each.funder).strip())
        identifier = each.funder_id if "doi.org/10.13039/" in each.funder_id else ""
        funder = _assertion(
            "funder_name",
            Xml(name + _assertion("funder_identifier", text(identifier))) if name else NOTHING,
        )
    return _assertion("fundgroup", Xml(funder + award))


def _assertion(name: str, content: Xml) -> Xml:
    return tag("fr:assertion", content, {"name": name}) if content else NOTHING


def licence(record: Record) -> Xml:
    address = licence_of(record)
    if not address:
        return NOTHING
    day = record.licence_from or record.published_on
    start = {"start_date": day.isoformat()} if day else {}
    references = (
        tag("ai:license_ref", text(address), {"applies_to": version, **start})
        for version in ("vor", "tdm")
    )
    return block("ai:program", [tag("ai:free_to_read"), *references], {"name": "AccessIndicators"})


def relations(record: Record) -> Xml:
    items = (related_item(record, relation) for relation in record.relations)
    return block("rel:program", items, {"name": "relations"})


def related_item(record: Record, relation: Relation) -> Xml:
    """The other article by its DOI, else by the address of its page; nothing if it has neither."""
    kind, word, description = RELATIONS[relation.kind]
    has_doi = is_doi(relation.doi)
    target = relation.doi if has_doi else related_page(record, relation)
    if not target:
        return NOTHING
    attributes = {"relationship-type": word, "identifier-type": "doi" if has_doi else "uri"}
    return block(
        "rel:related_item",
        [
            text_tag("rel:description", description, {"language": "en"}),
            tag(f"rel:{kind}", text(target), attributes),
        ],
    )
