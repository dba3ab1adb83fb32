"""Reading a manuscript in a process of its own: its answer and its limits."""

import pytest

from articles import limited_process
from articles.intake.manuscripts import reader_process

TEXT = "Дала өсімдіктері\n\nАңдатпа. Мақалада дала өсімдіктерінің түрлері сипатталады.\n"


def test_the_answer_has_the_lines_of_the_manuscript():
    answer = reader_process.read_file(TEXT.encode(), "a.txt")

    assert answer.refusal == {}
    assert [line.text for line in answer.manuscript.lines][:1] == ["Дала өсімдіктері"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("cut.pdf", b"%PDF-1.4 cut"),
        ("cut.docx", b"PK\x03\x04 cut"),
        ("a.docx", b"<html></html>"),
        ("--help", b""),
    ],
)
def test_a_bad_file_is_refused_in_every_language(name, content):
    answer = reader_process.read_file(content, name)

    assert answer.manuscript is None
    assert sorted(answer.refusal) == ["en", "kk", "ru"]
    assert all(answer.refusal.values())


def test_a_process_that_takes_too_much_memory_is_stopped(monkeypatch):
    monkeypatch.setattr(limited_process, "MEMORY_BYTES", 60 * 2**20)

    answer = reader_process.read_file(TEXT.encode(), "a.txt")

    assert answer.refusal["en"].startswith(
        "The file could not be read: it is damaged or too large."
    )


def test_a_process_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(reader_process, "SECONDS", 0)  # sooner than any process starts

    answer = reader_process.read_file(TEXT.encode(), "a.txt")

    assert answer.refusal["en"].startswith("Reading stopped after 0 seconds.")
