"""Licence, funding, Crossmark and relations: what else a deposit says about an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articles.exports.identifiers import is_doi, is_ror
from articles.exports.record_values import licence_of
from articles.exports.xml import NOTHING, Xml, block, filled, tag, text
from articles.records.languages import prefer
from articles.records.record import Funding, Record, Relation

# Crossmark's word for what a notice does to the article that it names.
UPDATES = {
    "corrects": "correction",
    "retracts": "retraction",
    "expresses_concern": "expression_of_concern",
}
# (within one work or between works, Crossref's word, what a reader is told)
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
    """With a policy DOI all stands in `crossmark`; without one the programs stand by themselves."""
    programs = [funding(record), licence(record)]
    policy = record.journal.crossmark_doi if record.journal else ""
    if not policy:
        return programs
    metadata = block("custom_metadata", [*assertions(record), *programs])
    parts = [filled("crossmark_policy", policy), block("updates", updates(record)), metadata]
    return [block("crossmark", parts)]


def updates(record: Record) -> Iterator[Xml]:
    """Only a notice has them, and only within Crossmark."""
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
    """A ROR stands in place of the funder's name; a Funder Registry DOI within it."""
    award = _asserted("award_number", text(each.award.strip()))
    if is_ror(each.funder_id):
        funder = _asserted("ror", text(each.funder_id))
    else:
        name = text(prefer(each.funder, "en", *each.funder).strip())
        identifier = each.funder_id if "doi.org/10.13039/" in each.funder_id else ""
        funder = _asserted(
            "funder_name",
            Xml(name + _asserted("funder_identifier", text(identifier))) if name else NOTHING,
        )
    return _asserted("fundgroup", Xml(funder + award))


def _asserted(name: str, content: Xml) -> Xml:
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
    known = (relation for relation in record.relations if is_doi(relation.doi))
    return block("rel:program", map(related, known), {"name": "relations"})


def related(relation: Relation) -> Xml:
    kind, word, description = RELATIONS[relation.kind]
    attributes = {"relationship-type": word, "identifier-type": "doi"}
    return block(
        "rel:related_item",
        [
            filled("rel:description", description, {"language": "en"}),
            tag(f"rel:{kind}", text(relation.doi), attributes),
        ],
    )
