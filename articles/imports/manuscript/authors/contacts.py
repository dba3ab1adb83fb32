"""E-mail addresses, ORCIDs and telephone numbers inside a text."""

from __future__ import annotations

import re

from articles.imports.manuscript.labels.phrases import fold_letters, phrase_pattern

EMAIL = re.compile(r"(?:[^\W⁰¹²³⁴-⁹]|[.+%-]){1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
ORCID = re.compile(
    r"(?:(?:ORCID(?:\s*i?D)?|\biD)\s*:?\s*)?(?:<?https?://)?(?:www\.)?(?:orcid\.org/)?"
    r"(?<!\d)(\d{4}[-‐–]\d{4}[-‐–]\d{4}[-‐–]\d{3}[\dXxХх])(?!\d)>?/?",
    re.IGNORECASE,
)
EMAIL_LABEL = re.compile(  # in a folded text
    rf"(?:[(\[]\s*)?(?:\*\s*)?(?:{phrase_pattern('email')})\s*[:.-]?\s*$"
)
PHONE = re.compile(
    r"(?:(?:тел(?:ефон)?|моб|tel|phone|факс|fax)\.?\s*:?\s*)?(?:\+\d|(?<!\d)8[\s(-])[\d\s()\-]{8,18}\d",
    re.IGNORECASE,
)
SEPARATORS = " ,;:.–-()[]<>*✉⁰¹²³⁴⁵⁶⁷⁸⁹"
MARK = re.compile(r"\d{0,2}")  # of an author, or none: `1ORCID 0000-…, 2ORCID 0000-…`


def find_emails(text: str) -> list[str]:
    """Return the e-mail addresses of a text in order, each once.

    Those whose length changes in lower case (İ) are left out.
    """
    addresses = (address.rstrip(".-") for address in EMAIL.findall(text))
    return list(dict.fromkeys(each for each in addresses if len(each) == len(each.lower())))


def find_orcids(text: str) -> list[str]:
    """Return the ORCIDs of a text, each once, also those with a wrong check digit."""
    printed = (re.sub("[‐–]", "-", each) for each in ORCID.findall(text))
    return list(dict.fromkeys(each.upper().replace("Х", "X") for each in printed))


def strip_contacts(text: str) -> str:
    """Return the text without e-mails, their labels, ORCIDs and telephone numbers."""
    text = ORCID.sub("\0", PHONE.sub("\0", EMAIL.sub("\0", text)))
    text = re.sub(r"\[\s*\0\s*\]", "\0", text)
    pieces = [_without_label(piece).strip(" ,;:–-<>") for piece in text.split("\0")]
    pieces = [piece for piece in pieces if not MARK.fullmatch(piece.strip(SEPARATORS))]
    rest = ", ".join(pieces) if len(pieces) > 1 else "".join(pieces)
    return _balance_brackets(rest.strip(" ,;"))


def _without_label(text: str) -> str:
    """The text without the label of an e-mail at its end."""
    label = EMAIL_LABEL.search(fold_letters(text))
    return text[: label.start()] if label else text


def _balance_brackets(text: str) -> str:
    """Remove or close a bracket whose partner was removed."""
    for opening, closing in ("()", "[]"):
        if text.count(opening) > text.count(closing):
            text = re.sub(rf"\s*\{opening}\s*$", "", text)
            if text.count(opening) > text.count(closing):
                text = text + closing
        if text.count(closing) > text.count(opening):
            text = text.rstrip(f" {closing}").rstrip(",; ")
    return text
