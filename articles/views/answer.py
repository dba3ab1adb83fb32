"""A page as an answer: the same bytes for every visitor, and 304 for who has them already."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache as once
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.utils import translation
from django.utils.cache import get_conditional_response

from .frame import Frame
from .words import reader_language

KEPT_SECONDS = 24 * 3_600


def page(
    frame: Frame, template: str, context: dict[str, Any], etag: str = "", status: int = 200
) -> HttpResponse:
    """Rendered without a request: no page depends on who asks."""
    with translation.override(frame.language):
        found = engines[frame.language].get_template(f"pages/{template}.html")
        html = found.render({"frame": frame, **context})
    return answer(html, etag, status)


def answer(html: str | bytes, etag: str = "", status: int = 200) -> HttpResponse:
    """A browser may keep it, and asks each time whether it still holds."""
    response = HttpResponse(html, status=status)
    response["Cache-Control"] = "public, no-cache"
    if etag:
        response["ETag"] = etag
    return response


def made_of(
    facts: tuple[object, ...], request: HttpRequest, make: Callable[[str], HttpResponse]
) -> HttpResponse:
    """A page whose `facts`, rows as the database gave them, are all that it shows.

    `make(etag)` makes it, when neither the browser nor the cache has it as it is now.
    """
    etag = etag_of(reader_language(), request.get_full_path(), *facts)
    keep = not request.GET  # anybody can ask anything: such pages would push out the others
    return unless_known(
        request, etag, lambda: kept(etag, lambda: make(etag)) if keep else make(etag)
    )


def unless_known(
    request: HttpRequest, etag: str, render: Callable[[], HttpResponse]
) -> HttpResponse:
    """304 for a browser that kept the page with this mark, else the page."""
    known = get_conditional_response(request, etag=etag)
    return known if isinstance(known, HttpResponse) else render()


def kept(etag: str, render: Callable[[], HttpResponse]) -> HttpResponse:
    """The page under its mark, which changes whenever the page does; made once for all readers."""
    html = cache.get(f"page:{etag}")
    if html is not None:
        return answer(html, etag)
    response = render()
    if response.status_code == 200 and response.headers.get("ETag") == etag:
        cache.set(f"page:{etag}", response.content, KEPT_SECONDS)
    return response


def etag_of(*facts: object) -> str:
    """A mark that changes with whatever the page shows, and with the program that shows it."""
    said = msgspec.msgpack.encode((facts, settings.SITE_URL, program_mark()))
    return f'"{blake2b(said, digest_size=12).hexdigest()}"'


@once
def program_mark() -> str:
    """The same on every machine that runs the same program."""
    mark = blake2b(digest_size=8)
    for path in sorted(_shown_files()):
        mark.update(path.read_bytes())
    return mark.hexdigest()


def _shown_files() -> set[Path]:
    root = Path(settings.BASE_DIR)
    patterns = (
        "templates/**/*.html",
        "articles/static/*",
        "articles/views/*.py",
        "articles/records/**/*.py",
        "articles/citations/*.py",
        "journal/locale/**/*.mo",
    )
    return {path for pattern in patterns for path in root.glob(pattern) if path.is_file()}
