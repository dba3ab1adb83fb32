"""Typesets an author's proof as PDF, within limits of time and memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

import msgspec

from articles.exports.proof.compiler import typeset_folder
from articles.exports.proof.content import Content, Edition, content_of
from articles.limited_process import NoAnswer, call
from articles.records.record import Record

SECONDS = 10  # of the processor for one attempt; an article takes less than one
TEMPLATE = Path(__file__).with_name("proof.typ")
SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp")


class TypesettingFailed(Exception):
    """Neither the whole article nor its text alone could be typeset in time."""


def write(record: Record, edition: Edition, pictures: Mapping[str, bytes]) -> bytes:
    """Return the PDF; `pictures` are the images of the body by file name.

    Raises TypesettingFailed.
    """
    for content, shown in attempts(record, edition, pictures):
        if pdf := typeset(content, shown):
            return pdf
    raise TypesettingFailed


def attempts(
    record: Record, edition: Edition, pictures: Mapping[str, bytes]
) -> Iterator[tuple[Content, Mapping[str, bytes]]]:
    """Yield what to typeset in turn: all, the names in place of the pictures, the text alone."""
    content = content_of(record, edition)
    yield content, pictures
    if pictures:
        yield content, {}
    yield content_of(record, edition, is_plain=True), {}


def typeset(content: Content, pictures: Mapping[str, bytes]) -> bytes | None:
    """Return the PDF, or None if the typesetter failed or was stopped."""
    with TemporaryDirectory(prefix="proof-") as folder:
        fill(Path(folder), content, pictures)
        try:
            return call(typeset_folder, folder, seconds=SECONDS) or None
        except NoAnswer:
            return None


def fill(folder: Path, content: Content, pictures: Mapping[str, bytes]) -> None:
    """Write the template, its content and the pictures, under our own file names, into a folder."""
    files = {}
    for number, (name, picture) in enumerate(pictures.items()):
        suffix = Path(name).suffix.lower()
        if suffix in SUFFIXES:
            files[name] = f"picture-{number}{suffix}"
            (folder / files[name]).write_bytes(picture)
    copyfile(TEMPLATE, folder / "proof.typ")
    (folder / "content.json").write_bytes(msgspec.json.encode({"content": content, "files": files}))
