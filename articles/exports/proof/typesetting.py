"""Typesets an author's proof as PDF, within limits of time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

import msgspec

from articles.exports.proof.content import Content, Edition, content_of
from articles.records.record import Record

SECONDS = 10  # of the processor for one attempt; an article takes less than one
MEMORY_BYTES = 1_500 * 2**20
TEMPLATE = Path(__file__).with_name("proof.typ")
COMPILER = Path(__file__).with_name("compiler.py")
SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp")


class TypesettingFailed(Exception):
    """Neither the whole article nor its text alone could be typeset in time."""


def write(record: Record, edition: Edition, pictures: Mapping[str, bytes]) -> bytes:
    """Return the PDF; `pictures` are the images of the body by file name.

    Raises TypesettingFailed.
    """
    whole = typeset(content_of(record, edition), pictures)
    pdf = whole or typeset(content_of(record, edition, is_plain=True), {})
    if pdf is None:
        raise TypesettingFailed
    return pdf


def typeset(content: Content, pictures: Mapping[str, bytes]) -> bytes | None:
    """Return the PDF, or None if the typesetter failed or was stopped."""
    with TemporaryDirectory(prefix="proof-") as folder:
        fill(Path(folder), content, pictures)
        try:
            done = subprocess.run(  # noqa: S603  # our own file, in a folder that we name
                [sys.executable, "-P", str(COMPILER), folder, str(SECONDS), str(MEMORY_BYTES)],
                capture_output=True,
                timeout=SECONDS * 2,
                env=environment(),
                check=False,
            )
        except subprocess.TimeoutExpired:
            return None
    return done.stdout if done.returncode == 0 and done.stdout else None


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


def environment() -> dict[str, str]:
    """Return what Python needs to start, and nothing else: no password, no database."""
    inherited = ("PATH", "LANG", "LC_ALL", "VIRTUAL_ENV", "PYTHONPATH", "LD_LIBRARY_PATH", "TMPDIR")
    return {name: os.environ[name] for name in inherited if name in os.environ}
