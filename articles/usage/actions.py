"""What a request of a reader means for an article, by sections 3.3 and 7.1 of COUNTER's Code 5.1.

An *investigation* is any use of an article: its page, its files. A *request* is the use of the
full text: a galley, or the page of an article whose full text is on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

import msgspec

from .access_log import Access
from .robots import is_robot

ARTICLE_PAGE = re.compile(r"/(?:kk|ru|en)/articles/([1-9]\d{0,17})/", re.ASCII)
ARTICLE_FILE = re.compile(
    r"(?:/(?:kk|ru|en))?/articles/([1-9]\d{0,17})/files/([1-9]\d{0,17})/[^/]+", re.ASCII
)
OFFICE_REFERRER = re.compile(r"https?://[^/]+/admin/")
COUNTED_STATUSES = (200, 304)
IMAGE = re.compile(r"\.(?:avif|gif|jpe?g|png|svg|webp)", re.IGNORECASE)


class Action(NamedTuple):
    """An investigation of an article."""

    article: int
    is_request: bool = False
    is_download: bool = False  # a request for a file, as readers understand “download”


class SiteItems(msgspec.Struct, frozen=True):
    """The articles that readers may use, and their files."""

    articles: frozenset[int]
    full_texts: frozenset[int] = frozenset()  # articles with the full text on their page
    galley_kinds: Mapping[int, str] = {}


def never(address: str) -> bool:
    return False


def is_counted(access: Access, is_office: Callable[[str], bool] = never) -> bool:
    """Whether the request is one of a reader who was given something.

    Never counted: HEAD, answers other than 200, 304 and the first part (206) of a file, robots,
    and the editors' own work: signed in, come from the admin, or from an address of the office.
    """
    is_answered = access.status in COUNTED_STATUSES or (
        access.status == 206 and access.first_byte == 0
    )
    return (
        access.method == "GET"
        and is_answered
        and not access.is_signed_in
        and not OFFICE_REFERRER.match(access.referrer)
        and not is_robot(access.agent)
        and not is_office(access.address)
    )


def article_of(path: str) -> int | None:
    """The article that the address belongs to; None for an address that is never counted."""
    match = ARTICLE_PAGE.fullmatch(path) or ARTICLE_FILE.fullmatch(path)
    return int(match[1]) if match else None


def action_of(path: str, items: SiteItems) -> Action | None:
    """Return what the address is used for; None unless it is a public article or a file of one."""
    if match := ARTICLE_PAGE.fullmatch(path):
        action = Action(int(match[1]), is_request=int(match[1]) in items.full_texts)
    elif match := ARTICLE_FILE.fullmatch(path):
        kind = items.galley_kinds.get(int(match[2])) or kind_by_name(path)
        if kind == "image":  # a part of the page that shows it
            return None
        is_text = kind != "supplement"
        action = Action(int(match[1]), is_request=is_text, is_download=is_text)
    else:
        return None
    return action if action.article in items.articles else None


def kind_by_name(path: str) -> str:
    """Return the kind of a file that the site no longer has."""
    return "image" if IMAGE.search(path[-6:]) else ""
