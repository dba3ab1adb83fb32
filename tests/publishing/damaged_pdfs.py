"""Damaged and hostile PDFs, each made in its own way, and mutants of them by number."""

import io
import random
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from tests.fuzz import byte_mutations, pdf_mutations
from tests.publishing.pdfs import a_pdf

SHARED = Path(__file__).parents[2].parent / "shared" / "cases" / "files"


def an_issue_pdf(**options):
    pages = [[f"Plants of the steppe, page {page}"] for page in (1, 2, 3)]
    return a_pdf(*pages, **options).read()


def with_plain_pages(content):
    """The same pages without compression, so that a mutation changes what they print."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    for page in writer.pages:
        contents = page.get_contents()
        contents.set_data(contents.get_data())
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def page_tree(levels, children):
    """A page tree whose nodes all name one node below as each of their children: 20⁶ pages."""
    nodes = [
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (children ** (levels - level), b" ".join([b"%d 0 R" % (level + 3)] * children))
        for level in range(levels)
    ]
    return of_objects(
        b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, b"<< /Type /Page /MediaBox [0 0 9 9] >>"
    )


def of_objects(*objects):
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return body + start + end % (len(objects) + 1, len(body))


GOOD = an_issue_pdf()
TREE = b"<< /Type /Catalog /Pages 2 0 R >>"
DAMAGED = {
    "cut off": GOOD[: len(GOOD) // 3],
    "only its first bytes": b"%PDF-1.4 small",
    "no page tree": of_objects(b"<< /Type /Catalog >>"),
    "a page tree that contains itself": of_objects(TREE, b"<< /Type /Pages /Kids [2 0 R] >>"),
    "a page tree of text": of_objects(TREE, b"(pages)"),
    "a page tree of 20 to the sixth": page_tree(6, 20),
    "a page tree 5,000 levels deep": page_tree(5_000, 1),
}
MISPRINTED = {  # pages can be counted, but not their text read
    "an unknown filter": GOOD.replace(b"/FlateDecode", b"/Flat\xe8Decod"),
    "data that is not compressed": GOOD.replace(b"/ASCII85Decode /FlateDecode", b"/FlateDecode"),
}
ENCRYPTED = an_issue_pdf(password="steppe")


def sources():
    """The files that are mutated: ours, and those of the shared cases where they are at hand."""
    shared = [path.read_bytes() for path in sorted(SHARED.glob("*.pdf"))]
    ours = [GOOD, with_plain_pages(GOOD), ENCRYPTED, *MISPRINTED.values()]
    return ours + shared


def a_mutant(number):
    """A damaged PDF for each number; the same one each time."""
    chance = random.Random(number)
    files = sources()
    content, other = chance.choice(files), chance.choice(files)
    for _ in range(chance.choice((1, 1, 2, 5))):
        kind = chance.choice((pdf_mutations, byte_mutations))
        content = kind.mutate(content, other, chance)
    return content if content.startswith(b"%PDF-") else b"%PDF-1.4\n" + content
