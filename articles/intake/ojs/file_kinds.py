"""The kind of a galley by the first bytes of its file: names and types in an export are claims."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

from articles.editing.files import BYTE_ORDER_MARK, FIRST_BYTES
from articles.imports.ojs.contents import Problem
from articles.imports.ojs.values import File, Galley

Kind = Literal["pdf", "html", "epub", "xml", "docx", "supplement", "image"]
EXTENSIONS: dict[str, Kind] = {
    "pdf": "pdf",
    "htm": "html",
    "html": "html",
    "xhtml": "html",
    "epub": "epub",
    "xml": "xml",
    "docx": "docx",
    "png": "image",
    "jpg": "image",
    "jpeg": "image",
    "gif": "image",
    "webp": "image",
    "tif": "image",
    "tiff": "image",
    "bmp": "image",
}
HTML_START = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.IGNORECASE | re.DOTALL
)
LEAVES_FOLDER = re.compile(r"^(?:[/\\]|\w:)|(?:^|[/\\])\.\.(?:[/\\]|$)|\x00")

FileProblem = Problem | Literal["path_in_name", "other_kind"]


def problem_of(galley: Galley, file: File) -> FileProblem:
    """Why the file cannot be used, '' if it can."""
    if file.content.problem:
        return file.content.problem
    if LEAVES_FOLDER.search(file.name):
        return "path_in_name"
    claimed = claimed_kind(galley, file)
    return "" if claimed in ("", kind_by_content(file)) else "other_kind"


def kind_of(galley: Galley, file: File) -> Kind:
    """What readers are offered it as; anything that is not the text itself is a supplement."""
    kind = kind_by_content(file)
    if file.is_supplement or not kind or (kind == "image" and galley.file is file):
        return "supplement"
    return kind


def claimed_kind(galley: Galley, file: File) -> Kind | Literal[""]:
    """By the extension; of a file without one, by the label of the galley."""
    extension = PurePosixPath(file.name).suffix.lower().removeprefix(".")
    if extension:
        return EXTENSIONS.get(extension, "")
    return "pdf" if galley.file is file and "PDF" in galley.label.upper() else ""


def kind_by_content(file: File) -> Kind | Literal[""]:
    start = file.content.start
    extension = PurePosixPath(file.name).suffix.lower().removeprefix(".")
    text = start.removeprefix(BYTE_ORDER_MARK).lstrip()
    if HTML_START.match(text):
        return "html"
    named: Kind | Literal[""] = EXTENSIONS.get(extension, "")
    if named and (text if named in ("html", "xml") else start).startswith(FIRST_BYTES[named]):
        return named
    if start.startswith(FIRST_BYTES["pdf"]):
        return "pdf"
    return "image" if start.startswith(FIRST_BYTES["image"]) else ""
