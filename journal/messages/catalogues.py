"""The catalogues in journal/locale, brought up to the messages that the code uses.

An entry with the comment "Django" corrects a text of Django itself; it stays although no file of
ours uses it.
"""

import re
from pathlib import Path

import polib

from .extraction import ROOT, Message

LOCALE = ROOT / "journal" / "locale"
CORRECTS_DJANGO = "Django"  # in an entry's comment
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
PLURAL_FORMS = {
    "kk": "nplurals=2; plural=(n != 1);",
    "ru": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
        "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    ),
}
# djangojs has the texts of the admin's scripts; only Django's Kazakh ones need correcting.
CATALOGUES = (("kk", "django"), ("ru", "django"), ("kk", "djangojs"))


def updated_catalogue(
    path: Path, language: str, messages: dict[Message, list[str]]
) -> polib.POFile:
    """The catalogue with an entry for each message, translated as the file at `path` has it.

    Entries that no message uses are dropped, except corrections of Django's texts. `messages` gives
    the files that use each message.
    """
    old = polib.pofile(str(path)) if path.exists() else polib.POFile()
    old_entries = {entry_key(entry): entry for entry in old}
    entries = {
        (message.text, message.context): new_entry(
            message, files, old_entries.get((message.text, message.context)), language
        )
        for message, files in messages.items()
    }
    corrections = {
        key: entry
        for key, entry in old_entries.items()
        if key not in entries and CORRECTS_DJANGO in entry.comment
    }
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_FORMS[language],
    }
    catalogue.extend(entry for _key, entry in sorted({**entries, **corrections}.items()))
    return catalogue


def entry_key(entry: polib.POEntry) -> tuple[str, str]:
    return entry.msgid, entry.msgctxt or ""


def new_entry(
    message: Message, files: list[str], old: polib.POEntry | None, language: str
) -> polib.POEntry:
    """An entry for the message, with the translation and comment of the old one."""
    has_format = re.search(r"%\(\w+\)|%[sd]", message.text + message.plural)
    entry = polib.POEntry(
        msgid=message.text,
        msgctxt=message.context or None,
        occurrences=[(name, "") for name in files],
        flags=["python-format"] if has_format else [],
        comment=old.comment if old else "",
    )
    if message.plural:
        form_count = int(PLURAL_FORMS[language][len("nplurals=")])
        translated = old.msgstr_plural if old else {}
        entry.msgid_plural = message.plural
        entry.msgstr_plural = {form: translated.get(form, "") for form in range(form_count)}
    else:
        entry.msgstr = old.msgstr if old else ""
    return entry


def is_untranslated(entry: polib.POEntry) -> bool:
    texts = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
    return entry.fuzzy or not all(texts)
