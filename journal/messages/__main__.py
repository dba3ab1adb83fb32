"""`make messages`: brings the catalogues up to the code and compiles them.

With --check it changes nothing and lists what is wrong; the exit status is then 1.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import polib

from .catalogues import CATALOGUES, LOCALE, PLACEHOLDER, is_untranslated, updated_catalogue
from .extraction import find_messages


def main(check: bool) -> None:
    problems = []
    for language, name in CATALOGUES:
        path = LOCALE / language / "LC_MESSAGES" / f"{name}.po"
        messages = find_messages() if name == "django" else {}
        catalogue = updated_catalogue(path, language, messages)
        if check:
            problems += [f"{language}: {fault}" for fault in faults(catalogue, path)]
        else:
            catalogue.save(str(path))
            path.with_suffix(".mo").write_bytes(catalogue.to_binary())
            untranslated = len(list(filter(is_untranslated, catalogue)))
            print(f"{language} {name}: {len(catalogue)} messages, {untranslated} not translated")
    if problems:
        sys.exit("\n".join([*problems, f"{len(problems)} faults in the catalogues"]))


def faults(catalogue: polib.POFile, path: Path) -> Iterator[str]:
    """Missing translations, wrong placeholders, and a compiled catalogue that is out of date."""
    for entry in catalogue:
        if is_untranslated(entry):
            yield f"not translated: {entry.msgid!r}"
        elif differs_in_placeholders(entry):
            yield f"other placeholders than the original's: {entry.msgid!r}"
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != catalogue.to_binary():
        yield "the compiled catalogue is not of these messages: run make messages"


def differs_in_placeholders(entry: polib.POEntry) -> bool:
    """A plural form may leave a placeholder out; none may invent one."""
    expected = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
    if entry.msgid_plural:
        return not set(PLACEHOLDER.findall("".join(entry.msgstr_plural.values()))) <= expected
    return set(PLACEHOLDER.findall(entry.msgstr)) != expected


if __name__ == "__main__":
    main(check="--check" in sys.argv[1:])
