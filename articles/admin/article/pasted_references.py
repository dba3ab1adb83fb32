"""Pasted reference lists become entries."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse, QueryDict

from articles.imports.references import split_references

REFERENCE_BOXES = ("references_original", "references_romanized")
MAX_CHARACTERS = 200_000


def split_pasted_references(posted: QueryDict) -> QueryDict | None:
    """The form's data with both boxes split into entries; None where "_split" was not pressed."""
    if posted.get("_split") != "references":
        return None
    data = posted.copy()
    for box in REFERENCE_BOXES:
        data[box] = "\n".join(split_references(data.get(box, "")))
    return data


def split_references_view(_admin: object, request: HttpRequest) -> JsonResponse:
    """POST with a pasted list: its entries, for the script."""
    return JsonResponse(
        {"entries": split_references(request.POST.get("text", "")[:MAX_CHARACTERS])}
    )
