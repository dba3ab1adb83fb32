"""Reading one manuscript in a limited process."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from articles.imports import manuscript_process
from articles.imports.manuscript_process import LANGUAGES, Answer
from articles.limited_process import NoAnswer, OutOfTime, call, file_on_disk

SECONDS = 30
REQUEST_SECONDS = 8  # where a web worker waits for it, and its readers with it

TOO_LONG = _(
    "Reading stopped after %(seconds)d seconds. Save the file from Word as .docx without "
    "pictures, or paste the text."
)
BROKE_OFF = _(
    "The file could not be read: it is damaged or too large. Open it in Word and save it as "
    ".docx, or paste the text."
)


def read_file(
    data: bytes, name: str, seconds: int | None = None, taken: Mapping[str, str] | None = None
) -> Answer:
    """What was read, or the reason of a refusal in each language. No content makes it raise."""
    seconds = SECONDS if seconds is None else seconds
    locale = str(settings.LOCALE_PATHS[0])
    try:
        with file_on_disk([data]) as path:
            return call(
                manuscript_process.read_file, path, name, locale, taken or {}, seconds=seconds
            )
    except OutOfTime:
        return Answer(refusal=in_each_language(TOO_LONG, seconds=seconds))
    except NoAnswer:
        return Answer(refusal=in_each_language(BROKE_OFF))


def in_each_language(message: object, **values: object) -> dict[str, str]:
    """A lazy message as text in each language."""
    texts = {}
    for code in LANGUAGES:
        with override(code):
            texts[code] = str(message) % values if values else str(message)
    return texts
