"""Texts that were made to be slow: the worst of them, given once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from .measuring import cpu, measure

MOST = 5_000  # milliseconds; most take some hundredths of a second


def measures() -> Iterator[dict]:
    from tests.hostile import LONG, REPEATED

    yield worst("hostile_preflight", checked, REPEATED)
    yield worst("hostile_manuscript", read, REPEATED)
    yield worst("hostile_search", asked, LONG)


def worst(name: str, act: Callable[[str], object], texts: list[str]) -> dict:
    return measure(name, "cpu_ms", max(cpu(lambda one=one: act(one), 1) for one in texts), MOST)


def checked(text: str) -> None:
    from articles.preflight import findings
    from articles.records.record import Reference
    from tests.factories import a_public_record

    reference = Reference(text=text[:20_000], romanized=text[:20_000])
    findings(a_public_record(body=f"<p>{text}</p>", references=(reference, reference)))


def read(text: str) -> None:
    from articles.imports.manuscript import Unreadable, read_manuscript

    with suppress(Unreadable):
        read_manuscript(f"Ключевые слова: мост\n\n{text}\n\nАннотация. Мосты.".encode(), "a")


def asked(text: str) -> None:
    from articles.search.query import search
    from articles.search.suggesting import suggestions

    search(text)
    suggestions(text)
