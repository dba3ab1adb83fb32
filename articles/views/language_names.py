"""Names of the three languages and what pages say about them, in the language of the page."""

from __future__ import annotations

from django.utils.translation import get_language, gettext, pgettext

from articles.records.languages import Language, known_language

NATIVE_NAMES: dict[Language, str] = {"kk": "Қазақша", "ru": "Русский", "en": "English"}
SHORT_NATIVE_NAMES: dict[Language, str] = {"kk": "Қаз", "ru": "Рус", "en": "Eng"}


def reader_language() -> Language:
    """The language of the page: one of the three, whatever a browser asked for."""
    return known_language(get_language())


def language_name(code: Language) -> str:
    """`Kazakh`, beside "Language of the text"."""
    return {
        "kk": pgettext("language of a text", "Kazakh"),
        "ru": pgettext("language of a text", "Russian"),
        "en": pgettext("language of a text", "English"),
    }[code]


def in_language(code: Language) -> str:
    """`In Kazakh`, above a title in that language."""
    return {
        "kk": gettext("In Kazakh"),
        "ru": gettext("In Russian"),
        "en": gettext("In English"),
    }[code]


def short_names() -> dict[Language, str]:
    """`қаз.`, in a list of articles."""
    return {
        "kk": pgettext("short", "Kaz."),
        "ru": pgettext("short", "Rus."),
        "en": pgettext("short", "Eng."),
    }


def no_title_notice(code: Language) -> str:
    return {
        "kk": gettext("no Kazakh title"),
        "ru": gettext("no Russian title"),
        "en": gettext("no English title"),
    }[code]


def no_translation_notice(code: Language) -> str:
    return {
        "kk": gettext("There is no Kazakh translation"),
        "ru": gettext("There is no Russian translation"),
        "en": gettext("There is no English translation"),
    }[code]
