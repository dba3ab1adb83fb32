"""What is known of people or organisations, side by side: articles, co-authors, organisations.

Seven queries, for any number of rows: rows, merged rows, bylines, articles, all bylines and
affiliations of these articles, keywords.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from django.db.models import Count
from django.db.models.functions import Coalesce

from articles.models import Article, ArticleAffiliation, Authorship, Keyword
from articles.records.languages import LANGUAGES
from articles.search.folding import typed

from .kinds import PEOPLE, Kind
from .names import plain_name
from .refusals import roots_of_members

KEYWORDS = 6  # the most frequent are shown
Labels = dict[str, str]  # by what is compared, what is shown


class Facts(msgspec.Struct):
    """One row; the mappings have what is compared, such as plain letters, with what is printed."""

    row: Any
    articles: list[Article]  # the newest first
    identifiers: Labels  # its ORCID or ROR, and those that articles print
    people: Labels  # co-authors, or the authors of an organisation
    organisations: Labels  # as printed with this author or with this link
    emails: Labels
    keywords: Labels


def load_facts(kind: Kind, keys: Iterable[int]) -> dict[int, Facts]:
    """By key, what is known of each row that exists, with all that is merged into it."""
    rows = kind.rows.objects.select_related("merged_into").in_bulk(list(keys))
    roots = roots_of_members(kind, rows)
    links = kind.printed.objects.filter(**{f"{kind.link}__in": roots}).order_by("pk")
    printed: dict[int, list[Any]] = defaultdict(list)
    for line in links:
        printed[roots.get(getattr(line, f"{kind.link}_id"), 0)].append(line)
    around = Surroundings({line.article_id for lines in printed.values() for line in lines})
    return {pk: facts_of(kind, row, printed[pk], around) for pk, row in rows.items()}


class Surroundings:
    """The articles of some bylines, with their authors, affiliations and keywords: four queries."""

    def __init__(self, articles: set[int]) -> None:
        self.articles = Article.objects.select_related("journal").in_bulk(articles)
        self.authors: dict[int, list[Authorship]] = by_article(Authorship, articles)
        self.affiliations: dict[int, list[ArticleAffiliation]] = by_article(
            ArticleAffiliation, articles
        )
        self.keywords: dict[int, list[Keyword]] = by_article(Keyword, articles)

    def affiliations_of(self, author: Authorship) -> Iterator[ArticleAffiliation]:
        for affiliation in self.affiliations[author.article_id]:
            if affiliation.order in author.marks:
                yield affiliation

    def authors_of(self, affiliation: ArticleAffiliation) -> Iterator[Authorship]:
        for author in self.authors[affiliation.article_id]:
            if affiliation.order in author.marks:
                yield author


def by_article(table: Any, articles: set[int]) -> dict[int, list[Any]]:
    rows: dict[int, list[Any]] = defaultdict(list)
    for row in table.objects.filter(article__in=articles).order_by("pk"):
        rows[row.article_id].append(row)
    return rows


def facts_of(kind: Kind, row: Any, printed: list[Any], around: Surroundings) -> Facts:
    keys = dict.fromkeys(line.article_id for line in printed)
    articles = [around.articles[key] for key in keys]
    own_identifier = getattr(row, kind.identifier)
    codes = [own_identifier, *(getattr(line, kind.identifier) for line in printed)]
    if kind is PEOPLE:
        others = [
            author
            for line in printed
            for author in around.authors[line.article_id]
            if author.pk != line.pk
        ]
        organisations = [one for line in printed for one in around.affiliations_of(line)]
        emails = [line.email for line in printed]
    else:
        others = [author for line in printed for author in around.authors_of(line)]
        organisations, emails = printed, []
    return Facts(
        row=row,
        articles=sorted(articles, key=date_order, reverse=True),
        identifiers={code: code for code in codes if code},
        people=dict(filter(None, map(person_label, others))),
        organisations=dict(filter(None, map(organisation_label, organisations))),
        emails={email.lower(): email for email in emails if email},
        keywords=frequent_keywords(word for key in keys for word in around.keywords[key]),
    )


def date_order(article: Article) -> tuple[str, int]:
    return str(article.published_on or ""), article.pk


def person_label(author: Authorship) -> tuple[str, str] | None:
    """The name in plain letters with an initial, and as printed."""
    for code in LANGUAGES:
        parts = [getattr(author, f"{part}_{code}") or "" for part in PEOPLE.name_parts]
        if name := plain_name(*parts[:3]):
            return f"{name.family} {name.given[:1]}", " ".join(filter(None, parts[:2]))
    return None


def organisation_label(affiliation: ArticleAffiliation) -> tuple[str, str] | None:
    """Its name in the first language that has one: in plain letters, and as printed."""
    for code in LANGUAGES:
        if name := getattr(affiliation, f"name_{code}"):
            return typed(name), name
    return None


def frequent_keywords(keywords: Iterable[Keyword]) -> Labels:
    counted = Counter(keyword.term.lower() for keyword in keywords)
    return {term: term for term, _count in counted.most_common(KEYWORDS)}


def shared(facts: Facts, others: Iterable[Facts], name: str) -> set[str]:
    """What the row has in common with any of the others, in one of the mappings."""
    own: Mapping[str, str] = getattr(facts, name)
    return {key for other in others for key in getattr(other, name) if key in own}


def article_counts(kind: Kind, keys: Iterable[int]) -> dict[int, int]:
    """By key, the number of articles, published or not; two queries."""
    roots = roots_of_members(kind, keys)
    rows = kind.printed.objects.filter(**{f"{kind.link}__in": roots}).order_by()
    counted = rows.annotate(root=Coalesce(f"{kind.link}__merged_into", kind.link)).values("root")
    return dict(
        counted.annotate(count=Count("article", distinct=True)).values_list("root", "count")
    )
