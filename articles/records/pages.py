"""The pages of an article: its main range, and further ranges where it continues elsewhere.

A page is a text, since it may be `S5` or `xii`. A range is written with a hyphen: `20-22`.
"""

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

from .cleaning import InvalidValue

DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")  # whatever is typed for a hyphen
PAGE = re.compile(r"\w[\w./]{0,19}")


def page_range(typed: str) -> str:
    """Return `20-22`, or `18` for one page; raises InvalidValue for anything else."""
    pages = DASHES.split(typed.strip())
    if len(pages) > 2 or not all(PAGE.fullmatch(page) for page in pages):
        raise InvalidValue(
            _("“%(value)s” is no page and no range of pages. Write 18 or 20-22."), value=typed
        )
    return "-".join(dict.fromkeys(pages))
