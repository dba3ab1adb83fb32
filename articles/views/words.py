"""Words for the three languages themselves, in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext, pgettext

from articles.records.languages import LANGUAGES, Language

NAMES: dict[Language, str] = {"kk": "Қазақша", "ru": "Русский", "en": "English"}


def reader_language() -> Language:
    """The page's: one of the three, whatever a browser asked for."""
    active = (get_language() or "")[:2]
    return next((code for code in LANGUAGES if code == active), LANGUAGES[0])


def of_text(code: Language) -> str:
    """Beside "Language of the text"."""
    return {
        "kk": pgettext("language of a text", "Kazakh"),
        "ru": pgettext("language of a text", "Russian"),
        "en": pgettext("language of a text", "English"),
    }[code]


def before_title(code: Language) -> str:
    return {
        "kk": gettext("In Kazakh"),
        "ru": gettext("In Russian"),
        "en": gettext("In English"),
    }[code]


def short(codes: Iterable[Language]) -> str:
    """`қаз., рус.`: which languages, in a list of articles."""
    words: dict[Language, str] = {
        "kk": pgettext("short", "Kaz."),
        "ru": pgettext("short", "Rus."),
        "en": pgettext("short", "Eng."),
    }
    return ", ".join(words[code] for code in codes)


def no_title(code: Language) -> str:
    return {
        "kk": gettext("no Kazakh title"),
        "ru": gettext("no Russian title"),
        "en": gettext("no English title"),
    }[code]


def no_translation(code: Language) -> str:
    return {
        "kk": gettext("There is no Kazakh translation"),
        "ru": gettext("There is no Russian translation"),
        "en": gettext("There is no English translation"),
    }[code]


def pages_of(first: str, last: str) -> str:
    """`23–30-беттер`, `С. 23–30`, `pp. 23–30`; '' for none."""
    if not first:
        return ""
    if not last or last == first:
        return gettext("p. %(page)s") % {"page": first}
    return gettext("pp. %(first)s–%(last)s") % {"first": first, "last": last}


def size_of(size: int) -> str:
    """`412 КБ`, `6,2 МБ`."""
    if size < 10**6:
        return gettext("%(size)d kB") % {"size": max(1, round(size / 1000))}
    number = f"{size / 10**6:.1f}"
    if reader_language() != "en":
        number = number.replace(".", ",")
    return gettext("%(size)s MB") % {"size": number}


@lru_cache(maxsize=4_096)  # lists hold the same days and counts again and again
def day_of(day: date, form: str, reader: Language) -> SafeString:
    """A day as an element; `form` is one of Django's names, such as DATE_FORMAT."""
    return SafeString(f'<time datetime="{day.isoformat()}">{date_format(day, form)}</time>')


@lru_cache(maxsize=4_096)
def articles_counted(count: int, reader: Language) -> str:
    return ngettext("%(counter)s article", "%(counter)s articles", count) % {"counter": count}


@lru_cache(maxsize=4_096)
def issues_counted(count: int, reader: Language) -> str:
    return ngettext("%(counter)s issue", "%(counter)s issues", count) % {"counter": count}
