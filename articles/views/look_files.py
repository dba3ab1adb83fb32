"""What makes the look of a journal: its stylesheet, logo and cover, at addresses that never change.

The stylesheet is computed from the colours in its own address, so it asks for no row, and a look
that nobody has saved yet has one too. A new look has other addresses: pages are made anew with
them when the public state of the journal rises.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.editing.uploads import is_unconfirmed
from articles.models import Look
from articles.page_cache import program_mark
from articles.records.look_colours import Colours, look_stylesheet, nearest_colours
from articles.records.pictures import image_type
from articles.stored_files import file_response

from .files import PUBLIC, SANDBOX

FOREVER = "public, max-age=31536000, immutable"
NAME = re.compile("(?P<look>([0-9a-f]{6})-([0-9a-f]{6})(-plain)?)-(?P<digest>[0-9a-f]{12})")
SVG_TYPE = "image/svg+xml"


def look_url(look: Look) -> str:
    """The address of the stylesheet; '' for the colours that `style.css` itself has."""
    if look.colours == Colours() and look.has_band:
        return ""
    name = "-".join(colour.removeprefix("#") for colour in look.colours)
    name += "" if look.has_band else "-plain"
    return reverse("look_stylesheet", kwargs={"name": f"{name}-{digest_of(name)}"})


def digest_of(name: str) -> str:
    """Another one for each look, and for each program that may write it in another way."""
    facts = f"{program_mark(Path(settings.BASE_DIR))} {name}"
    return blake2b(facts.encode(), digest_size=6).hexdigest()


@require_safe
def stylesheet(request: HttpRequest, name: str) -> HttpResponse:
    """404 for colours that cannot be read. Not kept for good where another program's page asks."""
    match = NAME.fullmatch(name)
    colours = Colours(f"#{match[2]}", f"#{match[3]}") if match else None
    if match is None or colours is None or nearest_colours(colours) != colours:
        raise Http404
    css = look_stylesheet(colours, has_band=match[4] is None)
    is_ours = match["digest"] == digest_of(match["look"])
    headers = {"Cache-Control": FOREVER if is_ours else PUBLIC}
    return HttpResponse(css, content_type="text/css; charset=utf-8", headers=headers)


def logo_url(look: Look) -> str:
    return picture_address(look, "logo", look.logo.name or "")


def cover_url(look: Look) -> str:
    return picture_address(look, "cover", look.cover.name or "")


def picture_address(look: Look, kind: str, path: str) -> str:
    """'' if there is no picture; of a look that is not saved, where its editor sees it."""
    name = path.rpartition("/")[2]
    if not name:
        return ""
    if is_unconfirmed(path):
        arguments = {"journal": look.journal.slug, "kind": kind, "name": name}
        return reverse("preview_picture", kwargs=arguments)
    arguments = {"pk": str(look.journal_id), "kind": kind, "name": name}
    return reverse("look_picture", kwargs=arguments)


@require_safe
def look_picture(request: HttpRequest, pk: int, kind: str, name: str) -> HttpResponseBase:
    """A logo or cover; its name is a digest of its bytes, so it may be kept for good."""
    look = get_object_or_404(Look, journal=pk)
    path = {"logo": look.logo.name, "cover": look.cover.name}.get(kind) or ""
    if not path or name != path.rpartition("/")[2]:
        raise Http404
    response = picture_response(request, path, name)
    response["Cache-Control"] = FOREVER
    return response


def picture_response(request: HttpRequest, path: str, name: str) -> HttpResponseBase:
    """The bytes, in which nothing may run as a script of this site."""
    response = file_response(request, path, name, image_type(name) or SVG_TYPE)
    response["Content-Security-Policy"] = SANDBOX
    return response
