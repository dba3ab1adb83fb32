"""JATS of many records, and of the full one with one element changed, is read as it was.

The golden file has a digest a document: `read_as(dict(documents())[name])` is the reading.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from lxml import etree

from articles.exports import NotExportable
from articles.imports import Unreadable
from articles.records.json import write
from tests.exports.articles import a_full_record, written
from tests.exports.test_variants import variants
from tests.goldens import golden
from tests.imports.records import records_in


def documents() -> Iterator[tuple[str, bytes]]:
    for name, record in variants():
        try:
            yield name, written("jats", record)
        except NotExportable:
            continue
    full = written("jats", a_full_record())
    count = len(list(etree.fromstring(full).iter("*")))
    for place in range(1, count):
        for name, change in (("without", without), ("emptied", emptied), ("bare", bare)):
            root = etree.fromstring(full)
            element = list(root.iter("*"))[place]
            label = f"{name} {place} {etree.QName(element).localname}"
            change(element)
            yield label, etree.tostring(root)


def without(element: etree._Element) -> None:
    element.getparent().remove(element)


def emptied(element: etree._Element) -> None:
    for child in list(element):
        element.remove(child)
    element.text = None


def bare(element: etree._Element) -> None:
    element.attrib.clear()


def read_as(content: bytes) -> bytes:
    try:
        return b"\n".join(write(record) for record in records_in(content))
    except Unreadable as refusal:
        return str(refusal).encode()


def test_documents_are_read_as_they_were():
    digests = [
        f"{hashlib.sha256(read_as(content)).hexdigest()[:16]} {name}"
        for name, content in documents()
    ]

    found = "\n".join([*digests, ""]).encode()
    assert found == golden("readings/jats.txt", found)
