"""What was read of a manuscript as a record, with holes where a value cannot be taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from articles.imports import manuscript_json
from articles.imports.full_text import link_citations
from articles.imports.manuscript import Manuscript
from articles.imports.manuscript.authors.qualifications import parse_qualifications
from articles.imports.references import find_doi, find_url, pair_references
from articles.records import identifiers
from articles.records.body import clean_body
from articles.records.cleaning import InvalidValue, clean_line
from articles.records.languages import LANGUAGES, Language
from articles.records.markup import plain
from articles.records.record import Authorship, Record, Reference


class LeftOut(msgspec.Struct, frozen=True):
    """A value that was printed but is not what it should be; `field` as in `found`."""

    field: str
    printed: str
    why: str


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    record: Record
    left_out: tuple[LeftOut, ...] = ()


def draft_of(manuscript: Manuscript, fallback: Language = "kk", body: str = "") -> Draft:
    """`body` is the full text where the file itself tells more of it than its sections do."""
    tree = manuscript.to_json()
    tree["article_language"] = tree.get("article_language") or fallback
    keep_print(tree, manuscript)
    left_out = tuple(take_out(tree))
    record = manuscript_json.read(tree)
    record = msgspec.structs.replace(
        record,
        authors=tuple(with_standing(record.authors, manuscript)),
        references=tuple(addressed(one) for one in paired(record.references, manuscript)),
        body=link_citations(clean_body(body or record.body), len(record.references)),
    )
    return Draft(record=record, left_out=left_out)


def take_out(tree: dict[str, Any]) -> Iterator[LeftOut]:
    """Takes codes that are none out of the tree, so that all the rest can be used."""
    yield from drop(tree, "doi", identifiers.doi, "doi")
    for field in ("irsti", "udc"):
        kept = []
        for place, code in enumerate(tree[field]):
            if why := refusal(getattr(identifiers, field), code):
                yield LeftOut(f"{field}.{place}", code, why)
            else:
                kept.append(code)
        tree[field] = kept
    numbers = {one["id"] for one in tree["affiliations"]}
    for place, author in enumerate(tree["authors"]):
        yield from drop(author, "orcid", identifiers.orcid, f"authors.{place}.orcid")
        author["affiliations"] = [one for one in author["affiliations"] if one in numbers]


def drop(
    tree: dict[str, Any], name: str, normalise: Callable[[str], str], field: str
) -> Iterator[LeftOut]:
    printed = tree.get(name) or ""
    if why := refusal(normalise, printed):
        yield LeftOut(field, printed, why)
        tree[name] = None


def refusal(normalise: Callable[[str], str], printed: str) -> str:
    try:
        normalise(printed) if printed else ""
    except InvalidValue as refused:
        return str(refused)
    return ""


def keep_print(tree: dict[str, Any], manuscript: Manuscript) -> None:
    """Titles and abstracts with the marks that the JSON of manuscripts leaves out."""
    for value in manuscript.values:
        field, _, code = value.path.partition(".")
        if value.markup and tree[field].get(code) == plain(value.markup):
            tree[field][code] = value.markup


def with_standing(authors: tuple[Authorship, ...], manuscript: Manuscript) -> Iterator[Authorship]:
    """Degrees, academic titles and posts, which the JSON of manuscripts has no place for."""
    for author, told in zip(authors, manuscript.authors, strict=True):
        parted = {
            code: parse_qualifications(told.degree[code])
            for code in LANGUAGES
            if code in told.degree
        }
        yield msgspec.structs.replace(
            author,
            degree={code: one.degree for code, one in parted.items() if one.degree},
            academic_title={
                code: one.academic_title for code, one in parted.items() if one.academic_title
            },
            post={code: one.post for code, one in parted.items() if one.post},
        )


def paired(references: tuple[Reference, ...], manuscript: Manuscript) -> Iterator[Reference]:
    """By number where both lists have as many; else each with the twin that is most like it."""
    original, romanized = manuscript.references.original, manuscript.references.romanized
    if not original or not romanized or len(original) == len(romanized):
        yield from references
        return
    left = list(map(clean_line, romanized))
    for entry in pair_references(list(map(clean_line, original)), tuple(left)):
        yield Reference(text=entry.text, romanized=entry.romanized)
        if entry.romanized:
            left.remove(entry.romanized)
    yield from (Reference(romanized=one) for one in left)


def addressed(reference: Reference) -> Reference:
    """With the DOI and the web address that its text prints."""
    both = f"{reference.text}\n{reference.romanized}"
    doi = reference.doi or find_doi(both)
    return msgspec.structs.replace(
        reference, doi=doi if identifiers.is_doi(doi) else "", url=find_url(both)
    )
