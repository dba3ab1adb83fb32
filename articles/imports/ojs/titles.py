"""Titles with their prefixes and subtitles, as OJS shows them on the page of an article."""

from __future__ import annotations

from collections.abc import Iterator

from articles.imports.titles import with_subtitle
from articles.records.languages import Language, Text, tidy

from .elements import Element
from .locales import Locales
from .texts import has_markup, line
from .values import Remark


def full_titles(element: Element, language: Language, locales: Locales) -> Text:
    titles, prefixes, subtitles = (
        locales.texts(element.all(name), language, line) for name in ("title", "prefix", "subtitle")
    )
    return tidy(
        {
            code: full_title(title, prefixes.get(code, ""), subtitles.get(code, ""))
            for code, title in titles.items()
        }
    )


def markup_in_titles(element: Element, locales: Locales) -> Iterator[Remark]:
    """Titles into which tags or entities were typed, or into which OJS's editor wrote them."""
    for name in ("title", "prefix", "subtitle"):
        for each in element.all(name):
            if has_markup(each.text):
                language = locales.language(each.get("locale"))
                yield Remark(kind="markup", field=name, language=language, text=each.text)


def full_title(title: str, prefix: str, subtitle: str) -> str:
    """`On the steppe: first data`. OJS 3.4 and later export the prefix in the title as well."""
    begins_so = prefix and title.startswith(f"{prefix} ")
    whole = title if begins_so or not prefix else f"{prefix} {title}"
    return with_subtitle(whole, subtitle)
