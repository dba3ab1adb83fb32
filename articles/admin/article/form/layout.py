"""What stands where in the article form: lines of inputs, in the order in which papers are read."""

from __future__ import annotations

from typing import Any

import msgspec

Bound = Any  # a bound field


class Line(msgspec.Struct, frozen=True):
    """Inputs beside one another; `label` says what a trio of languages is."""

    fields: tuple[Bound, ...]
    label: Any = ""
    name: str = ""
    is_trio: bool = False


def trio(form: Any, name: str, label: Any = "") -> Line:
    fields = tuple(form.trio(name))
    return Line(fields, label or fields[0].label, name, True)


def row(form: Any, *names: str) -> Line:
    return Line(tuple(form[name] for name in names))


def lines(form: Any) -> dict[str, list[Line]]:
    """The form's own fields by the part of the page that they stand in."""
    return {
        "head": [row(form, "language", "type")],
        "title": [trio(form, "title")],
        "abstract": [trio(form, "abstract")],
        "keywords": [trio(form, "keywords")],
        "dates": [
            row(form, "received_on", "revised_on", "accepted_on", "published_on"),
            row(form, "doi", "edn", "first_page", "last_page", "article_number"),
            row(form, "issue", "section", "position"),
            row(form, "irsti", "udc", "jel"),
        ],
        "references": [
            Line((form["references_original"], form["references_romanized"]), name="references")
        ],
        "statements": [
            *(trio(form, name) for name in ("contributions", "conflicts", "data", "thanks")),
            trio(form, "copyright_holder"),
            row(form, "copyright_year", "licence", "licence_from"),
        ],
        "office": [
            row(form, "originality", "originality_system", "originality_on"),
            row(form, "review_count", "reviewed_on"),
        ],
    }
