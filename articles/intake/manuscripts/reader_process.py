"""One file read by a process of its own, within limits of time and memory."""

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
REQUEST_SECONDS = 8  # where a web worker waits, and readers wait behind it
MEMORY_BYTES = 1_500 * 2**20

TOO_LONG = _(
    "Reading was given up after %(seconds)d seconds. Save the file anew from Word as .docx "
    "without pictures, or paste its text."
)
BROKE_OFF = _(
    "The file broke the reader off: it is damaged, or asks for too much memory. Open it in Word, "
    "save it anew as .docx, or paste its text."
)


def read_file(data: bytes, name: str, seconds: int | None = None) -> Answer:
    """Never raises for what the file holds: a refusal says why, in each language."""
    seconds = SECONDS if seconds is None else seconds
    try:
        done = subprocess.run(  # noqa: S603  # our own module; the file's name is one argument
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
        return refused(TOO_LONG, seconds)
    if done.returncode == 0:
        return msgspec.json.decode(done.stdout, type=Answer)
    was_stopped = done.returncode < 0  # by the limit of its time
    return refused(TOO_LONG if was_stopped else BROKE_OFF, seconds)


def environment() -> dict[str, str]:
    """Where Python finds itself, and nothing else: no password, no database."""
    kept = ("PATH", "LANG", "LC_ALL", "VIRTUAL_ENV", "PYTHONPATH", "LD_LIBRARY_PATH", "TMPDIR")
    return {name: os.environ[name] for name in kept if name in os.environ}


def refused(message: object, seconds: int) -> Answer:
    said = {}
    for code in LANGUAGES:
        with override(code):
            text = str(message)
            said[code] = text % {"seconds": seconds} if "%(" in text else text
    return Answer(refusal=said)
