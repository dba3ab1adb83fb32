"""Identifiers: each function gives the one right way to write a value, or raises Invalid."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import unquote

from django.utils.translation import gettext_lazy as _
from stdnum import issn as stdnum_issn
from stdnum.exceptions import InvalidChecksum, ValidationError
from stdnum.iso7064 import mod_11_2

from articles.records.clean import Refused, clean_line

# What Crossref's schema takes, and printable ASCII besides.
DOI_PATTERN = r"10\.[0-9]{4,9}/[!-~]{1,200}"
ORCID_PATTERN = r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]"
ROR_PATTERN = r"0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}"
ISSN_PATTERN = r"[0-9]{4}-[0-9]{3}[0-9X]"
IRSTI_PATTERN = r"[0-9]{2}(\.[0-9]{2}){0,2}"
EDN_PATTERN = r"[A-Z]{6}"
# Main numbers with dots, and the signs of UDC's tables: + / : :: = ( ) " * ' . - and letters A-Я.
UDC_PATTERN = r"[0-9(=\"][0-9A-Za-zА-Яа-яЁё.,:+/=()\"*'’\[\]\- ]{0,99}"

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"

DASHES = re.compile("[\u2010-\u2015\u2212]")
ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?([^/\s]+\.[^/\s]+)(?:/|$)", re.IGNORECASE)
DOI_PREFIX = re.compile(
    r"(?:doi\s*:?\s*<?)?(?:(?:https?\s*:\s*//\s*)?(?:dx\.|www\.)?doi\.org/|doi\s*:?\s*|info:doi/)?",
    re.IGNORECASE,
)
ORCID_PREFIX = re.compile(
    r"(?:orcid(?:\s*id)?\s*:?\s*)?(?:(?:https?://)?(?:www\.)?orcid\.org/)?", re.IGNORECASE
)
ROR_PREFIX = re.compile(r"(?:ror\s*:?\s*)?(?:(?:https?://)?(?:www\.)?ror\.org/)?", re.IGNORECASE)
ISSN_PREFIX = re.compile(r"(?:[ep]-?)?issn(?:-l)?\s*(?:\([^)]*\))?\s*:?\s*", re.IGNORECASE)
IRSTI_PREFIX = re.compile(
    r"(?:МРНТИ|ГРНТИ|ХҒТАР|ҒТАМР|ҒТАХР|МҒТАР|[A-Z]{2,3}STI|MRNTI|GRNTI)[\s:.№-]*", re.I
)
UDC_PREFIX = re.compile(r"(?:УДК|ӘОЖ|ӘӨЖ|UDC)[\s:.№-]*", re.IGNORECASE)
EDN_PREFIX = re.compile(
    r"(?:edn\s*:?\s*)?(?:(?:https?://)?(?:www\.)?elibrary\.ru/)?", re.IGNORECASE
)


class Invalid(Refused):
    """A value that is no such identifier."""


def orcid(value: str) -> str:
    """`0000-0000-1423-0019`, whatever it was written as."""
    code = _bare(value, ORCID_PREFIX).upper().replace("Х", "X")  # a Cyrillic Х after retyping
    _refuse_address(code, "orcid.org")
    code = DASHES.sub("-", code).rstrip("/")
    digits = code.replace("-", "").replace(" ", "")
    if not re.fullmatch(r"[0-9]{15}[0-9X]", digits):
        raise Invalid(
            _("“%(value)s” is no ORCID: it has 16 digits, as in 0000-0000-1423-0019."), value=value
        )
    if not mod_11_2.is_valid(digits):
        raise Invalid(
            _("ORCID %(value)s: the last digit does not fit. Look for a mistyped digit."),
            value=value,
        )
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4))


def ror(value: str) -> str:
    """The nine characters that follow `https://ror.org/`."""
    code = _bare(value, ROR_PREFIX)
    _refuse_address(code, "ror.org")
    code = code.lower().rstrip("/")
    if not re.fullmatch(ROR_PATTERN, code):
        raise Invalid(
            _("“%(value)s” is no ROR ID: it has nine characters, 0 first, as in 05dxps055."),
            value=value,
        )
    number = 0
    for sign in code[:7]:
        number = number * 32 + CROCKFORD.index(sign)
    if 98 - number * 100 % 97 != int(code[7:]):
        raise Invalid(
            _("ROR ID %(value)s: the last two digits do not fit. Copy it again from ror.org."),
            value=value,
        )
    return code


def issn(value: str) -> str:
    """`2617-605X`."""
    code = _bare(value, ISSN_PREFIX).upper().replace("Х", "X")
    _refuse_address(code, "issn.org")
    try:
        return str(stdnum_issn.format(stdnum_issn.validate(DASHES.sub("-", code))))
    except InvalidChecksum:
        raise Invalid(
            _("ISSN %(value)s: the last digit does not fit. Look for a mistyped digit."),
            value=value,
        ) from None
    except ValidationError:
        raise Invalid(
            _("“%(value)s” is no ISSN: it has eight digits, as in 2617-605X."), value=value
        ) from None


def doi(value: str) -> str:
    """`10.5555/abc`, its letters' case as given: a DOI is shown so, and compared by doi_key."""
    code = _bare(value, DOI_PREFIX)
    if "doi.org/" in value and "%" in code:
        code = unquote(code)
    _refuse_address(code, "doi.org")
    if bad := re.search(r"[^!-~]", code):
        raise Invalid(
            _(
                "DOI %(value)s: “%(character)s” at character %(position)d cannot stand in a DOI. "
                "Only Latin letters, digits and signs can, without spaces."
            ),
            value=value,
            character=bad[0],
            position=bad.start() + 1,
        )
    if not re.fullmatch(DOI_PATTERN, code):
        raise Invalid(
            _("“%(value)s” is no DOI: it begins with 10., digits and a slash, as in 10.5555/abc."),
            value=value,
        )
    if code[-1] in ".,":
        raise Invalid(
            _("DOI %(value)s ends in “%(character)s”. Delete it."), value=value, character=code[-1]
        )
    return code


