"""Pages for readers, made from templates."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.template import engines
from django.utils import translation

from .frame import Frame


def page(frame: Frame, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """Rendered without a request: no page depends on who asks."""
    with translation.override(frame.language):
        found = engines[frame.language].get_template(f"pages/{template}.html")
        html = found.render({"frame": frame, **context})
    response = HttpResponse(html, status=status)
    response["Cache-Control"] = "public, no-cache"
    return response
