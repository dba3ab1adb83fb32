"""Texts that were made to be slow: the slowest of them, once each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from articles.imports.manuscript import Unreadable, read_manuscript
from articles.preflight import findings
from articles.records.full_text.article_text import article_text
from articles.records.record import Reference
from articles.search.public_search import search
from articles.search.suggestions import suggestions
from tests.bench.figures import Figure
from tests.bench.measuring import Site, cpu_ratio
from tests.factories import a_public_record
from tests.hostile import CITING, LONG, REPEATED

MOST = 12_000  # about five seconds; nearly all take some hundredths of a second


def figures() -> Iterator[Figure]:
    site = Site()
    yield slowest(site, "hostile_preflight", preflight_text, REPEATED)
    yield slowest(site, "hostile_manuscript", read_text, REPEATED)
    yield slowest(site, "hostile_full_text", show_full_text, [*REPEATED, *CITING])
    yield slowest(site, "hostile_search", search_text, LONG)


def slowest(site: Site, name: str, act: Callable[[str], object], texts: list[str]) -> Figure:
    ratios = [cpu_ratio(site, lambda text=text: act(text), rounds=1) for text in texts]
    return Figure(name, "hello_ratio", round(max(ratios)), MOST)


def preflight_text(text: str) -> None:
    reference = Reference(text=text[:20_000], romanized=text[:20_000])
    findings(a_public_record(body=f"<p>{text}</p>", references=(reference, reference)))


def read_text(text: str) -> None:
    with suppress(Unreadable):
        read_manuscript(f"Ключевые слова: мост\n\n{text}\n\nАннотация. Мосты.".encode(), "a")


def show_full_text(text: str) -> None:
    """The page's view of it: cleaned, its citations found, its links set."""
    record = a_public_record(
        body=text, references=(Reference(text="Автор А. Дала. – 2000.", romanized=text[:20_000]),)
    )
    article_text(record, "ru")


def search_text(text: str) -> None:
    search(text)
    suggestions(text)
