"""Addresses of OJS's pages and files, in every form that OJS gave them.

    /index.php/SLUG/article/view/12          /SLUG/en/article/download/12/34/56
    /ojs/index.php/SLUG/issue/view/3         /index.php?journal=SLUG&page=article&op=view&path[]=12
    /oai:ojs.example.org:article/12          /index.php/SLUG/rt/printerFriendly/12/0

The name of the journal and the locale may be missing, and the site may lie in a folder.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from .page_addresses import ARTICLE_TOOLS, CITATIONS, CITED, PAGES, JournalPage

FRONT = "index.php"
SITE = "index"  # the name of the site itself in the place of a journal's
MOST_PARTS = 14
LONGEST_PART = 255  # characters, as identifiers are stored
LOCALE = re.compile(r"[a-z]{2,3}(?:[_@-][A-Za-z@_-]{2,20})?")
OAI = re.compile(r"oai:[^:/]+:article/(\d{1,18})")  # the identifier of a record in OAI-PMH
PATH_FIELD = re.compile(r"path(?:\[\d{0,2}\])?")

Page = Literal["article", "issue", "feed", "oai", "home", "page"] | JournalPage
VIEWS: dict[tuple[str, str], Page] = {
    **dict.fromkeys(
        (
            ("article", operation)
            for operation in (
                "view",
                "viewArticle",
                "download",
                "cite",
                "viewFile",
                "viewDownloadInterstitial",
                "viewPDFInterstitial",
                "downloadSuppFile",
            )
        ),
        "article",
    ),
    **dict.fromkeys((("issue", name) for name in ("view", "download", "viewFile")), "issue"),
    ("issue", "archive"): "issues",
    ("issue", "current"): "current",
    ("gateway", "plugin"): "feed",
}
FEED = "WebFeedGatewayPlugin"


class OjsAddress(msgspec.Struct, frozen=True, kw_only=True):
    """What an address names: identifiers are those of the old site, or names in addresses."""

    page: Page
    slug: str = ""  # of the journal there; '' if the address does not name it
    locale: str = ""
    key: str = ""  # of the article or issue
    version: str = ""
    galley: str = ""
    file: str = ""
    operation: str = ""  # which of the pages about the journal


def read_address(path: str, query: Mapping[str, Sequence[str]]) -> OjsAddress | None:
    """The address as OJS understands it; None if it is not one of OJS."""
    if identifier := OAI.fullmatch(path.strip("/")):
        return OjsAddress(page="article", key=identifier[1])
    parts = [part for part in path.split("/") if part]
    has_front = FRONT in parts
    if has_front:
        parts = parts[parts.index(FRONT) + 1 :] or query_parts(query)
    if len(parts) > MOST_PARTS or any(len(part) > LONGEST_PART for part in parts):
        return None
    for place, (page, operation) in enumerate(pairwise([*parts, ""])):
        if view := VIEWS.get((page, operation)):
            return address_of(view, parts[:place], parts[place + 2 :])
    cited = next(iter(query.get(CITED, ())), "")
    for place, part in enumerate(parts):
        if part in PAGES or part in (*ARTICLE_TOOLS, CITATIONS):
            return page_address(part, parts[:place], parts[place + 1 :], cited)
    return journal_address(parts) if has_front else named_page(parts)


def query_parts(query: Mapping[str, Sequence[str]]) -> list[str]:
    """The parts of an address without a path, as of a server that gives OJS none."""
    given = [query.get(name, [""])[0] for name in ("journal", "page", "op")]
    path = [value for name in query if PATH_FIELD.fullmatch(name) for value in query[name]]
    return [part for value in (*given, *path) for part in value.split("/") if part]


def address_of(page: Page, before: list[str], after: list[str]) -> OjsAddress | None:
    slug, locale = journal_of(before)
    if page == "article":
        key, version, galley, file = article_parts(after)
    elif page == "issue":
        key, galley, *_rest = [*after, "", ""]
        version = file = ""
    else:
        is_other_feed = page == "feed" and after[:1] != [FEED]
        return None if is_other_feed else OjsAddress(page=page, slug=slug, locale=locale)
    if not key:
        return None
    return OjsAddress(
        page=page, slug=slug, locale=locale, key=key, version=version, galley=galley, file=file
    )


def page_address(name: str, before: list[str], after: list[str], cited: str) -> OjsAddress | None:
    """A page besides articles and issues, or a tool for an article: its key follows the tool."""
    if name in ARTICLE_TOOLS:
        return address_of("article", before, after[1:])
    if name == CITATIONS:
        return address_of("article", before, [cited])
    slug, locale = journal_of(before)
    return OjsAddress(page=PAGES[name], slug=slug, locale=locale, operation="".join(after[:1]))


def article_parts(parts: list[str]) -> tuple[str, str, str, str]:
    """`12/version/100/34/56`: article, version, galley, file."""
    key, *rest = parts or [""]
    version = ""
    if rest[:1] == ["version"]:
        version, rest = "".join(rest[1:2]), rest[2:]
    galley, file, *_more = [*rest, "", ""]
    return key, version, galley, file


def journal_of(before: list[str]) -> tuple[str, str]:
    """The journal's name and the locale. A single short part may be either: it is given as both."""
    before = [part for part in before if part != SITE]
    if not before:
        return "", ""
    last = before[-1]
    is_locale = bool(LOCALE.fullmatch(last))
    if not is_locale:
        return last, ""
    return (before[-2] if len(before) > 1 else last), last


def journal_address(parts: list[str]) -> OjsAddress | None:
    """The home page of a journal, its OAI-PMH interface, or a page that an editor made there."""
    page: Page = "home"
    if parts[-1:] == ["oai"]:
        page, parts = "oai", parts[:-1]
    elif parts[-1:] == [SITE]:
        parts = parts[:-1]
    if len(parts) > 1 and page == "home":
        return named_page(parts)
    slug, locale = journal_of(parts)
    return OjsAddress(page=page, slug=slug, locale=locale) if len(parts) < 3 else None


def named_page(parts: list[str]) -> OjsAddress | None:
    """A page below a journal by the name that an editor gave it, `SLUG/ethics`; or its home page.

    A short name may be a locale: it is given as that.
    """
    if len(parts) == 1:
        return OjsAddress(page="home", slug=parts[0])
    if len(parts) not in (2, 3):
        return None
    if len(parts) == 2 and LOCALE.fullmatch(parts[1]):
        return OjsAddress(page="home", slug=parts[0], locale=parts[1])
    slug, locale = journal_of(parts[:-1])
    return OjsAddress(page="page", slug=slug, locale=locale, operation=parts[-1])
