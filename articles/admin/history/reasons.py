"""The reason of a version, translated for the reader if the program itself wrote it."""

from __future__ import annotations

import re
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from articles.records.languages import LANGUAGES

# Spelled exactly as where they are written. What people type stays as they typed it.
PROGRAM_REASONS: tuple[Promise, ...] = (
    _("relation"),
    _("retracted"),
    _("imported"),
    _("in a list"),
    _("layout of the issue"),
    _("file from the printer"),
    _("DOI assigned by the journal's pattern"),
    _("from the file %(name)s"),
    _("Restored from version %(version)d"),
    _("Published despite errors: %(reason)s"),
)
# English texts of earlier versions of the program, which stored revisions still have.
EARLIER_TEXTS: dict[str, Promise] = {
    "make-up of the issue": _("layout of the issue"),
    "DOI given by the journal's pattern": _("DOI assigned by the journal's pattern"),
    "In spite of the findings: %(reason)s": _("Published despite errors: %(reason)s"),
}
ESCAPED_PLACEHOLDER = re.compile(r"%\\\((\w+)\\\)([sd])")
NUMBER_PLACEHOLDER = re.compile(r"(%\(\w+\))d")
PLACEHOLDER_PATTERNS = {"s": ".+", "d": "[0-9]+"}


def translate_reason(reason: str) -> str:
    """A reason is stored in the language of the editor who caused it; any other text is kept."""
    for pattern, message in reason_patterns():
        if match := pattern.fullmatch(reason):
            values = match.groupdict()  # texts, also of numbers
            return NUMBER_PLACEHOLDER.sub(r"\1s", str(message)) % values if values else str(message)
    return reason


@cache  # message catalogues do not change while the program runs
def reason_patterns() -> tuple[tuple[re.Pattern[str], Promise], ...]:
    """A pattern for each reason in each language, with the message to translate it by."""
    texts = list(EARLIER_TEXTS.items())
    for code in LANGUAGES:
        with override(code):
            texts += [(str(message), message) for message in PROGRAM_REASONS]
    return tuple((pattern_of(text), message) for text, message in texts)


def pattern_of(text: str) -> re.Pattern[str]:
    """The text with a named group for each placeholder."""
    return re.compile(ESCAPED_PLACEHOLDER.sub(named_group, re.escape(text)), re.DOTALL)


def named_group(placeholder: re.Match[str]) -> str:
    return f"(?P<{placeholder[1]}>{PLACEHOLDER_PATTERNS[placeholder[2]]})"
