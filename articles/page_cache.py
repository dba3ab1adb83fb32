"""The page cache: a public page is made once, compressed, and kept until what readers see changes.

A browser that asks again for an unchanged page is answered 304 Not Modified. Only for views whose
answer depends on the address alone, never on the user, on cookies or on the `Accept` header.
"""

from __future__ import annotations

import gzip
import logging
import re
from collections.abc import Callable, Iterator
from functools import cache as once
from functools import partial, wraps
from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language

from journal.breaker import Breaker, Unavailable

View = Callable[..., HttpResponse]

KEEP_SECONDS = 24 * 3_600
GZIP_LEVEL = 3  # half the time of level 6 for a tenth more bytes, measured on an article page
ACCEPTS_GZIP = re.compile(r"\bgzip\b")
logger = logging.getLogger(__name__)
answering = Breaker("page cache", 10, Exception).guard  # each backend raises errors of its own


def cached_page(state: Callable[..., int | None], keep: bool = True) -> Callable[[View], View]:
    """Decorate a view; `state(**arguments)` is its public state, None if nothing is public.

    With `keep=False`, and at an address with a query string (anybody can make up any number of
    them), the page is made each time; its ETag still answers 304.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, **arguments: object) -> HttpResponse:
            number = state(**arguments)
            if number is None:
                return view(request, **arguments)
            key = page_key(request, number)
            etag = f'W/"{key}"'  # weak: the compressed and the plain page have the same
            response = get_conditional_response(request, etag=etag)
            if not isinstance(response, HttpResponse):
                make = partial(view, request, **arguments)
                response = (
                    load_or_make_page(request, key, make) if keep and not request.GET else make()
                )
            return with_etag(response, etag)

        return answer

    return decorate


def page_key(request: HttpRequest, number: int) -> str:
    """A short name for the page as it is now, made by this program."""
    place = (settings.SITE_URL, request.get_host(), request.get_full_path(), get_language())
    facts = "\n".join([program_mark(Path(settings.BASE_DIR)), *map(str, place), str(number)])
    return blake2b(facts.encode(), digest_size=12).hexdigest()


def with_etag(response: HttpResponse, etag: str) -> HttpResponse:
    """Add the ETag and headers that make browsers revalidate the page each time."""
    if response.status_code in (200, 304):
        response["ETag"] = etag
        response["Cache-Control"] = "public, no-cache"
        patch_vary_headers(response, ("Accept-Encoding",))
    return response


def load_or_make_page(
    request: HttpRequest, key: str, make: Callable[[], HttpResponse]
) -> HttpResponse:
    """The page from the cache; if it is not there, made and stored, compressed."""
    response = load_page(key)
    if response is None:
        response = make()
        if response.status_code != 200 or response.streaming or response.cookies:
            return response
        response.content = gzip.compress(response.content, GZIP_LEVEL, mtime=0)
        response["Content-Encoding"] = "gzip"
        store_page(key, response)
    if not ACCEPTS_GZIP.search(request.headers.get("Accept-Encoding", "")):
        response.content = gzip.decompress(response.content)
        del response["Content-Encoding"]
    return response


def load_page(key: str) -> HttpResponse | None:
    """None if the page is not in the cache; a cache that fails makes pages slower, not wrong."""
    try:
        with answering():
            page: HttpResponse | None = cache.get(f"page:{key}")
    except Unavailable as error:
        logger.warning("The page cache could not be read. %s", error)
        return None
    return page


def store_page(key: str, page: HttpResponse) -> None:
    try:
        with answering():
            cache.set(f"page:{key}", page, KEEP_SECONDS)
    except Unavailable as error:
        logger.warning("The page could not be kept in the page cache. %s", error)


@once
def program_mark(root: Path) -> str:
    """A hash of every file that can change a page: the same wherever the same program runs."""
    mark = blake2b(digest_size=8)
    for path in sorted(program_files(root)):
        mark.update(f"{path.relative_to(root)}\0".encode())
        mark.update(path.read_bytes())
    return mark.hexdigest()


def program_files(root: Path) -> Iterator[Path]:
    """Code, templates, static files, catalogues, formats, and the versions of the packages."""
    yield from root.glob("requirements*.txt")
    for folder in ("articles", "journal", "templates"):
        for path in (root / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path
