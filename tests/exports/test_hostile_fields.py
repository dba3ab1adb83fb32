"""Hostile text in each field of an article, one by one, in each format.

It is refused at its field, or it is text: nothing is added to the file, the file is valid by its
schema, and the text is read back as it was.
"""

import json
import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache

import bibtexparser
import pytest
import rispy
from lxml import etree
from pylatexenc.latex2text import LatexNodes2Text

from articles.exports import FORMATS, NotExportable
from tests.exports.articles import STAMP, a_full_record
from tests.exports.record_fields import fields, with_text
from tests.exports.schemas import errors
from tests.hostile import IN_FIELDS

MARKER = "Markerword"
SCHEMAS = {"oai_dc": "oai"}
DECODER = LatexNodes2Text(math_mode="verbatim")


def parts(format, content):
    """What another program reads: names of elements, attributes or fields with their texts."""
    match format.name:
        case "bibtex":
            library = bibtexparser.parse_string(content.decode())
            assert library.blocks == library.entries
            for entry in library.entries:
                for key, value in entry.items():
                    yield key, DECODER.latex_to_text(value) if key not in {"doi", "url"} else value
        case "ris":
            for entry in rispy.loads(content.decode()):
                for key, values in entry.items():
                    for value in values if isinstance(values, list) else [values]:
                        yield key, value
        case _ if format.extension == "xml":
            for element in etree.fromstring(content).iter():
                name = etree.QName(element).localname
                yield name, element.text or ""
                for key, value in element.attrib.items():
                    yield f"{name}@{etree.QName(key).localname}", value
        case _:
            yield from leaves(json.loads(content))


def leaves(node, name=""):
    match node:
        case dict():
            for key, value in node.items():
                yield from leaves(value, f"{name}.{key}")
        case list():
            for value in node:
                yield from leaves(value, name)
        case _:
            yield name, str(node)


@cache
def read_with(name, place, text):
    """What is read of the article with this text in this place, and which fields are reported."""
    format = FORMATS[name]
    record = with_text(a_full_record(), place, text)
    reported = {re.match(r"\w+", finding.field)[0] for finding in format.check(record)}
    try:
        content = b"".join(format.export([record], STAMP, "all"))
    except NotExportable:
        return None, reported
    if format.extension == "xml":
        assert errors(content, SCHEMAS.get(name, name)) == []
    return list(parts(format, content)), reported


def joined(found):
    """The texts of each name as one, on one line: a text of several lines may be paragraphs."""
    texts = defaultdict(list)
    for name, value in found:
        texts[name].append(value)
    return {name: one_line(" ".join(values)) for name, values in texts.items()}


def one_line(text):
    text = text.replace("ˆ", "^")  # what pylatexenc makes of \textasciicircum
    return " ".join(unicodedata.normalize("NFC", text).split())


def is_free(name, value):
    """Not an address, where signs are encoded, nor a guess from the letters of a text."""
    return MARKER in value and "://" not in value and not name.endswith("lang")


@pytest.mark.parametrize("text", IN_FIELDS.values(), ids=IN_FIELDS)
@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_is_refused_at_its_field_or_is_text(format, text):
    for place in fields(a_full_record()):
        plain, _fields = read_with(format, place, MARKER)
        hostile, reported = read_with(format, place, text)
        assert reported <= {place[0], "first_page", "licence", "galleys"}, place
        if hostile is None:
            assert reported, place
            continue
        usual = plain or read_with(format, ("edn",), a_full_record().edn)[0]
        added = Counter(name for name, _text in hostile) - Counter(name for name, _text in usual)
        assert {name for name in added if name not in {"p", "mixed-citation@lang"}} == set(), place
        if not reported & {place[0]}:
            for name, value in joined(plain or []).items():
                if is_free(name, value):
                    assert joined(hostile)[name] == one_line(value.replace(MARKER, text)), place
