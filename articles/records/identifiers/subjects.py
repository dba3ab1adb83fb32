"""Subject codes of an article: IRSTI and UDC, one code at a time."""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

from articles.records.identifiers.parsing import (
    InvalidIdentifier,
    accepts,
    label_pattern,
    strip_label,
)

IRSTI_PATTERN = r"[0-9]{2}(\.[0-9]{2}){0,2}"
# Digits, the signs of the UDC tables, and letters of alphabetical subdivisions.
UDC_PATTERN = r"[0-9(=\"][^\W_]?[0-9A-Za-zА-Яа-яЁё.,:+/=()\"*'’\[\]\- ]{0,98}"

IRSTI_LABEL = label_pattern(
    "МРНТИ|ГРНТИ|ХҒТАР|ҒТАМР|ҒТАХР|МҒТАР|IRSTI|MRSTI|SRSTI|SCSTI|MRNTI|GRNTI"
)
UDC_LABEL = label_pattern("УДК|ӘОЖ|ӘӨЖ|UDC")


def irsti(value: str) -> str:
    """Return an IRSTI code as `11.25.40`, or of one or two levels; raises InvalidIdentifier."""
    code = re.sub(r"\s*[.,]\s*", ".", strip_label(value, IRSTI_LABEL)).rstrip(".")
    if not re.fullmatch(IRSTI_PATTERN, code):
        raise InvalidIdentifier(
            _(
                "“%(value)s” is not an IRSTI code. A code is three pairs of digits, such as "
                "11.25.40."
            ),
            value=value,
        )
    return code


def udc(value: str) -> str:
    """Return a UDC number such as `378.147:004`; only its characters are checked."""
    code = strip_label(value, UDC_LABEL).rstrip(".,;")
    if not re.fullmatch(UDC_PATTERN, code) or not re.search("[0-9]", code):
        raise InvalidIdentifier(
            _(
                "“%(value)s” is not a UDC number. It consists of digits, dots and signs, "
                "such as 378.147:004."
            ),
            value=value,
        )
    return code


def is_irsti(value: str) -> bool:
    """Whether a value is an IRSTI code, in any form."""
    return accepts(irsti, value)


def is_udc(value: str) -> bool:
    """Whether a value is a UDC number, in any form."""
    return accepts(udc, value)
