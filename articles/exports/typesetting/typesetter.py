"""Sets a template with its data as PDF, within limits of time and memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from articles.exports.typesetting.compiler import Typeset, typeset_folder
from articles.exports.typesetting.fonts import font_folder
from articles.limited_process import NoAnswer, call
from articles.records.pdf_layout import Font

SECONDS = 10  # of the processor for one attempt; an article takes less than one
BLOCKS = Path(__file__).with_name("blocks.typ")
SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
# What is lost, the content, and the pictures by file name.
Attempt = tuple[str, msgspec.Struct, Mapping[str, bytes]]


class TypesettingFailed(Exception):
    """Neither the whole article nor its text alone could be typeset in time."""


def first_typeset(
    template: Path,
    attempts: Iterable[Attempt],
    font: Font = "libertinus_serif",
    *,
    is_edition: bool,
) -> Typeset:
    """Return the first of the attempts that can be typeset.

    Raises TypesettingFailed.
    """
    for loss, content, pictures in attempts:
        if answer := typeset(template, content, pictures, font, is_edition):
            return msgspec.structs.replace(answer, loss=loss)
    raise TypesettingFailed


def typeset(
    template: Path,
    content: msgspec.Struct,
    pictures: Mapping[str, bytes],
    font: Font,
    is_edition: bool,
) -> Typeset | None:
    """Return the PDF, with pictures under their own names; None if the typesetter failed."""
    fonts = str(font_folder(font) or "")
    with TemporaryDirectory(prefix="typesetting-") as folder:
        files = fill(Path(folder), template, content, pictures)
        try:
            answer = call(typeset_folder, folder, fonts, is_edition, seconds=SECONDS)
        except NoAnswer:
            return None
    return with_names(answer, files) if answer.pdf else None


def fill(
    folder: Path, template: Path, content: Any, pictures: Mapping[str, bytes]
) -> dict[str, str]:
    """Write the templates, the content and the pictures, under our own file names, into a folder.

    Return these names by those of the pictures.
    """
    files = {}
    for number, (name, picture) in enumerate(pictures.items()):
        if is_of_shown_kind(name):
            files[name] = f"picture-{number}{Path(name).suffix.lower()}"
            (folder / files[name]).write_bytes(picture)
    copyfile(template, folder / "main.typ")
    copyfile(BLOCKS, folder / "blocks.typ")
    (folder / "content.json").write_bytes(msgspec.json.encode({"content": content, "files": files}))
    return files


def is_of_shown_kind(name: str) -> bool:
    """Whether Typst can show pictures of this kind, by the name of the file."""
    return Path(name).suffix.lower() in SUFFIXES


def with_names(answer: Typeset, files: Mapping[str, str]) -> Typeset:
    names = {file: name for name, file in files.items()}
    return msgspec.structs.replace(
        answer,
        broken=tuple(names[file] for file in answer.broken),
        reduced=tuple(names[file] for file in answer.reduced),
    )
