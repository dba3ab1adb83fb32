"""The search index: for each article a row for readers and one for editors."""

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


class Month(models.Func):
    """The month of a day as a number, in an array: an index of words can hold it too."""

    template = (
        "ARRAY[(EXTRACT(YEAR FROM %(expressions)s) * 12"
        " + EXTRACT(MONTH FROM %(expressions)s))::integer]"
    )
    output_field = ArrayField(models.IntegerField())

    @classmethod
    def sql(cls, column: str) -> str:
        return cls.template % {"expressions": column}


class SearchRow(models.Model):
    """The words of an article, with the columns of the filters; written by search/search_rows.py.

    Where nothing was changed since the release, the row of the editors has no vector: their search
    uses the public one.
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
        # fastupdate off: no search has to merge what others have just saved.
        indexes = [
            GinIndex(  # a search for a frequent word reads the newest months only
                "vector",
                Month("published_on"),
                name="search_by_month",
                condition=models.Q(scope="public", vector__isnull=False),
                fastupdate=False,
            ),
            GinIndex(
                fields=["vector"],
                name="search_of_editors",
                condition=models.Q(scope="editors", vector__isnull=False),
                fastupdate=False,
            ),
        ]
        constraints = [models.UniqueConstraint(fields=["article", "scope"], name="search_row_once")]

    def __str__(self) -> str:
        return f"{self.article_id}, {self.scope}"


class SearchWord(models.Model):
    """A word of public articles, suggested for a mistyped one."""

    word = models.CharField(max_length=40, primary_key=True)
    article_count = models.PositiveIntegerField(default=1)
    # Hashes of the word and of the word without each of its letters: words that have one in common
    # differ by one typing error.
    near = ArrayField(models.IntegerField())

    class Meta:
        verbose_name = _("word of the search")
        verbose_name_plural = _("words of the search")
        indexes = [GinIndex(fields=["near"], name="search_words_near", fastupdate=False)]

    def __str__(self) -> str:
        return self.word
