"""Reading one file in a process of its own, with limits of time and memory."""

from __future__ import annotations

import os
import subprocess
import sys

import msgspec
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from articles.imports.manuscript_process import LANGUAGES, Answer

SECONDS = 30
REQUEST_SECONDS = 8  # where a web worker waits for it, and its readers with it
MEMORY_BYTES = 1_500 * 2**20
ENVIRONMENT = ("PATH", "LANG", "LC_ALL", "VIRTUAL_ENV", "PYTHONPATH", "LD_LIBRARY_PATH", "TMPDIR")

TOO_LONG = _(
    "Reading stopped after %(seconds)d seconds. Save the file from Word as .docx without "
    "pictures, or paste the text."
)
BROKE_OFF = _(
    "The file could not be read: it is damaged or too large. Open it in Word and save it as "
    ".docx, or paste the text."
)


def read_file(data: bytes, name: str, seconds: int | None = None) -> Answer:
    """What was read, or the reason of a refusal in each language. No content makes it raise."""
    seconds = SECONDS if seconds is None else seconds
    try:
        process = subprocess.run(  # noqa: S603  # our own module; the file's name is one argument
            [sys.executable, "-m", "articles.imports.manuscript_process", name, str(seconds),
             str(MEMORY_BYTES), str(settings.LOCALE_PATHS[0])],
            input=data,
            capture_output=True,
            timeout=seconds * 2,
            cwd=settings.BASE_DIR,
            env=environment(),
            check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return Answer(refusal=in_each_language(TOO_LONG, seconds=seconds))
    if process.returncode == 0:
        return msgspec.json.decode(process.stdout, type=Answer)
    was_killed = process.returncode < 0  # by the limit of its time
    message = TOO_LONG if was_killed else BROKE_OFF
    return Answer(refusal=in_each_language(message, seconds=seconds))


def environment() -> dict[str, str]:
    """The variables that Python needs to start, without the passwords of the server."""
    return {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}


def in_each_language(message: object, **values: object) -> dict[str, str]:
    """A lazy message as text in each language."""
    texts = {}
    for code in LANGUAGES:
        with override(code):
            texts[code] = str(message) % values if values else str(message)
    return texts
