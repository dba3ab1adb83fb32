"""The licence of a JATS article, and the day from which it applies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec
from lxml.etree import _Element

from articles.imports.xml_texts import XLINK_HREF, address_of, plain, squeeze
from articles.records.urls import web_address

ALI_LICENCE = "{http://www.niso.org/schemas/ali/1.0/}license_ref"
ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)\]]")


def licence_of(meta: _Element) -> tuple[str, date | None]:
    """Return the web address of the licence, and its start date (NISO ALI) or None.

    The text of a licence is no address; one that is printed in it is.
    """
    for element in licences(meta):
        reference = element.find(ALI_LICENCE)
        if reference is not None and (address := web_address(plain(reference))):
            return address, start_of(reference)
        if address := next(addresses(element), ""):
            return address, None
    return "", None


def licences(meta: _Element) -> Iterator[_Element]:
    """The `license` elements; NLM 2.0 has them outside `permissions`."""
    yield from meta.iterfind("permissions/license")
    yield from meta.iterfind("license")


def addresses(licence: _Element) -> Iterator[str]:
    """The address of the element, of the links in it, and those printed in its text."""
    yield from filter(None, (web_address(squeeze(licence.get(XLINK_HREF, ""))),))
    links = licence.iter("ext-link", "uri")
    yield from filter(None, (web_address(address_of(each)) for each in links))
    yield from ADDRESS.findall(plain(licence))


def has_text_alone(meta: _Element) -> bool:
    """Whether a licence is printed whose address is not."""
    return not licence_of(meta)[0] and any(map(plain, licences(meta)))


def start_of(reference: _Element) -> date | None:
    try:
        return msgspec.convert(reference.get("start_date", ""), date)
    except msgspec.ValidationError:
        return None
