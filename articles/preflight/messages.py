"""Messages of findings with their values, and excerpts of the text around a spot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise, lazy
from django.utils.translation import gettext_lazy as _

from articles.records.findings import Spot
from articles.records.languages import Language

AROUND = 40  # characters of text on each side of a spot

LANGUAGE_NAMES: Mapping[Language, Promise] = {
    "kk": _("Kazakh"),
    "ru": _("Russian"),
    "en": _("English"),
}


def _filled(message: Any, values: Mapping[str, object]) -> str:
    return str(message % values)


_filled_when_shown = lazy(_filled, str)
Message = str | Promise


def fill(message: object, **values: object) -> Message:
    """The message with its values, translated when it is shown."""
    return _filled_when_shown(message, values)


def spot_in(text: str, start: int, end: int) -> Spot:
    """The spot from `start` to `end`, with an excerpt of whole words around it."""
    left = text.rfind(" ", 0, max(0, start - AROUND)) + 1 if start > AROUND else 0
    right = text.find(" ", end + AROUND)
    right = len(text) if right < 0 else right
    before = "… " if left else ""
    after = " …" if right < len(text) else ""
    excerpt = " ".join(f"{before}{text[left:right]}{after}".split())
    return Spot(excerpt=excerpt, start=start, end=end)
