"""The words that say what became of an article, and how an article and a notice are related."""

from __future__ import annotations

import re

import msgspec

from .languages import LANGUAGES, Language
from .markup import plain
from .record import Record, RelationKind

Words = dict[Language, str]

STATUS_WORDS: dict[str, Words] = {
    "retracted": {"kk": "Кері қайтарылды", "ru": "Ретрагирована", "en": "Retracted"},
    "withdrawn": {"kk": "Жариялаудан алынды", "ru": "Снята с публикации", "en": "Withdrawn"},
}
# Before the address of the other article. Translations are not notices.
NOTICE_WORDS: dict[RelationKind, Words] = {
    "retracted_by": STATUS_WORDS["retracted"],
    "corrected_by": {"kk": "Түзетілді", "ru": "Исправлена", "en": "Corrected"},
    "concern_expressed_by": {
        "kk": "Күмән білдірілді",
        "ru": "Выражена обеспокоенность",
        "en": "Expression of concern",
    },
    "retracts": {
        "kk": "Мына мақаланы кері қайтару туралы хабарлама",
        "ru": "Уведомление о ретракции статьи",
        "en": "Retraction of",
    },
    "corrects": {
        "kk": "Мына мақаланы түзету туралы хабарлама",
        "ru": "Уведомление об исправлении статьи",
        "en": "Correction of",
    },
    "expresses_concern": {
        "kk": "Мына мақалаға күмән білдіру туралы хабарлама",
        "ru": "Уведомление с выражением обеспокоенности по поводу статьи",
        "en": "Expression of concern about",
    },
}


def status_word(record: Record, language: Language) -> str:
    """Return `Retracted` or `Withdrawn` in a language; '' for any other article."""
    return STATUS_WORDS.get(record.status, {}).get(language, "")


def with_marked_title(record: Record) -> Record:
    """Return a retracted or withdrawn article with `RETRACTED: ` before each of its titles.

    NISO RP-45-2024 (CREC) asks for it in the metadata, since many receivers read the title alone.
    """
    if record.status not in STATUS_WORDS:
        return record
    title = {
        code: _marked(value, status_word(record, code)) for code, value in record.title.items()
    }
    return msgspec.structs.replace(record, title=title)


def _marked(title: str, word: str) -> str:
    """The title with its mark; unchanged if it is empty or an editor has typed the mark."""
    start = plain(title).strip().casefold()
    if not start or start.startswith(tuple(_all_words())):
        return title
    return f"{word.upper()}: {title}"


def without_mark(title: str) -> str:
    """Return a title without the mark of a retracted or withdrawn article, as others print it."""
    return PRINTED_MARK.sub("", title, count=1)


def _all_words() -> list[str]:
    return [words[code].casefold() for words in STATUS_WORDS.values() for code in LANGUAGES]


# `RETRACTED: `, and `RETRACTED ARTICLE: ` as some publishers print it.
PRINTED_MARK = re.compile(
    rf"^\s*(?:{'|'.join(map(re.escape, _all_words()))})(?: article)?:\s+(?=\S)", re.IGNORECASE
)
