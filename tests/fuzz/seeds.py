"""The files that are mutated: shared manuscripts, and an invented article in many layouts."""

from __future__ import annotations

import io
import random
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from tests.imports.manuscript_files import as_markdown, as_pdf, as_text, as_word
from tests.imports.manuscript_layouts.layout import a_layout
from tests.imports.manuscript_layouts.writing import write_layout
from tests.imports.test_full_text import a_manuscript
from tests.imports.unseen import files, law, medical, technical

SHARED = Path(__file__).parents[2].parent / "shared" / "manuscripts"
FORMS = (".md", ".txt", ".docx", ".pdf")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "kz1048")

Seed = tuple[str, bytes]  # the form, and the bytes


@cache
def fixed_seeds() -> tuple[Seed, ...]:
    """Return the shared manuscripts, an article with figures, and PDFs of one and two columns."""
    paths = sorted(path for path in SHARED.glob("*") if path.suffix in FORMS)
    seeds = [(path.suffix[1:], path.read_bytes()) for path in paths if path.stem != "README"]
    seeds.append(("docx", a_manuscript()))
    for seed in (0, 4, 14):
        lines = write_layout(a_layout(seed))
        seeds += [("txt", as_text(lines)), ("md", as_markdown(lines))]
        with suppress(pytest.skip.Exception):  # no fonts here
            seeds += [("pdf", as_pdf(lines, columns)) for columns in (1, 2)]
    seeds += [("docx", files.as_word(module)) for module in (medical, law, technical)]
    seeds += [("pdf", uncompress_pages(data)) for form, data in seeds if form == "pdf"]
    return tuple(seeds)


def uncompress_pages(pdf: bytes) -> bytes:
    """Return the PDF with uncompressed pages, whose operators can be mutated one by one."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    for page in writer.pages:
        plain = DecodedStreamObject()
        contents = page.get_contents()
        plain.set_data(contents.get_data() if contents else b"")
        page[NameObject("/Contents")] = writer._add_object(plain)
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def a_seed(chance: random.Random) -> Seed:
    """Return one of the fixed seeds, or a new layout."""
    if chance.random() < 0.6:
        return chance.choice(fixed_seeds())
    lines = write_layout(a_layout(chance.randrange(5000)))
    form = chance.choice(("txt", "md", "docx"))
    write = {"txt": as_text, "md": as_markdown, "docx": as_word}[form]
    return form, write(lines)


def another_seed(form: str, chance: random.Random) -> bytes:
    """Return another file of the same form, or any, to be spliced in or to lend parts."""
    seeds = fixed_seeds()
    return chance.choice([data for kind, data in seeds if kind == form] or seeds[0][1:])
