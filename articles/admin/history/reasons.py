"""Why a version was saved, in the reader's language where the program itself wrote the reason."""

from __future__ import annotations

import re
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from articles.records.languages import LANGUAGES

# As they stand where they are written; what people type is theirs and stays as typed.
WRITTEN: tuple[Promise, ...] = (
    _("relation"),
    _("retracted"),
    _("imported"),
    _("in a list"),
    _("make-up of the issue"),
    _("file from the printer"),
    _("DOI given by the journal's pattern"),
    _("from the file %(name)s"),
    _("Restored from version %(version)d"),
    _("In spite of the findings: %(reason)s"),
)
NAMED = re.compile(r"%\\\((\w+)\\\)([sd])")  # within a pattern that was escaped
NUMBER = re.compile(r"(%\(\w+\))d")  # a number that was matched is text already
KINDS = {"s": ".+", "d": "[0-9]+"}


def told(reason: str) -> str:
    for pattern, message in patterns():
        if found := pattern.fullmatch(reason):
            values = found.groupdict()
            return NUMBER.sub(r"\1s", str(message)) % values if values else str(message)
    return reason


@cache
def patterns() -> tuple[tuple[re.Pattern[str], Promise], ...]:
    """Each reason as each language writes it."""
    found = []
    for code in LANGUAGES:
        with override(code):
            for message in WRITTEN:
                written = NAMED.sub(named, re.escape(str(message)))
                found.append((re.compile(written, re.DOTALL), message))
    return tuple(found)


def named(placeholder: re.Match[str]) -> str:
    return f"(?P<{placeholder[1]}>{KINDS[placeholder[2]]})"
