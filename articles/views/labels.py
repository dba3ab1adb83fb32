"""Short labels with numbers: pages, file sizes, counts of articles and issues."""

from __future__ import annotations

from django.utils.translation import gettext, ngettext

from .language_names import reader_language


def page_range(first: str, last: str) -> str:
    """`23–30-беттер`, `С. 23–30`, `pp. 23–30`; '' for no first page."""
    if not first:
        return ""
    if not last or last == first:
        return gettext("p. %(page)s") % {"page": first}
    return gettext("pp. %(first)s–%(last)s") % {"first": first, "last": last}


def file_size(size: int) -> str:
    """`412 КБ`, `6,2 МБ` for a size in bytes."""
    if size < 10**6:
        return gettext("%(size)d kB") % {"size": max(1, round(size / 1000))}
    number = f"{size / 10**6:.1f}"
    if reader_language() != "en":
        number = number.replace(".", ",")
    return gettext("%(size)s MB") % {"size": number}


def article_count(count: int) -> str:
    """`5 мақала`."""
    return ngettext("%(counter)s article", "%(counter)s articles", count) % {"counter": count}


def issue_count(count: int) -> str:
    """`2 нөмір`."""
    return ngettext("%(counter)s issue", "%(counter)s issues", count) % {"counter": count}
