"""What is read from many manuscripts, whole ones and ones with a line changed, is what it was.

The golden file has a digest for each manuscript, so that a change of any value, of its lines or of
its sureness is noticed. `.venv/bin/python -m tests.imports.test_readings NAME` prints the reading.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from functools import partial

import pytest

from articles.imports.manuscript import read_manuscript
from tests.goldens import golden
from tests.imports.manuscript_files import as_markdown, as_text, as_word
from tests.imports.manuscript_layouts.layout import a_layout
from tests.imports.manuscript_layouts.writing import write_layout
from tests.imports.unseen import geography, history, law, medical, technical
from tests.imports.unseen.files import as_text as unseen_text
from tests.imports.unseen.files import as_word as unseen_word

Named = tuple[str, bytes]  # the name of the file, and its content


def in_text() -> Iterator[Named]:
    for seed in range(30):
        yield f"layout {seed}.txt", as_text(write_layout(a_layout(seed)))


def in_other_forms() -> Iterator[Named]:
    for seed in range(10):
        lines = write_layout(a_layout(seed))
        yield f"layout {seed}.md", as_markdown(lines)
        yield f"layout {seed}.docx", as_word(lines)
        yield f"layout {seed}, wrapped.txt", as_text(lines, 76)


def unseen() -> Iterator[Named]:
    for module in (geography, history, law, medical, technical):
        name = module.__name__.rpartition(".")[2]
        yield f"{name}.txt", unseen_text(module)
        yield f"{name}.docx", unseen_word(module)


def changed(seed: int) -> Iterator[Named]:
    """Each line in turn left out, run into the next, set behind it, in capitals, cut in two."""
    text = as_text(write_layout(a_layout(seed))).decode().split("\n")
    for at, line in enumerate(text):
        rest, after = text[at + 1 :], text[at + 1 : at + 2]
        variants = {
            "without": [*text[:at], *rest],
            "joined": [*text[:at], " ".join([line, *after]), *rest[1:]],
            "swapped": [*text[:at], *after, line, *rest[1:]],
            "capitals": [*text[:at], line.upper(), *rest],
            "cut": [*text[:at], line[: len(line) // 2], line[len(line) // 2 :], *rest],
        }
        for name, lines in variants.items() if line.strip() else ():
            if (at + len(name)) % 2:  # every other one is enough
                yield f"layout {seed}, line {at} {name}.txt", "\n".join(lines).encode()


MANUSCRIPTS = {
    "text": in_text,
    "forms": in_other_forms,
    "unseen": unseen,
    "changed-1": partial(changed, 1),
    "changed-4": partial(changed, 4),
    "changed-14": partial(changed, 14),
}


def reading_of(data: bytes, name: str) -> str:
    reading = read_manuscript(data, name).to_json()
    return json.dumps(reading, ensure_ascii=False, indent=1, sort_keys=True)


@pytest.mark.parametrize("group", MANUSCRIPTS)
def test_readings_are_what_they_were(group):
    digests = [
        f"{hashlib.sha256(reading_of(data, name).encode()).hexdigest()[:16]} {name}"
        for name, data in MANUSCRIPTS[group]()
    ]

    written = "\n".join([*digests, ""]).encode()
    assert written == golden(f"readings/{group}.txt", written)


if __name__ == "__main__":
    from tests.fuzz.worker import configure

    configure()
    for make in MANUSCRIPTS.values():
        for name, data in make():
            if name == sys.argv[1]:
                print(reading_of(data, name))
