"""What the editor pastes, put into the text; the answer to the script."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _

from articles.imports.clipboard import insert_pasted, read_clipboard
from articles.records.body_losses import Loss

MAX_CHARACTERS = 4_000_000  # of HTML; a long chapter of Word has one million


def pasted_answer(request: HttpRequest) -> JsonResponse:
    """The text before and after the cursor once `pasted` is in it, and what was left out.

    Status 413 where the clipboard is too long: the script pastes plain text then.
    """
    source = request.POST.get("pasted", "")
    if len(source) > MAX_CHARACTERS:
        return JsonResponse({"message": _("Too much to paste at once.")}, status=413)
    pasted = read_clipboard(source)
    before, after = (
        request.POST.get(name, "").replace("\r\n", "\n") for name in ("before", "after")
    )
    inserted = insert_pasted(before, pasted.html, after)
    return JsonResponse(
        {"before": inserted.before, "after": inserted.after, "message": message(pasted.losses)}
    )


def message(losses: tuple[Loss, ...]) -> str:
    """One sentence for each kind of what was left out."""
    if not losses:
        return _("Pasted. Nothing was left out.")
    sentences = " ".join(loss.message for loss in losses)
    return _("Pasted. Left out: %(losses)s") % {"losses": sentences}
