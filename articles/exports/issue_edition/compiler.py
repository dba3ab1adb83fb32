"""The typesetter of an issue, which runs in a limited process."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import msgspec

from articles.exports.typesetting.compiler import (
    archival_pdf,
    compiler_of,
    is_picture,
    pdf_of,
    reduce_picture,
)


class TypesetIssue(msgspec.Struct, frozen=True):
    """A PDF, with the pages before the first article and the number of pages of each article."""

    pdf: bytes
    front: int = 0
    lengths: tuple[int, ...] = ()
    pages: int = 0
    is_archival: bool = False  # claims to be PDF/A and PDF/UA


def typeset_issue_folder(folder: str, fonts: str, is_draft: bool) -> TypesetIssue:
    """Return the PDF of an issue's folder; of a draft the numbers of its pages alone.

    `fonts` is a folder of more fonts.
    """
    root = Path(folder)
    for path in sorted(root.glob("*/picture-*")):
        reduce_picture(path)
    covers = sorted(root.glob("picture-*"))
    broken = [path.name for path in covers if not is_picture(path, root)]
    inputs = {"broken": json.dumps(broken)}
    compiler = compiler_of(root / "main.typ", root, inputs, fonts, own_fonts=True)
    front = int(json.loads(compiler.query("<front>", field="value", one=True)))
    ends = [front, *map(int, json.loads(compiler.query("<pages>", field="value")))]
    lengths = tuple(end - start for start, end in pairwise(ends))
    last = int(json.loads(compiler.query("<last>", field="value", one=True)))
    if is_draft:
        return TypesetIssue(b"", front, lengths, last)
    pdf, _problem = archival_pdf(compiler)
    return TypesetIssue(pdf or pdf_of(compiler), front, lengths, last, is_archival=bool(pdf))
