"""The tree of a record while it is edited: empty rows are added for the form, and removed again."""

from __future__ import annotations

from typing import Any

from articles.records.body import clean_body
from articles.records.diff import Path, comparable
from articles.records.record import Record


def with_empty_rows(record: Record) -> dict[str, Any]:
    """Adds an empty author and an empty affiliation, for what the reader missed.

    The parts that the form names are there, also where the record leaves them out.
    """
    tree = comparable(record)
    for field in ("authors", "affiliations", "references", "funding"):
        tree.setdefault(field, [])
    tree["authors"].append({})
    tree["affiliations"].append({})
    for author in tree["authors"]:
        author.setdefault("names", {})
        author.setdefault("marks", [])
    for affiliation in tree["affiliations"]:
        affiliation.setdefault("name", {})
    return {"statements": {}, "body": "", **tree}


def set_value(tree: Any, path: Path, value: Any) -> None:
    """Sets the value at the path, and creates the mappings on the way to it."""
    *parents, last = path
    for part in parents:
        tree = tree.setdefault(part, {}) if isinstance(tree, dict) else tree[part]
    tree[last] = value


def without_empty_rows(tree: dict[str, Any]) -> dict[str, Any]:
    """Removes rows without text, renumbers the marks of authors, and cleans the body."""
    for author in tree["authors"]:
        author["names"] = {
            code: name for code, name in author["names"].items() if any(name.values())
        }
    tree["authors"] = [
        author for author in tree["authors"] if author["names"] or author.get("collective")
    ]
    remove_empty_affiliations(tree)
    tree["references"] = [
        reference
        for reference in tree["references"]
        if reference.get("text") or reference.get("romanized")
    ]
    tree["funding"] = [
        funding for funding in tree["funding"] if any(funding.get("funder", {}).values())
    ]
    tree["body"] = clean_body(tree["body"])
    return tree


def remove_empty_affiliations(tree: dict[str, Any]) -> None:
    """A mark of a removed affiliation goes too; one that never existed stays, for preflight."""
    affiliations = tree["affiliations"]
    filled = [
        number
        for number, affiliation in enumerate(affiliations, start=1)
        if any(affiliation["name"].values())
    ]
    new_numbers = {old: new for new, old in enumerate(filled, start=1)}
    for author in tree["authors"]:
        author["marks"] = [
            new_numbers.get(mark, mark)
            for mark in author["marks"]
            if mark in new_numbers or mark > len(affiliations)
        ]
    tree["affiliations"] = [affiliations[number - 1] for number in filled]
