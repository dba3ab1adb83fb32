"""Short labels with numbers: pages, file sizes, counts of articles and issues."""

from __future__ import annotations

from django.utils.translation import gettext, ngettext

from .language_names import reader_language


def page_range(pages: str) -> str:
    """`23–30-беттер`, `С. 12–15, 18`, `p. 23` for pages as a list; '' for none."""
    if not pages:
        return ""
    if "–" in pages or "," in pages:
        return gettext("pp. %(pages)s") % {"pages": pages}
    return gettext("p. %(page)s") % {"page": pages}


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
