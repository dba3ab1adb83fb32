"""Clipboards as word processors fill them (`text/html`); the content is invented."""

from pathlib import Path

FILES = Path(__file__).parent / "files"


def clipboard(name):
    return (FILES / f"{name}.txt").read_text()


def word(fragment):
    """The clipboard of Word 365 for Windows with this fragment."""
    return clipboard("word-empty").replace("FRAGMENT", fragment)
