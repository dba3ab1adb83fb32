"""DOIs: shown in the case they were registered in, compared without case."""

from __future__ import annotations

import re
from urllib.parse import unquote

from django.utils.translation import gettext_lazy as _

from articles.records.identifiers.parsing import (
    InvalidIdentifier,
    accepts,
    label_pattern,
    strip_label,
)

# After the slash, in Crossref's schema (doi_t).
SUFFIX_LENGTH = 200
# The characters that Crossref accepts: printable ASCII.
DOI_PATTERN = rf"10\.[0-9]{{4,9}}/[!-~]{{1,{SUFFIX_LENGTH}}}"
# After the slash of a new DOI Crossref allows fewer; older DOIs have the others.
NOT_IN_NEW_DOI = re.compile(r"[^A-Za-z0-9._;()/-]")

LABEL = label_pattern("doi|info:doi/", "doi.org")
FOREIGN = re.compile(r"[^!-~]")


def doi(value: str) -> str:
    """Return a DOI as `10.5555/abc`, without label and address; raises InvalidIdentifier."""
    code = strip_label(value, LABEL, "doi.org")
    if "doi.org/" in value.lower():
        code = unquote(code)
    _raise_for_foreign(code, value)
    _raise_for_length(code)
    if not re.fullmatch(DOI_PATTERN, code):
        raise InvalidIdentifier(
            _(
                "“%(value)s” is not a DOI. A DOI begins with 10., digits and a slash, such "
                "as 10.5555/abc."
            ),
            value=value,
        )
    if code[-1] in ".,":
        raise InvalidIdentifier(
            _("DOI %(value)s ends in “%(character)s”. Delete it."), value=value, character=code[-1]
        )
    return code


def is_doi(value: str) -> bool:
    """Whether a value is a DOI, in any form."""
    return accepts(doi, value)


def doi_key(value: str) -> str:
    """Return what DOIs are compared by."""
    return value.lower()


def doi_url(value: str) -> str:
    """Return the web address of a DOI, the way it is always shown, percent-encoded."""
    return "https://doi.org/" + re.sub(r'[%#?"<>\[\]{}|\\^`]', _encoded, value)


def _encoded(sign: re.Match[str]) -> str:
    return f"%{ord(sign[0]):02X}"


def _raise_for_foreign(code: str, value: str) -> None:
    if match := FOREIGN.search(code):
        raise InvalidIdentifier(
            _(
                "DOI %(value)s: “%(character)s” at position %(position)d is not allowed. Use "
                "only Latin letters, digits and signs, without spaces."
            ),
            value=value,
            character=match[0],
            position=match.start() + 1,
        )


def _raise_for_length(code: str) -> None:
    length = len(code.partition("/")[2])
    if code.startswith("10.") and length > SUFFIX_LENGTH:
        raise InvalidIdentifier(
            _(
                "The DOI has %(length)d characters after the slash; %(limit)d are allowed. "
                "Shorten it."
            ),
            length=length,
            limit=SUFFIX_LENGTH,
        )
