"""E-mail addresses, ORCIDs, telephones and web addresses inside a text."""

from __future__ import annotations

import re

from articles.records.cleaning import InvalidValue
from articles.records.identifiers import orcid

EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
ORCID = re.compile(
    r"(?:(?:ORCID|orcid)(?:\s*i?D)?\s*:?\s*)?(?:<?https?://)?(?:www\.)?(?:orcid\.org/)?"
    r"(?<!\d)(\d{4}[-‐–]\d{4}[-‐–]\d{4}[-‐–]\d{3}[\dXxХх])(?!\d)>?/?",
    re.IGNORECASE,
)
EMAIL_LABEL = re.compile(
    r"[(\[]?\s*\*?\s*(?:e-?mails?|е-mail|эл\.\s?пошта|эл\.\s?почта|электрондық пошта"
    r"|электронная почта|mail|email)\s*[:.\-–]?\s*$",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?:(?:тел(?:ефон)?|моб|tel|phone|факс|fax)\.?\s*:?\s*)?(?:\+\d|(?<!\d)8[\s(-])[\d\s()\-]{8,18}\d",
    re.IGNORECASE,
)
PARTING = " ,;:.–-()[]<>*"


def emails(text: str) -> list[str]:
    """The addresses of a text in order, each once; no letter of them changes in small letters."""
    found = (each.rstrip(".-") for each in EMAIL.findall(text))
    return list(dict.fromkeys(each for each in found if len(each) == len(each.lower())))


def orcids(text: str) -> list[str]:
    """The ORCIDs of a text whose check digit is right; with a wrong one, as printed."""
    return list(dict.fromkeys(map(_orcid, ORCID.findall(text))))


def _orcid(printed: str) -> str:
    try:
        return orcid(printed)
    except InvalidValue:
        return re.sub("[‐–]", "-", printed).upper().replace("Х", "X")


def without_contacts(text: str) -> str:
    """The text without addresses, their labels, ORCIDs and telephones."""
    text = ORCID.sub("\0", PHONE.sub("\0", EMAIL.sub("\0", text)))
    pieces = [EMAIL_LABEL.sub("", piece).strip(" ,;:–-<>") for piece in text.split("\0")]
    pieces = [piece for piece in pieces if piece.strip(PARTING)]
    kept = ", ".join(pieces) if len(pieces) > 1 else "".join(pieces)
    return _balanced(kept.strip(" ,;"))


def _balanced(text: str) -> str:
    """A bracket that has lost its partner goes too."""
    for opening, closing in ("()", "[]"):
        if text.count(opening) > text.count(closing):
            text = re.sub(rf"\s*\{opening}\s*$", "", text)
            if text.count(opening) > text.count(closing):
                text = text + closing
        if text.count(closing) > text.count(opening):
            text = text.rstrip(f" {closing}").rstrip(",; ")
    return text
