"""What an editor is told after a save: which version it became, and what came in with it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.models import Revision


def tell_saved(
    request: HttpRequest, revision: Revision, base: int | None, before: int | None
) -> None:
    if before is not None and revision.version == before:
        messages.info(request, _("Nothing was changed."))
    elif base is not None and before is not None and base < before:
        messages.success(
            request,
            _("Saved together with other editors' changes (version %(version)d).")
            % {"version": revision.version},
        )
    else:
        messages.success(
            request, _("Saved as version %(version)d.") % {"version": revision.version}
        )
