"""The tables of the admin in groups as editors think of them, instead of one alphabetical list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MODEL_GROUPS: tuple[tuple[str | Promise, tuple[str, ...]], ...] = (
    (_("Articles"), ("Article", "Manuscript")),
    (_("Issues"), ("Issue", "Section", "Delivery")),
    (_("People"), ("Author", "Organisation", "User", "Membership")),
    (
        _("Site"),
        (
            *("Portal", "Journal", "Look", "Page", "News"),
            *("BoardGroup", "BoardMember", "Contacts", "IndexingDatabase", "MailText"),
        ),
    ),
    (_("Records"), ("Deposit", "Revision", "EarlierAddress", "OjsImport", "Usage", "Mail")),
)


def group_models(apps: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Django's list of apps in these groups, without those that the user may not see."""
    for app in apps:
        models = {model["object_name"]: model for model in app["models"]}
        for name, names in MODEL_GROUPS:
            if shown := [models[one] for one in names if one in models]:
                yield {**app, "name": name, "models": shown}
