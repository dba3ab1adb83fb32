"""Parameters of an address, read with limits: what is not one of them is a bad request."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.records.cleaning import InvalidValue, clean_line

MOST_PAGES = 10_000


def text_parameter(request: HttpRequest, name: str, most: int) -> str:
    """One line of text, cut at `most` characters; a control character is refused."""
    try:
        return clean_line(request.GET.get(name, "")[:most])
    except InvalidValue as error:
        raise BadRequest(str(error)) from error


def page_number(request: HttpRequest) -> int:
    """The number of a page, 1 where none is given."""
    number = request.GET.get("page", "1")
    if not (number.isascii() and number.isdecimal() and 1 <= int(number[:6]) <= MOST_PAGES):
        raise BadRequest(_("Page not found."))
    return int(number)
