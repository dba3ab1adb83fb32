"""Old addresses from a CSV file: two columns, the old path and where it leads."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from articles.models import Article, EarlierAddress
from articles.records import identifiers
from articles.records.cleaning import InvalidValue, clean_line

MOST_ROWS = 50_000
LONGEST = 500


class BadRow(InvalidValue):
    """A line that cannot be taken; nothing of the file was."""


def read_addresses(content: bytes) -> list[EarlierAddress]:
    """Rows not saved yet. The target is a DOI of this site, the number of an article, or an
    address; raises BadRow with the line's number."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadRow(_("The file is not UTF-8; save it as CSV UTF-8.")) from error
    divider = ";" if text.partition("\n")[0].count(";") else ","
    lines = list(csv.reader(io.StringIO(text), delimiter=divider))
    if len(lines) > MOST_ROWS:
        raise BadRow(_("The file has more than %(most)d lines; divide it."), most=MOST_ROWS)
    rows = dict(_rows(lines))
    return list(rows.values())


def _rows(lines: list[list[str]]) -> Iterator[tuple[str, EarlierAddress]]:
    for number, line in enumerate(lines, 1):
        if not any(cell.strip() for cell in line):
            continue
        try:
            row = _row(line)
        except InvalidValue as error:
            raise BadRow(
                _("Line %(number)d: %(reason)s"), number=number, reason=str(error)
            ) from error
        yield row.path, row


def _row(line: list[str]) -> EarlierAddress:
    if len(line) != 2:
        raise BadRow(_("two columns are needed: the old path and where it leads."))
    old, target = (clean_line(cell) for cell in line)
    parts = urlsplit(old)
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    if not path.startswith("/") or len(path) > LONGEST:
        raise BadRow(_("“%(path)s” is no path; it begins with /."), path=old[:80])
    return _leading(path, target)


def _leading(path: str, target: str) -> EarlierAddress:
    if target.isascii() and target.isdigit():
        article = Article.objects.filter(pk=int(target[:18])).first()
    elif identifiers.is_doi(target) or "doi.org/" in target:
        article = Article.objects.with_doi(identifiers.doi(target)).first()
    elif target.startswith(("/", "https://", "http://")) and len(target) <= LONGEST:
        return EarlierAddress(path=path, target=target)
    else:
        raise BadRow(_("“%(target)s” is no DOI, number or address."), target=target[:80])
    if article is None:
        raise BadRow(_("there is no article “%(target)s” here."), target=target[:80])
    return EarlierAddress(path=path, article=article)


def save_addresses(rows: list[EarlierAddress]) -> None:
    """All in one statement; an address that stands leads where the file says."""
    EarlierAddress.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["path"],
        update_fields=["target", "article"],
        batch_size=1000,
    )
