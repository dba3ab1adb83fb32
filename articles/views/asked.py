"""What a reader asked for in the address: read with limits, so that none of it can hurt."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.records.cleaning import InvalidValue, clean_line

PAGES = 10_000


def line_asked(request: HttpRequest, name: str, most: int) -> str:
    """One line of text, cut at `most` characters; a control character is refused."""
    try:
        return clean_line(request.GET.get(name, "")[:most])
    except InvalidValue as error:
        raise BadRequest(str(error)) from error


def page_asked(request: HttpRequest) -> int:
    """The number of a page, 1 where none is given."""
    asked = request.GET.get("page", "1")
    if not (asked.isascii() and asked.isdecimal() and 1 <= int(asked[:6]) <= PAGES):
        raise BadRequest(_("There is no such page."))
    return int(asked)
