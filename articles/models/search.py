"""What the search engine looks in: one row for readers and one for editors an article."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article
from .fields import LanguageChoice
from .issue import Issue, Section
from .journal import Journal


class SearchRow(models.Model):
    """Written whole by articles/search/index.py; what a filter asks stands beside the vector.

    Where editors have changed nothing since the release, their row has no vector: the public one
    finds the article for them too.
    """

    class Scope(models.TextChoices):
        PUBLIC = "public", _("readers")
        EDITORS = "editors", _("editors")

    article = models.ForeignKey(Article, models.CASCADE, related_name="search_rows")
    scope = models.CharField(max_length=7, choices=Scope)
    version = models.PositiveIntegerField(default=0)  # of the revision that was read
    journal = models.ForeignKey(
        Journal, models.CASCADE, null=True, db_index=False, related_name="+"
    )
    issue = models.ForeignKey(Issue, models.SET_NULL, null=True, db_index=False, related_name="+")
    section = models.ForeignKey(
        Section, models.SET_NULL, null=True, db_index=False, related_name="+"
    )
    language = models.CharField(max_length=2, choices=LanguageChoice, default="kk")
    published_on = models.DateField(null=True)
    vector = SearchVectorField(null=True)

    class Meta:
        verbose_name = _("search row")
        verbose_name_plural = _("search rows")
        # Without a list of pending entries: no question pays for what others saved.
        indexes = [
            GinIndex(
                fields=["vector"],
                name=f"search_of_{scope}",
                condition=models.Q(scope=scope, vector__isnull=False),
                fastupdate=False,
            )
            for scope in ("public", "editors")
        ]
        constraints = [models.UniqueConstraint(fields=["article", "scope"], name="search_row_once")]

    def __str__(self) -> str:
        return f"{self.article_id}, {self.scope}"


class SearchWord(models.Model):
    """A word of public articles, kept to be offered to who mistyped it."""

    word = models.CharField(max_length=40, primary_key=True)
    article_count = models.PositiveIntegerField(default=1)
    # Hashes of the word and of what is left when a letter is taken out: words that share one
    # are at most one typing error apart.
    near = ArrayField(models.IntegerField())

    class Meta:
        verbose_name = _("word of the search")
        verbose_name_plural = _("words of the search")
        indexes = [GinIndex(fields=["near"], name="search_words_near", fastupdate=False)]

    def __str__(self) -> str:
        return self.word