def irsti(value: str) -> str:
    """`11.25.40`; a rubric of one or two levels is right too."""
    code = re.sub(r"\s*[.,]\s*", ".", _bare(value, IRSTI_PREFIX)).rstrip(".")
    if not re.fullmatch(IRSTI_PATTERN, code):
        raise Invalid(
            _("“%(value)s” is no IRSTI code: it is three pairs of digits, as in 11.25.40."),
            value=value,
        )
    return code


def udc(value: str) -> str:
    """`327.7`, `378.147:004`: checked loosely, for UDC numbers are built freely."""
    code = _bare(value, UDC_PREFIX).rstrip(".,;")
    if not re.fullmatch(UDC_PATTERN, code) or not re.search(r"[0-9]", code):
        raise Invalid(
            _("“%(value)s” is no UDC number: it is digits, dots and signs, as in 378.147:004."),
            value=value,
        )
    return code


def edn(value: str) -> str:
    """eLIBRARY's six letters."""
    code = _bare(value, EDN_PREFIX).upper()
    if not re.fullmatch(EDN_PATTERN, code):
        raise Invalid(
            _("“%(value)s” is no EDN: it is six Latin letters, as in ABCDEF."), value=value
        )
    return code


def doi_key(value: str) -> str:
    """What two DOIs are compared by."""
    return value.lower()


def doi_url(value: str) -> str:
    """The way a DOI is shown, everywhere."""
    return f"https://doi.org/{value}"


def orcid_url(value: str) -> str:
    return f"https://orcid.org/{value}"


def ror_url(value: str) -> str:
    return f"https://ror.org/{value}"


def is_orcid(value: str) -> bool:
    return _is(orcid, value)


def is_ror(value: str) -> bool:
    return _is(ror, value)


def is_issn(value: str) -> bool:
    return _is(issn, value)


def is_doi(value: str) -> bool:
    return _is(doi, value)


def is_irsti(value: str) -> bool:
    return _is(irsti, value)


def is_udc(value: str) -> bool:
    return _is(udc, value)


def is_edn(value: str) -> bool:
    return _is(edn, value)


def _is(read: Callable[[str], str], value: str) -> bool:
    try:
        read(value)
    except Refused:
        return False
    return True


def _bare(value: str, prefix: re.Pattern[str]) -> str:
    """The value without its label, its address and the brackets around it."""
    value = clean_line(value).strip("<>").strip()
    if label := prefix.match(value):
        value = value[label.end() :]
    return value.strip("<> ")


def _refuse_address(code: str, home: str) -> None:
    if "://" in code or code.lower().startswith("www."):
        found = ADDRESS.match(code)
        raise Invalid(
            _("This is an address of %(site)s, not of %(home)s. Give the identifier itself."),
            site=found[1] if found else code,
            home=home,
        )
