"""ISSN of a journal, EDN of an article at eLIBRARY."""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _
from stdnum import issn as stdnum_issn
from stdnum.exceptions import InvalidChecksum, ValidationError

from articles.records.identifiers.parsing import (
    InvalidIdentifier,
    accepts,
    label_pattern,
    normalise_hyphens,
    strip_label,
)

ISSN_PATTERN = r"[0-9]{4}-[0-9]{3}[0-9X]"
EDN_PATTERN = r"[A-Z]{6}"

ISSN_LABEL = label_pattern(
    r"(?:[ep]-?)?issn(?:-l)?(?:\s*\([^)]*\))?", "portal.issn.org/resource/ISSN"
)
EDN_LABEL = label_pattern("edn", "elibrary.ru")


def issn(value: str) -> str:
    """Return an ISSN as `1234-5679` (ISO 3297); raises InvalidIdentifier."""
    code = normalise_hyphens(strip_label(value, ISSN_LABEL, "issn.org"))
    try:
        return str(stdnum_issn.format(stdnum_issn.validate(code)))
    except InvalidChecksum:
        raise InvalidIdentifier(
            _("ISSN %(value)s: the check digit is wrong. Check for a typo."),
            value=value,
        ) from None
    except ValidationError:
        raise InvalidIdentifier(
            _("“%(value)s” is not an ISSN. An ISSN has eight digits, such as 1234-5679."),
            value=value,
        ) from None


def edn(value: str) -> str:
    """Return an EDN, the six Latin letters of eLIBRARY; raises InvalidIdentifier."""
    code = strip_label(value, EDN_LABEL, "elibrary.ru").upper()
    if not re.fullmatch(EDN_PATTERN, code):
        raise InvalidIdentifier(
            _("“%(value)s” is not an EDN. An EDN is six Latin letters, such as ABCDEF."),
            value=value,
        )
    return code


def is_issn(value: str) -> bool:
    """Whether a value is an ISSN, in any form."""
    return accepts(issn, value)


def is_edn(value: str) -> bool:
    """Whether a value is an EDN, in any form."""
    return accepts(edn, value)
