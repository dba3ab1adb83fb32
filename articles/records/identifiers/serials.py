"""ISSN of a journal, EDN of an article at eLIBRARY."""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _
from stdnum import issn as stdnum_issn
from stdnum.exceptions import InvalidChecksum, ValidationError

from articles.records.identifiers.parsing import InvalidIdentifier, bare, hyphened, labelled, takes

ISSN_PATTERN = r"[0-9]{4}-[0-9]{3}[0-9X]"
EDN_PATTERN = r"[A-Z]{6}"

ISSN_LABEL = labelled(r"(?:[ep]-?)?issn(?:-l)?(?:\s*\([^)]*\))?", "portal.issn.org/resource/ISSN")
EDN_LABEL = labelled("edn", "elibrary.ru")


def issn(value: str) -> str:
    """`1234-5679`."""
    code = hyphened(bare(value, ISSN_LABEL, "issn.org"))
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
    """eLIBRARY's six letters."""
    code = bare(value, EDN_LABEL, "elibrary.ru").upper()
    if not re.fullmatch(EDN_PATTERN, code):
        raise InvalidIdentifier(
            _("“%(value)s” is not an EDN. An EDN is six Latin letters, such as ABCDEF."),
            value=value,
        )
    return code


def is_issn(value: str) -> bool:
    return takes(issn, value)


def is_edn(value: str) -> bool:
    return takes(edn, value)
