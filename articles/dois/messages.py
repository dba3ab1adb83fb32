"""Crossref's known messages in the editor's language, each with the field to correct."""

from __future__ import annotations

import re
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class KnownMessage(NamedTuple):
    pattern: re.Pattern[str]
    field: str  # of the article or the journal
    message: str | Promise
    remedy: str | Promise


def known_message(
    pattern: str, field: str, message: str | Promise, remedy: str | Promise
) -> KnownMessage:
    return KnownMessage(re.compile(pattern, re.IGNORECASE | re.DOTALL), field, message, remedy)


MESSAGES = (
    known_message(
        r"submitted version: \d+ is less or equal",
        "doi",
        _("Crossref has a newer version of this DOI."),
        _("Send it again: the next file will have a higher number."),
    ),
    known_message(
        r"not allowed to add records for prefix",
        "journal.doi_prefix",
        _("This login cannot register DOIs with the journal's prefix."),
        _("Check the journal's DOI prefix, or ask Crossref to enable the prefix for this login."),
    ),
    known_message(
        r"all prefixes in a submission must match",
        "doi",
        _("The file contains DOIs of several prefixes."),
        _("Send the articles of each prefix separately."),
    ),
    known_message(
        r"ISSN .*(?:already assigned|not match)|issn.*(?:invalid|belongs)",
        "journal.issn_print",
        _("The ISSN belongs to another title at Crossref."),
        _("Compare the journal's ISSNs with the title record at Crossref."),
    ),
    known_message(
        r"title.*(?:not match|does not match|differs|is inconsistent|invalid)",
        "journal.crossref_title",
        _("The journal's title differs from the title registered at Crossref."),
        _("Enter the registered title, letter by letter, in “title registered at Crossref”."),
    ),
    known_message(
        r"added with conflict",
        "doi",
        _("The DOI is registered, but Crossref already has this article under another DOI."),
        _("Compare the two; ask Crossref to resolve the conflict."),
    ),
    known_message(
        r"cvc-[\w.-]*.*(?:surname|given_name|person_name)",
        "authors",
        _("Crossref rejected an author's name."),
        _("Check that every author has a family name without markup."),
    ),
    known_message(
        r"cvc-|Error: .*Element|parse error|Premature end",
        "",
        _("Crossref rejected the file."),
        _("See the Crossref check results. The full message is below."),
    ),
)


def explain_message(message: str) -> KnownMessage | None:
    """The first known message that matches; None if it is to be shown as Crossref wrote it."""
    return next((known for known in MESSAGES if known.pattern.search(message)), None)
