"""What an address of an earlier site stands for: one query, whatever the address."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import BigIntegerField, F, Q, QuerySet, Value

from articles.imports.ojs.addresses import OjsAddress
from articles.models import EarlierAddress, EarlierItem, EarlierSite

Kind = EarlierItem.Kind
TYPED = "address"  # entered or uploaded by an editor
SITE = "site"
NOTHING = Value(None, output_field=BigIntegerField())


class EarlierMatch(NamedTuple):
    """A row that an address names. `kind` is a kind of EarlierItem, TYPED or SITE."""

    kind: str
    key: str = ""
    version: str = ""
    target: str = ""  # an address elsewhere
    file_name: str = ""
    article_id: int | None = None
    issue_id: int | None = None
    galley_id: int | None = None
    item_id: int | None = None
    site_id: int | None = None
    site_slug: str = ""
    journal: str = ""  # its slug here


def earlier_matches(paths: list[str], address: OjsAddress | None) -> list[EarlierMatch]:
    """The addresses that editors typed for these paths, and the items that `address` names."""
    typed = EarlierAddress.objects.filter(path__in=paths)
    rows = columns(
        typed, kind=Value(TYPED), key=F("path"), target=F("target"), article=F("article")
    )
    if address:
        rows = rows.union(matching_rows(address), all=True)
    return [EarlierMatch(*row) for row in rows]


def matching_rows(address: OjsAddress) -> QuerySet[Any, tuple[Any, ...]]:
    if address.page == "article":
        return item_rows(article_items(address), address)
    if address.page == "issue":
        return item_rows(issue_items(address), address)
    sites = EarlierSite.objects.filter(slug_filter(address, ""))
    return columns(
        sites, kind=Value(SITE), site=F("pk"), site_slug=F("slug"), journal=F("journal__slug")
    )


def article_items(address: OjsAddress) -> QuerySet[EarlierItem]:
    """The article, and of its version, galley and file those that the address names."""
    named = Q(
        article__earlier_items__site=F("site"),
        article__earlier_items__kind__in=(Kind.ARTICLE, Kind.ARTICLE_NAME),
        article__earlier_items__within="",
        article__earlier_items__version="",
        article__earlier_items__key=address.key,
    )
    parts = (
        Q(kind=Kind.ARTICLE)
        | Q(kind=Kind.VERSION, key=address.version)
        | Q(kind__in=(Kind.GALLEY, Kind.GALLEY_NAME), key=address.galley)
        | Q(kind=Kind.FILE, key=address.file)
    )
    return EarlierItem.objects.filter(named & parts)


def issue_items(address: OjsAddress) -> QuerySet[EarlierItem]:
    named = Q(
        issue__earlier_items__site=F("site"),
        issue__earlier_items__kind__in=(Kind.ISSUE, Kind.ISSUE_NAME),
        issue__earlier_items__within="",
        issue__earlier_items__version="",
        issue__earlier_items__key=address.key,
    )
    parts = Q(kind=Kind.ISSUE) | Q(kind=Kind.ISSUE_GALLEY, key=address.galley)
    return EarlierItem.objects.filter(named & parts)


def item_rows(items: QuerySet[EarlierItem], address: OjsAddress) -> QuerySet[Any, tuple[Any, ...]]:
    return columns(
        items.filter(slug_filter(address, "site__")),
        kind=F("kind"),
        key=F("key"),
        version=F("version"),
        target=F("address"),
        file_name=F("file_name"),
        article=F("article"),
        issue=F("issue"),
        galley=F("galley"),
        item=F("pk"),
        site=F("site"),
        site_slug=F("site__slug"),
        journal=F("site__journal__slug"),
    )


def slug_filter(address: OjsAddress, prefix: str) -> Q:
    """No filter where the address may not name the journal: it has none, or it may be a locale."""
    if address.slug in ("", address.locale):
        return Q()
    return Q(**{f"{prefix}slug__iexact": address.slug})


def columns(rows: QuerySet[Any], **values: Any) -> QuerySet[Any, tuple[Any, ...]]:
    """The columns of EarlierMatch in order, the missing ones empty."""
    texts = ("kind", "key", "version", "target", "file_name")
    numbers = ("article", "issue", "galley", "item", "site")
    empty = dict.fromkeys(texts, Value("")) | dict.fromkeys(numbers, NOTHING)
    chosen = {**empty, "site_slug": Value(""), "journal": Value(""), **values}
    return rows.values_list(*chosen.values())
