"""Reads files of other systems and our own into records; nothing is saved."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _
from lxml.etree import _Element

from articles.records.languages import Language
from articles.records.record import Record

from . import crossref, jats, json_file, manuscript_json, record_json, rinc, table, xml_file
from .exceptions import Unreadable, article_of_file
from .named_journal import journal_of_facts
from .other_kinds import refuse_other_kinds, refuse_unknown_kind
from .reading import Reading

__all__ = ["READERS", "XML_READERS", "Reading", "Unreadable", "kind_of", "read", "read_crossref"]

# By the value of "schema" in a JSON object.
READERS: dict[str, Callable[[json_file.Tree], Record]] = {
    record_json.SCHEMA: record_json.read,
    manuscript_json.SCHEMA: manuscript_json.read,
}

# The name of a kind of XML, what knows it by its elements, and what reads it.
XML_READERS: tuple[
    tuple[
        str,
        Callable[[_Element], bool],
        Callable[[_Element, Language | None], list[Reading]],
    ],
    ...,
] = (
    ("JATS", jats.is_jats, jats.read),
    ("РИНЦ", rinc.is_rinc, rinc.read),
    ("Crossref", crossref.is_crossref, crossref.read),
)


def read(content: bytes, language: Language | None = None) -> list[Reading]:
    """Return every article of a file, in order; the content tells what kind of file it is.

    `language` is what an article is taken for that is in none of ours. Raises Unreadable for the
    first article that cannot be read, with its number in the file.
    """
    if xml_file.looks_like_xml(content):
        return read_xml(content, language)
    refuse_other_kinds(content)
    if table.is_table(content):
        return table.read(content, language)
    refuse_unknown_kind(content)
    trees = json_file.read_trees(content)
    readings = []
    for number, tree in enumerate(trees, 1):
        with article_of_file(number, len(trees)):
            record = read_one(tree)
            readings.append(Reading(record=record, journal=journal_of_facts(record.journal)))
    return readings


def kind_of(content: bytes) -> str:
    """Return the name of a file's kind, '' for one that cannot be read."""
    try:
        if xml_file.looks_like_xml(content):
            root = xml_file.parse(content)
            return next((name for name, is_known, _read in XML_READERS if is_known(root)), "")
        refuse_other_kinds(content)
        if table.is_table(content):
            return "XLSX" if content.startswith(table.ZIP_START) else "CSV"
        return str(json_file.read_trees(content)[0].get("schema", ""))[:40]
    except Unreadable:
        return ""


def read_xml(content: bytes, language: Language | None) -> list[Reading]:
    """Read XML by the first reader that knows it; raises Unreadable for any other."""
    root = xml_file.parse(content)
    for _name, is_known, reader in XML_READERS:
        if is_known(root):
            return reader(root, language)
    raise Unreadable(
        str(
            _(
                "This XML is of an unknown kind: its first element is “%(name)s”. Articles are "
                "read from JATS, Crossref, РИНЦ and OJS (Native XML)."
            )
        )
        % {"name": str(root.tag)[:60]}
    )


def read_crossref(content: bytes, language: Language | None = None) -> list[Reading]:
    """Return the articles of Crossref's XML; raises Unreadable for any other file."""
    root = xml_file.parse(content) if xml_file.looks_like_xml(content) else None
    if root is None or not crossref.is_crossref(root):
        raise Unreadable(
            _("This is not the XML of Crossref: neither a deposit nor an answer about DOIs.")
        )
    return crossref.read(root, language)


def read_one(tree: json_file.Tree) -> Record:
    """Read an article by the schema that it names; raises Unreadable for an unknown schema."""
    schema = tree.get("schema")
    reader = READERS.get(schema) if isinstance(schema, str) else None
    if reader is None:
        raise Unreadable(
            _("Unknown JSON: “schema” must be “record/1” or “manuscript-truth/1”."),
            field="schema",
        )
    return reader(tree)
