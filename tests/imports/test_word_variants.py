"""A Word file with one element changed is read as it was; a digest a file.

`read_as(dict(files())[name])` is the reading: the manuscript and its full text.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator

from lxml import etree

from articles.imports import Unreadable
from articles.imports.full_text.word_file import full_text
from articles.imports.manuscript import read_manuscript
from tests.goldens import golden
from tests.imports.test_full_text import a_manuscript
from tests.imports.test_jats_variants import bare, emptied, without
from tests.imports.unseen import history, law, medical
from tests.imports.unseen.files import as_word

PART = "word/document.xml"


def files() -> Iterator[tuple[str, bytes]]:
    yield "whole", a_manuscript()
    for module in (history, law, medical):
        yield module.__name__.rpartition(".")[2], as_word(module)
    data = a_manuscript()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    count = len(list(etree.fromstring(parts[PART]).iter("*")))
    for place in range(2, count):
        change = (without, emptied, bare)[place % 3]
        root = etree.fromstring(parts[PART])
        element = list(root.iter("*"))[place]
        name = f"{change.__name__} {place} {etree.QName(element).localname}"
        change(element)
        yield name, zipped({**parts, PART: etree.tostring(root)})


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def read_as(data: bytes) -> bytes:
    try:
        manuscript = read_manuscript(data, "a.docx")
        text = full_text(data, manuscript)
    except Unreadable as refusal:
        return str(refusal).encode()
    pictures = [(picture.name, len(picture.content)) for picture in text.pictures]
    reading = (manuscript.to_json(), text.html, pictures)
    return json.dumps(reading, ensure_ascii=False, sort_keys=True).encode()


def test_files_are_read_as_they_were():
    digests = [
        f"{hashlib.sha256(read_as(content)).hexdigest()[:16]} {name}" for name, content in files()
    ]

    found = "\n".join([*digests, ""]).encode()
    assert found == golden("readings/word.txt", found)
