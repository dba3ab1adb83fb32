"""Sections of the article form: which inputs stand beside one another, in the order of a paper."""

from __future__ import annotations

import msgspec
from django import forms

from .main_form import MainForm


class Line(msgspec.Struct, frozen=True):
    """Inputs beside one another; `is_trio` where they are one field in three languages."""

    fields: tuple[forms.BoundField, ...]
    name: str = ""
    is_trio: bool = False


def trio(form: MainForm, name: str) -> Line:
    return Line(tuple(form.trio(name)), name, is_trio=True)


def line(form: MainForm, *names: str) -> Line:
    return Line(tuple(form[name] for name in names))


def sections(form: MainForm) -> dict[str, list[Line]]:
    """Lines of inputs by the section of the page."""
    return {
        "head": [line(form, "language", "type")],
        "title": [trio(form, "title")],
        "abstract": [trio(form, "abstract")],
        "keywords": [trio(form, "keywords")],
        "dates": [
            line(form, "received_on", "revised_on", "accepted_on", "published_on"),
            line(form, "doi", "edn", "first_page", "last_page", "article_number"),
            line(form, "issue", "section", "position"),
            line(form, "irsti", "udc", "jel"),
        ],
        "references": [
            Line((form["references_original"], form["references_romanized"]), name="references")
        ],
        "statements": [
            *(trio(form, name) for name in ("contributions", "conflicts", "data", "thanks")),
            trio(form, "copyright_holder"),
            line(form, "copyright_year", "licence", "licence_from"),
        ],
        "office": [
            line(form, "originality", "originality_system", "originality_on"),
            line(form, "review_count", "reviewed_on"),
        ],
    }
