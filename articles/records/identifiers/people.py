"""ORCID of a person, ROR ID of an organisation."""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _
from stdnum.iso7064 import mod_11_2

from articles.records.identifiers.parsing import (
    InvalidIdentifier,
    accepts,
    label_pattern,
    normalise_hyphens,
    strip_label,
)

ORCID_PATTERN = r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]"
ROR_PATTERN = r"https://ror\.org/0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}"

ORCID_LABEL = label_pattern(r"orcid(?:\s*id)?", "orcid.org")
OWN_PAGE = "my-orcid?orcid="  # what the address of the person's own page has before the iD
ROR_LABEL = label_pattern(r"ror(?:\s*id)?", "ror.org")
ROR_HOME = "https://ror.org/"
CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"  # base 32 without i, l, o, u


def orcid(value: str) -> str:
    """Return an ORCID iD as `0000-0000-1423-0019`; raises InvalidIdentifier.

    The check digit is ISO 7064 MOD 11-2.
    """
    code = strip_label(value, ORCID_LABEL, "orcid.org").removeprefix(OWN_PAGE)
    code = normalise_hyphens(code).rstrip("/")
    digits = re.sub("[- ]", "", code)
    if not re.fullmatch("[0-9]{15}[0-9X]", digits):
        raise InvalidIdentifier(
            _("“%(value)s” is not an ORCID. An ORCID has 16 digits, such as 0000-0000-1423-0019."),
            value=value,
        )
    if not mod_11_2.is_valid(digits):
        raise InvalidIdentifier(
            _("ORCID %(value)s: the check digit is wrong. Check for a typo."),
            value=value,
        )
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))


def ror(value: str) -> str:
    """Return a ROR ID as `https://ror.org/0zzzzzz02`; raises InvalidIdentifier."""
    code = strip_label(value, ROR_LABEL, "ror.org").lower().rstrip("/")
    if not re.fullmatch(ROR_PATTERN, ROR_HOME + code):
        raise InvalidIdentifier(
            _(
                "“%(value)s” is not a ROR ID. After ror.org/ it has nine characters and "
                "begins with 0."
            ),
            value=value,
        )
    if code[7:] != _ror_check(code[:7]):
        raise InvalidIdentifier(
            _("ROR ID %(value)s: the check digits are wrong. Copy it again from ror.org."),
            value=value,
        )
    return ROR_HOME + code


def is_orcid(value: str) -> bool:
    """Whether a value is an ORCID iD, in any form."""
    return accepts(orcid, value)


def is_ror(value: str) -> bool:
    """Whether a value is a ROR ID, in any form."""
    return accepts(ror, value)


def orcid_url(value: str) -> str:
    """Return the web address of an ORCID iD."""
    return f"https://orcid.org/{value}"


def _ror_check(signs: str) -> str:
    """The check digits of ROR: ISO 7064 MOD 97-10 of the seven signs in base 32."""
    number = 0
    for sign in signs:
        number = number * 32 + CROCKFORD.index(sign)
    return f"{98 - number * 100 % 97:02d}"
