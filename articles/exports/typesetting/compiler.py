"""The typesetter (Typst), which runs in a limited process.

It imports nothing of the site, or the process would load all writers: 16 MB and 0.1 seconds.
"""

from __future__ import annotations

import json
import math
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

STANDARDS = ["a-2a", "ua-1"]  # PDF/A-2a (archiving), PDF/UA-1 (for readers who do not see)
WITHOUT_GLYPH = re.compile(r"the text `?\"(.+?)\"`? could not be displayed")
UNUSUAL = re.compile("[^\x00-\xff\u0400-\u04ff\u2000-\u206f]")  # the fonts have all others
UNUSUAL_MOST = 300  # of such letters that are tried; each takes two milliseconds
ONE_LETTER = b"""
#set document(date: datetime(year: 2000, month: 1, day: 1))
#sys.inputs.letter
"""
PICTURE_BYTES = 4 * 2**20  # of one picture; a larger one is made smaller
PICTURE_PIXELS = 2_400  # of a picture's longer side, 300 to an inch of the page
LEAST_PIXELS = 1_000  # to which pictures of a heavy issue are made smaller
ISSUE_PICTURE_BYTES = 40 * 2**20  # of all pictures of an issue, for 500 MB of memory
PIXELS_MOST = 200_000_000  # of a picture that is opened to be made smaller


class Typeset(msgspec.Struct, frozen=True):
    """A PDF, and what could not be typeset as it is."""

    pdf: bytes
    pages: int = 0
    is_archival: bool = False  # claims to be PDF/A and PDF/UA
    without_glyph: tuple[str, ...] = ()  # letters that the fonts lack
    broken: tuple[str, ...] = ()  # names of picture files that cannot be shown
    reduced: tuple[str, ...] = ()  # names of picture files that were made smaller
    narrowed: tuple[str, ...] = ()  # texts of formulas in small type, or wider than the column
    loss: str = ""  # `pictures` or `layout`, where the article could be typeset only without


class TypesetIssue(msgspec.Struct, frozen=True):
    """A PDF, with the pages before the first article and the number of pages of each article."""

    pdf: bytes
    front: int = 0
    lengths: tuple[int, ...] = ()
    pages: int = 0
    is_archival: bool = False  # claims to be PDF/A and PDF/UA
    has_smaller_pictures: bool = False  # than its articles have, since they are too many bytes


def typeset_folder(folder: str, fonts: str, is_edition: bool) -> Typeset:
    """Return the PDF of the template and the data in a folder; `fonts` is a folder of more fonts.

    An edition is the same on every machine: of these fonts alone, and with the marks of PDF/A.
    """
    root = Path(folder)
    paths = sorted(root.glob("picture-*"))
    reduced = tuple(path.name for path in paths if is_edition and reduce_picture(path))
    broken = tuple(path.name for path in paths if not is_picture(path, root))
    inputs = {"broken": json.dumps(broken)}
    compiler = compiler_of(root / "main.typ", root, inputs, fonts, own_fonts=is_edition)
    if not is_edition:
        return Typeset(pdf_of(compiler), broken=broken)
    pages = int(json.loads(compiler.query("<pages>", field="value", one=True)))
    narrowed = json.loads(compiler.query("<narrowed>", field="value"))
    pdf, problem = archival_pdf(compiler)
    without_glyph = WITHOUT_GLYPH.findall(problem)  # the first one alone
    if without_glyph:
        text = (root / "content.json").read_text()
        without_glyph += missing_letters(text, root, fonts)
    return Typeset(
        pdf=pdf or pdf_of(compiler),
        pages=pages,
        is_archival=bool(pdf),
        without_glyph=tuple(dict.fromkeys(without_glyph)),
        broken=broken,
        reduced=reduced,
        narrowed=tuple(dict.fromkeys(narrowed)),
    )


def typeset_issue_folder(folder: str, fonts: str, is_draft: bool) -> TypesetIssue:
    """Return the PDF of an issue's folder; of a draft the numbers of its pages alone.

    `fonts` is a folder of more fonts.
    """
    root = Path(folder)
    has_smaller_pictures = reduce_together(sorted(root.glob("*/picture-*")))
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
    return TypesetIssue(
        pdf or pdf_of(compiler),
        front,
        lengths,
        last,
        is_archival=bool(pdf),
        has_smaller_pictures=has_smaller_pictures,
    )


def compiler_of(
    source: Any, root: Path, inputs: dict[str, str], fonts: str = "", *, own_fonts: bool
) -> Any:
    """Return the typesetter of a source, bytes or a path; with `own_fonts` without the system's."""
    import typst  # 30 MB, which the site does without

    return typst.Compiler(
        source,
        root=root,
        font_paths=[fonts] if fonts else [],
        sys_inputs=inputs,
        ignore_system_fonts=own_fonts,
    )


def pdf_of(compiler: Any, standards: list[str] | None = None) -> bytes:
    pdf = compiler.compile(format="pdf", pdf_standards=standards or [])
    return pdf if isinstance(pdf, bytes) else b""


def archival_pdf(compiler: Any) -> tuple[bytes, str]:
    """Return a PDF that keeps to the standards, or none and the reasons."""
    try:
        return pdf_of(compiler, STANDARDS), ""
    except RuntimeError as error:  # of a text without a glyph, a document without a date
        return b"", str(error)


def missing_letters(text: str, root: Path, fonts: str) -> list[str]:
    """Return the letters of a text for which no font has a glyph."""
    letters = sorted(set(UNUSUAL.findall(text)))[:UNUSUAL_MOST]
    return [letter for letter in letters if not has_glyph(letter, root, fonts)]


def has_glyph(letter: str, root: Path, fonts: str) -> bool:
    compiler = compiler_of(ONE_LETTER, root, {"letter": letter}, fonts, own_fonts=True)
    return not WITHOUT_GLYPH.search(archival_pdf(compiler)[1])


def is_picture(path: Path, root: Path) -> bool:
    """Whether Typst can show a file; others are named in the text instead."""
    try:
        pdf_of(compiler_of(f'#image("/{path.name}")'.encode(), root, {}, own_fonts=True))
    except BaseException:  # a panic of the typesetter is not an Exception
        return False
    return True


def reduce_picture(path: Path) -> bool:
    """Make a picture of many bytes smaller, in its place. Return whether it was."""
    return path.stat().st_size > PICTURE_BYTES and shrink(path, 1)


def reduce_together(paths: list[Path]) -> bool:
    """Make pictures of many bytes smaller, and the larger ones again if all are too many bytes.

    Return whether they were too many together.
    """
    for path in paths:
        reduce_picture(path)
    sizes = {path: path.stat().st_size for path in paths}
    if sum(sizes.values()) <= ISSUE_PICTURE_BYTES:
        return False
    share = ISSUE_PICTURE_BYTES / len(paths)
    for path, size in sizes.items():
        if size > share:
            shrink(path, math.sqrt(share / size))
    return True


def shrink(path: Path, part: float) -> bool:
    """Make a picture smaller, in its place, to a part of its sides. Return whether it was."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = PIXELS_MOST // 2  # twice as many are an error
    try:
        with Image.open(path) as picture:
            kind = picture.format or "PNG"
            pixels = min(PICTURE_PIXELS, max(LEAST_PIXELS, round(max(picture.size) * part)))
            picture.draft("RGB", (pixels, pixels))
            picture.thumbnail((pixels, pixels))
            picture.save(path, kind, quality=88)
    except Exception:  # whatever Pillow says of it, Typst may still show it
        return False
    return True
