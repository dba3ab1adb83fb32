"""The public articles and the files that logs name: fetched when they come up, and remembered."""

from __future__ import annotations

from collections.abc import Collection

from articles.models import Article, Galley, Listing
from articles.usage.actions import SiteItems

# In the stored JSON a quotation mark inside a text is escaped: this is the key and nothing else.
HAS_FULL_TEXT = '"body":"'


class SiteItemsLoader:
    """Three queries for articles that did not come up before, none for the others."""

    def __init__(self) -> None:
        self.asked: set[int] = set()
        self.articles: set[int] = set()
        self.full_texts: set[int] = set()
        self.galley_kinds: dict[int, str] = {}

    def items(self, article_ids: Collection[int]) -> SiteItems:
        if new := set(article_ids) - self.asked:
            self.asked |= new
            self.fetch(new)
        return SiteItems(
            articles=frozenset(self.articles & set(article_ids)),
            full_texts=frozenset(self.full_texts & set(article_ids)),
            galley_kinds=self.galley_kinds,
        )

    def fetch(self, new: set[int]) -> None:
        readable = Listing.objects.readable().filter(article__in=new)
        self.articles |= set(readable.values_list("article_id", flat=True))
        with_text = Article.objects.filter(pk__in=new, released__stored__contains=HAS_FULL_TEXT)
        self.full_texts |= set(with_text.values_list("pk", flat=True))
        self.galley_kinds |= dict(Galley.objects.filter(article__in=new).values_list("pk", "kind"))
