"""What has changed since a deposit: nothing, the format alone, or the content.

A new version of the program may write the same article differently. Such a change of the format
never makes a deposit due, so content is compared with content: the record that was kept with the
deposit is written again, by the present writer.
"""

from __future__ import annotations

from enum import Enum

from articles.models import Article, DepositRecord
from articles.records.record import Record

from .deposit_bodies import body_of_content, content_of, current_deposit_body


class Change(Enum):
    NOTHING = "nothing"
    FORMAT = "format"
    CONTENT = "content"


def change_since(last: DepositRecord, article: Article, record: Record) -> Change:
    """Compares a deposit with `record`, which is the article's released one, with facts."""
    body = current_deposit_body(record)
    if body == last.body:
        return Change.NOTHING
    if last.content:
        has_same_content = is_same_content(last.content, record, body)
    else:
        has_same_content = is_older(article, last)
    return Change.FORMAT if has_same_content else Change.CONTENT


def is_same_content(content: str, record: Record, body: str) -> bool:
    """Whether Crossref would learn nothing new: what it is not told may differ."""
    if content == content_of(record):
        return True
    return bool(body) and body_of_content(content) == body


def is_older(article: Article, last: DepositRecord) -> bool:
    """Whether nothing public has changed since a deposit of which no content was kept."""
    return article.changed_at is not None and article.changed_at <= last.deposit.created_at
