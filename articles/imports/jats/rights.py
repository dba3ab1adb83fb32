"""The licence of a JATS article, and the day from which it applies."""

from __future__ import annotations

from datetime import date

import msgspec
from lxml.etree import _Element

from articles.imports.jats.texts import address_of, plain, squeeze

ALI_LICENCE = "{http://www.niso.org/schemas/ali/1.0/}license_ref"


def licence_of(meta: _Element) -> tuple[str, date | None]:
    """Return the web address of the licence, and its start date (NISO ALI) or None."""
    element = meta.find("permissions/license")
    if element is None:
        return "", None
    reference = element.find(ALI_LICENCE)
    if reference is None:
        return squeeze(address_of(element)), None
    start = reference.get("start_date", "")
    try:
        return plain(reference), msgspec.convert(start, date) if start else None
    except msgspec.ValidationError:
        return plain(reference), None
