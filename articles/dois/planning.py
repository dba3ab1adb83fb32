"""The DOIs that articles would get, or why they cannot, before any is assigned."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from articles.editing import working_records
from articles.models import Article, Issue, RetiredDoi
from articles.queries.released_records import FactsLoader
from articles.records.cleaning import InvalidValue
from articles.records.identifiers.dois import doi_key
from articles.records.record import Record

from .clashes import DoiNotChanged, clash
from .patterns import doi_by_pattern


class PlannedDoi(msgspec.Struct, frozen=True):
    """The DOI that an article would get; or '' with the problem and what to do about it."""

    article: Article
    doi: str = ""
    problem: str = ""
    remedy: str = ""


def plan_issue_dois(issue: Issue) -> list[PlannedDoi]:
    """One for each article of the issue without a DOI, in the order in which they are minted.

    At most nine queries, however many articles.
    """
    articles = issue.articles.filter(doi__isnull=True).select_related("journal", "issue")
    return plan_dois(articles.order_by(F("position").asc(nulls_last=True), "pk"))


def plan_dois(articles: Iterable[Article]) -> list[PlannedDoi]:
    """Articles need their journal and issue. An earlier one comes first where DOIs clash."""
    by_key = {article.pk: article for article in articles}
    records = working_records(list(by_key), FactsLoader())
    plans = [_planned(by_key[record.id], record) for record in records if record.id]
    return _without_clashes(plans)


def refused(article: Article, error: Exception) -> PlannedDoi:
    """The article without a DOI, for this reason."""
    return PlannedDoi(article, problem=str(error), remedy=str(getattr(error, "remedy", "")))


def _planned(article: Article, record: Record) -> PlannedDoi:
    try:
        return PlannedDoi(article, doi=doi_by_pattern(record, article.journal.doi_pattern))
    except InvalidValue as error:
        return refused(article, error)


def _without_clashes(plans: list[PlannedDoi]) -> list[PlannedDoi]:
    """The same, but refused where another article has the DOI or comes first, or it is retired."""
    keys = {doi_key(planned.doi) for planned in plans if planned.doi}
    owners = _owners(keys)
    retired = set(RetiredDoi.objects.filter(key__in=keys).values_list("key", flat=True))
    checked = []
    for planned in plans:
        owner = owners.setdefault(doi_key(planned.doi), planned.article)
        checked.append(_checked(planned, owner, retired) if planned.doi else planned)
    return checked


def _owners(keys: set[str]) -> dict[str, Article]:
    """The articles that have these DOIs."""
    articles = Article.objects.alias(doi_key=Lower("doi")).filter(doi_key__in=keys)
    return {doi_key(article.doi or ""): article for article in articles.select_related("issue")}


def _checked(planned: PlannedDoi, owner: Article, retired: set[str]) -> PlannedDoi:
    if owner != planned.article:
        return refused(planned.article, clash(planned.article, owner, planned.doi))
    if doi_key(planned.doi) in retired:
        problem = _("The DOI %(doi)s was cancelled and cannot be used again.")
        remedy = _("Change the journal's DOI pattern, or enter another DOI by hand.")
        return refused(planned.article, DoiNotChanged(problem % {"doi": planned.doi}, remedy))
    return planned
