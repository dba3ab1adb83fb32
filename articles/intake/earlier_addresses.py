"""Addresses of an earlier site from a CSV file: the old path, and what it redirects to."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from articles.models import Article, EarlierAddress
from articles.records import identifiers
from articles.records.cleaning import InvalidValue, clean_line

MAX_ROWS = 50_000
MAX_LENGTH = 500  # of an address


class BadRow(InvalidValue):
    """A line that is not valid; nothing of the file is saved."""


def read_addresses(content: bytes) -> list[EarlierAddress]:
    """Unsaved rows. A target is the DOI or the number of an article here, or an address.

    Of several lines with one path the last counts. Raises BadRow with the number of the line.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadRow(_("The file is not UTF-8. Save it as CSV UTF-8.")) from error
    divider = ";" if text.partition("\n")[0].count(";") else ","
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=divider)
    try:
        first = list(islice(lines, MAX_ROWS + 1))
    except csv.Error as error:
        raise BadRow(
            _("Line %(number)d: the quotation marks do not match. Save the file as CSV again."),
            number=lines.line_num,
        ) from error
    if len(first) > MAX_ROWS:
        raise BadRow(_("The file has more than %(most)d lines. Split it."), most=MAX_ROWS)
    return list(dict(_read_lines(first)).values())


def _read_lines(lines: list[list[str]]) -> Iterator[tuple[str, EarlierAddress]]:
    for number, line in enumerate(lines, 1):
        if not any(cell.strip() for cell in line):
            continue
        try:
            row = _read_line(line)
        except InvalidValue as error:
            raise BadRow(
                _("Line %(number)d: %(reason)s"), number=number, reason=str(error)
            ) from error
        yield row.path, row


def _read_line(line: list[str]) -> EarlierAddress:
    if len(line) != 2:
        raise BadRow(_("two columns are needed: the old path and its target."))
    address, target = (clean_line(cell) for cell in line)
    path = _path_of(address)
    if not path.startswith("/") or len(path) > MAX_LENGTH:
        raise BadRow(_("“%(path)s” is not a path: a path begins with /."), path=address[:80])
    return _with_target(path, target)


def _path_of(address: str) -> str:
    """The path and the query of an address; '' if it is none, as `http://[x`."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _with_target(path: str, target: str) -> EarlierAddress:
    if target.isascii() and target.isdigit():
        article = Article.objects.filter(pk=int(target[:18])).first()
    elif identifiers.is_doi(target) or "doi.org/" in target:
        article = Article.objects.with_doi(identifiers.doi(target)).first()
    elif target.startswith(("/", "https://", "http://")) and len(target) <= MAX_LENGTH:
        return EarlierAddress(path=path, target=target)
    else:
        raise BadRow(_("“%(target)s” is not a DOI, a number or an address."), target=target[:80])
    if article is None:
        raise BadRow(_("article not found: “%(target)s”."), target=target[:80])
    return EarlierAddress(path=path, article=article)


def save_addresses(rows: list[EarlierAddress]) -> None:
    """Saves all in one statement; the target of an existing address is replaced."""
    EarlierAddress.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["path"],
        update_fields=["target", "article"],
        batch_size=1000,
    )
