"""A file chosen in the form: kept for whoever chose it, for that article, by a signed ticket."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from django.core import signing
from django.utils.translation import gettext_lazy as _

from articles.editing.unconfirmed import DAYS, FileGone, Kept

SALT = "articles.admin.chosen"
GONE = _("The file chosen earlier is not kept any more. Choose it again, or save without it.")
NOT_ITS_FILE = _(
    "This is none of the article's files, or not any more. "
    "Choose the file again, or delete the row."
)


def ticket_of(kept: Kept, owner: str) -> str:
    return signing.dumps([owner, msgspec.to_builtins(kept)], salt=SALT)


def kept_file(ticket: str, owner: str) -> Kept:
    """Raises FileGone for a ticket that is old, of somebody else, or no ticket."""
    try:
        of, kept = signing.loads(ticket, salt=SALT, max_age=timedelta(days=DAYS))
    except (signing.BadSignature, ValueError) as error:
        raise FileGone(GONE) from error
    if of != owner:
        raise FileGone(GONE)
    return msgspec.convert(kept, Kept)
