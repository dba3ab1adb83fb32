"""What stands where in the article form: texts first, each in three languages side by side."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from ..languages import trio

FIELDSETS: Any = (
    (
        None,
        {
            "fields": (
                ("journal", "language", "type", "status_line"),
                trio("title"),
                trio("abstract"),
                trio("keywords"),
                "base_version",
            )
        },
    ),
    (
        _("Where it stands"),
        {
            "fields": (
                ("issue", "section", "position"),
                ("first_page", "last_page", "article_number"),
                ("doi", "edn"),
                ("irsti", "udc", "jel"),
            )
        },
    ),
    (
        _("Dates"),
        {"fields": (("received_on", "revised_on", "accepted_on", "published_on"),)},
    ),
    (
        _("References"),
        {
            "fields": (("references_original", "references_romanized"),),
            "description": _("One entry a line; the two lists are paired by number."),
        },
    ),
    (
        _("Statements and rights"),
        {
            "classes": ("collapse",),
            "fields": (
                trio("contributions"),
                trio("conflicts"),
                trio("data"),
                trio("thanks"),
                trio("copyright_holder"),
                ("copyright_year", "licence", "licence_from"),
            ),
        },
    ),
    (
        _("Full text"),
        {
            "classes": ("collapse",),
            "fields": ("body",),
            "description": _(
                "HTML: h2–h4, p, ul, ol, table, figure, sub, sup, em, strong, a; nothing else."
            ),
        },
    ),
    (
        _("For the office, never public"),
        {
            "classes": ("collapse",),
            "fields": (
                ("originality", "originality_system", "originality_on"),
                ("review_count", "reviewed_on"),
            ),
        },
    ),
    (_("This change"), {"fields": ("reason",)}),
)
