"""The record that a manuscript makes. Codes that are not valid are left out of it and listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from articles.imports import manuscript_json
from articles.imports.manuscript import Manuscript
from articles.imports.manuscript.authors.affiliation_parts import split_affiliation
from articles.imports.manuscript.authors.bylines import is_collective
from articles.imports.manuscript.authors.qualifications import parse_qualifications
from articles.imports.references import find_doi, find_url, pair_references
from articles.records import identifiers
from articles.records.body import clean_body
from articles.records.cleaning import InvalidValue, clean_line
from articles.records.languages import LANGUAGES, Language
from articles.records.markup import plain
from articles.records.record import Affiliation, Authorship, Record, Reference


class LeftOut(msgspec.Struct, frozen=True):
    """A printed value that is not valid; `field` is its path in the manuscript."""

    field: str
    printed: str
    why: str


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    record: Record
    left_out: tuple[LeftOut, ...] = ()


def draft_of(manuscript: Manuscript, fallback: Language = "kk", body: str = "") -> Draft:
    """`fallback` is the language if none was found; `body` a fuller text than the sections'.

    Raises Unreadable and InvalidValue if no record can be made.
    """
    tree = manuscript.to_json()
    tree["article_language"] = tree.get("article_language") or fallback
    restore_markup(tree, manuscript)
    left_out = tuple(remove_invalid(tree))
    record = manuscript_json.read(tree)
    record = msgspec.structs.replace(
        record,
        authors=tuple(with_qualifications(record.authors, manuscript)),
        affiliations=tuple(map(with_parts, record.affiliations)),
        references=tuple(
            with_addresses(reference)
            for reference in paired_references(record.references, manuscript)
        ),
        body=clean_body(body or record.body),
    )
    return Draft(record=record, left_out=left_out)


def remove_invalid(tree: dict[str, Any]) -> Iterator[LeftOut]:
    """Removes invalid codes, and marks of affiliations that do not exist, from the tree."""
    yield from remove_if_invalid(tree, "doi", identifiers.doi, "doi")
    for field in ("irsti", "udc"):
        valid = []
        for place, code in enumerate(tree[field]):
            if why := reason_invalid(getattr(identifiers, field), code):
                yield LeftOut(f"{field}.{place}", code, why)
            else:
                valid.append(code)
        tree[field] = valid
    numbers = {affiliation["id"] for affiliation in tree["affiliations"]}
    for place, author in enumerate(tree["authors"]):
        yield from remove_if_invalid(author, "orcid", identifiers.orcid, f"authors.{place}.orcid")
        author["affiliations"] = [mark for mark in author["affiliations"] if mark in numbers]


def remove_if_invalid(
    tree: dict[str, Any], name: str, normalise: Callable[[str], str], field: str
) -> Iterator[LeftOut]:
    printed = tree.get(name) or ""
    if why := reason_invalid(normalise, printed):
        yield LeftOut(field, printed, why)
        tree[name] = None


def reason_invalid(normalise: Callable[[str], str], printed: str) -> str:
    """'' for a valid code, and for an empty one."""
    try:
        normalise(printed) if printed else ""
    except InvalidValue as error:
        return str(error)
    return ""


def restore_markup(tree: dict[str, Any], manuscript: Manuscript) -> None:
    """Titles and abstracts with their markup, which the JSON of manuscripts leaves out."""
    for value in manuscript.values:
        field, _, code = value.path.partition(".")
        if value.markup and tree[field].get(code) == plain(value.markup):
            tree[field][code] = value.markup


def with_qualifications(
    authors: tuple[Authorship, ...], manuscript: Manuscript
) -> Iterator[Authorship]:
    """Adds degrees, academic titles and posts, which the JSON of manuscripts leaves out.

    An author who is a group has no personal name.
    """
    for author, source in zip(authors, manuscript.authors, strict=True):
        if any(map(is_collective, source.name.values())):
            author = msgspec.structs.replace(author, names={}, collective=source.name)
        parts = {
            code: parse_qualifications(source.degree[code])
            for code in LANGUAGES
            if code in source.degree
        }
        yield msgspec.structs.replace(
            author,
            degree={code: part.degree for code, part in parts.items() if part.degree},
            academic_title={
                code: part.academic_title for code, part in parts.items() if part.academic_title
            },
            post={code: part.post for code, part in parts.items() if part.post},
        )


def with_parts(affiliation: Affiliation) -> Affiliation:
    """The unit, the city and the country apart, where the printed line tells them."""
    parts = {code: split_affiliation(name) for code, name in affiliation.name.items()}
    countries = {part.country for part in parts.values() if part.country}
    return msgspec.structs.replace(
        affiliation,
        name={code: part.name for code, part in parts.items()},
        unit={code: part.unit for code, part in parts.items() if part.unit},
        city={code: part.city for code, part in parts.items() if part.city},
        country=countries.pop() if len(countries) == 1 else affiliation.country,
    )


def paired_references(
    references: tuple[Reference, ...], manuscript: Manuscript
) -> Iterator[Reference]:
    """By number if the two lists are equally long; else each with the most similar one.

    What stays unpaired in the romanized list follows at the end.
    """
    original, romanized = manuscript.references.original, manuscript.references.romanized
    if not original or not romanized or len(original) == len(romanized):
        yield from references
        return
    unpaired = list(map(clean_line, romanized))
    for pair in pair_references(list(map(clean_line, original)), tuple(unpaired)):
        yield Reference(text=pair.text, romanized=pair.romanized)
        if pair.romanized:
            unpaired.remove(pair.romanized)
    yield from (Reference(romanized=text) for text in unpaired)


def with_addresses(reference: Reference) -> Reference:
    """Adds the DOI and the web address that the text prints."""
    text = f"{reference.text}\n{reference.romanized}"
    doi = reference.doi or find_doi(text)
    return msgspec.structs.replace(
        reference, doi=doi if identifiers.is_doi(doi) else "", url=find_url(text)
    )
