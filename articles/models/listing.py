"""The rows of public articles in lists, and their keys for looking them up; written at release."""

from __future__ import annotations

from functools import cached_property

from django.db import models
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.records.stored import StoredDecoder
from articles.records.summary import Summary

from .article import Article
from .fields import LanguageChoice
from .issue import Issue, Section
from .journal import Journal
from .people import Author

TEXT = models.TextField()


class Hash(models.Func):
    """The hash of a text as a 64-bit integer, which never changes."""

    function = "hashtextextended"
    template = "%(function)s(%(expressions)s, 0)"


summaries = StoredDecoder(Summary)


class ListingQuerySet(models.QuerySet["Listing"]):
    def public(self) -> ListingQuerySet:
        return self.filter(status__in=Article.PUBLIC)

    def readable(self) -> ListingQuerySet:
        """Public and not withdrawn: of a withdrawn article only a notice is public."""
        return self.filter(status__in=Article.READABLE)

    def listable(self) -> ListingQuerySet:
        """Public, and not dated after today: what lists, feeds, OAI-PMH and sitemaps show."""
        return self.public().filter(published_on__lte=timezone.localdate())

    def for_toc(self) -> ListingQuerySet:
        """Everything that a table of contents shows, in one query."""
        return self.select_related("section").order_by(
            models.F("section__order").asc(nulls_last=True),
            models.F("position").asc(nulls_last=True),
            "article_id",
        )

    def for_index(self) -> ListingQuerySet:
        """The order of an author's or a keyword's page: newest first; with their issues."""
        return self.prefetch_related("issue").order_by("-published_on", "-article_id")

    def by_author(self, author_id: int) -> ListingQuerySet:
        return self.filter(pk__in=ListingKey.objects.filter(author=author_id).values("listing"))

    def with_keyword(self, term: str) -> ListingQuerySet:
        """A keyword is the same in any case."""
        keys = ListingKey.objects.filter(kind=ListingKey.Kind.KEYWORD, key=term.casefold())
        return self.filter(pk__in=keys.values("listing"))


class Listing(models.Model):
    """A public article in lists, one row each; lists never query the tables that editors change."""

    article = models.OneToOneField(
        Article, models.CASCADE, primary_key=True, related_name="listing"
    )
    journal = models.ForeignKey(Journal, models.PROTECT, related_name="listings")
    issue = models.ForeignKey(Issue, models.PROTECT, null=True, related_name="listings")
    section = models.ForeignKey(Section, models.PROTECT, null=True, related_name="listings")
    position = models.PositiveSmallIntegerField(null=True)
    language = models.CharField(max_length=2, choices=LanguageChoice)
    status = models.CharField(max_length=10, choices=Article.Status)
    published_on = models.DateField()
    changed_at = models.DateTimeField(db_index=True)
    # NULL where a program older than this column released the article.
    released_at = models.DateTimeField(null=True)
    stored = models.TextField(help_text="a Summary as JSON")

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = _("public listing")
        verbose_name_plural = _("public listings")
        indexes = [
            models.Index(fields=["issue", "position"], name="listing_by_issue"),
            models.Index(fields=["journal", "-published_on"], name="listing_by_date"),
            models.Index(fields=["published_on"], name="listing_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.article_id}, {self.published_on}"

    @cached_property
    def summary(self) -> Summary:
        return summaries.decode(self.stored)


class ListingKey(models.Model):
    """A key to look an article up by: an author, a keyword or its title, in one language."""

    class Kind(models.TextChoices):
        AUTHOR = "author", _("author")
        KEYWORD = "keyword", _("keyword")
        TITLE = "title", _("title")

    listing = models.ForeignKey(Listing, models.CASCADE, related_name="keys")
    # That of the listing. NULL where a program older than this column wrote the key.
    journal = models.ForeignKey(
        Journal,
        models.CASCADE,
        null=True,
        related_name="+",
        db_index=False,  # an index below begins with it
    )
    kind = models.CharField(max_length=8, choices=Kind)
    language = models.CharField(max_length=2, choices=LanguageChoice)
    label = models.TextField()  # as printed: a term, or a name with the family name first
    key = models.TextField()  # the label without case, by which it is looked up
    sort_key = models.TextField()  # Kazakh, Russian or Latin alphabetical order, bytewise
    typed = models.TextField(default="")  # as readers begin to type it: plain letters, no case
    author = models.ForeignKey(
        Author,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="listing_keys",
        db_index=False,  # the index below begins with it
    )
    # One number for an author or a term, which facets count by: faster than by text.
    tag = models.GeneratedField(
        expression=Hash(
            Concat(
                "kind", models.Value(":"), Coalesce(Cast("author", TEXT), "key"), output_field=TEXT
            )
        ),
        output_field=models.BigIntegerField(),
        db_persist=True,
    )

    class Meta:
        verbose_name = _("listing key")
        verbose_name_plural = _("listing keys")
        indexes = [
            models.Index(fields=["author", "listing"], name="listing_key_of_author"),
            models.Index(fields=["kind", "key", "-listing"], name="listing_key_asked"),
            models.Index(fields=["kind", "language", "sort_key"], name="listing_key_sorted"),
            models.Index(  # facets read nothing but this index
                fields=["listing", "language"],
                include=["kind", "tag"],
                condition=models.Q(kind__in=["author", "keyword"]),
                name="listing_key_counted",
            ),
            models.Index(
                fields=["kind", "typed"],
                name="listing_key_typed",
                opclasses=["varchar_ops", "text_pattern_ops"],
            ),
            models.Index(
                fields=["journal", "kind", "typed"],
                name="listing_key_typed_in_journal",
                opclasses=["int8_ops", "varchar_ops", "text_pattern_ops"],
            ),
        ]

    def __str__(self) -> str:
        return self.label
