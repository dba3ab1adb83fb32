"""`make messages`: catalogues from the code, compiled; with --check says what is not translated.

An entry with the comment "Django" mends a text of Django itself, and stays though no file of ours
asks for it. Compiled catalogues are committed, so that a site needs no tools.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import polib

from journal.extraction import ROOT, Message, messages

LOCALE = ROOT / "journal" / "locale"
FOREIGN = "Django"
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")
PLURAL_FORMS = {
    "kk": "nplurals=2; plural=(n != 1);",
    "ru": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
        "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    ),
}
# Of the admin's scripts (djangojs) only Django's Kazakh needs mending.
CATALOGUES = (("kk", "django"), ("ru", "django"), ("kk", "djangojs"))


def main(check: bool) -> None:
    problems = []
    for language, name in CATALOGUES:
        path = LOCALE / language / "LC_MESSAGES" / f"{name}.po"
        catalogue = updated(path, language, messages() if name == "django" else {})
        if check:
            problems += [f"{language}: {line}" for line in faults(catalogue, path)]
        else:
            catalogue.save(str(path))
            path.with_suffix(".mo").write_bytes(catalogue.to_binary())
            missing = len(list(filter(is_wanting, catalogue)))
            print(f"{language} {name}: {len(catalogue)} messages, {missing} not translated")
    if problems:
        sys.exit("\n".join([*problems, f"{len(problems)} faults in the catalogues"]))


def updated(path: Path, language: str, found: dict[Message, list[str]]) -> polib.POFile:
    old = polib.pofile(str(path)) if path.exists() else polib.POFile()
    known = {(entry.msgid, entry.msgctxt or ""): entry for entry in old}
    wanted = [
        entry_of(message, files, known.get((message.text, message.context)), language)
        for message, files in found.items()
    ]
    asked = {(entry.msgid, entry.msgctxt or "") for entry in wanted}
    kept = [entry for key, entry in known.items() if key not in asked and FOREIGN in entry.comment]
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURAL_FORMS[language],
    }
    catalogue.extend(sorted([*wanted, *kept], key=lambda entry: (entry.msgid, entry.msgctxt or "")))
    return catalogue


def entry_of(
    message: Message, files: list[str], old: polib.POEntry | None, language: str
) -> polib.POEntry:
    formatted = re.search(r"%\(\w+\)|%[sd]", message.text + message.plural)
    entry = polib.POEntry(
        msgid=message.text,
        msgctxt=message.context or None,
        occurrences=[(name, "") for name in files],
        flags=["python-format"] if formatted else [],
        comment=old.comment if old else "",
    )
    if message.plural:
        count = int(PLURAL_FORMS[language][len("nplurals=")])
        translated = old.msgstr_plural if old else {}
        entry.msgid_plural = message.plural
        entry.msgstr_plural = {form: translated.get(form, "") for form in range(count)}
    else:
        entry.msgstr = old.msgstr if old else ""
    return entry


def faults(catalogue: polib.POFile, path: Path) -> Iterator[str]:
    for entry in catalogue:
        if is_wanting(entry):
            yield f"not translated: {entry.msgid!r}"
        elif differs_in_placeholders(entry):
            yield f"other placeholders than the original's: {entry.msgid!r}"
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != catalogue.to_binary():
        yield "the compiled catalogue is not of these messages: run make messages"


def is_wanting(entry: polib.POEntry) -> bool:
    texts = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
    return entry.fuzzy or not all(texts)


def differs_in_placeholders(entry: polib.POEntry) -> bool:
    """A plural form may leave the number out; none may invent a placeholder."""
    wanted = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
    if entry.msgid_plural:
        found = set(PLACEHOLDER.findall("".join(entry.msgstr_plural.values())))
        return not found <= wanted
    return set(PLACEHOLDER.findall(entry.msgstr)) != wanted


if __name__ == "__main__":
    main(check="--check" in sys.argv[1:])
