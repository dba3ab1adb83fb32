"""What the search engine looks in: one row for readers and one for editors an article."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article


class SearchRow(models.Model):
    class Scope(models.TextChoices):
        PUBLIC = "public", _("readers")
        EDITORS = "editors", _("editors")

    article = models.ForeignKey(Article, models.CASCADE, related_name="search_rows")
    scope = models.CharField(max_length=7, choices=Scope)
    vector = SearchVectorField()

    class Meta:
        verbose_name = _("search row")
        verbose_name_plural = _("search rows")
        indexes = [GinIndex(fields=["vector"], name="search_vector")]
        constraints = [models.UniqueConstraint(fields=["article", "scope"], name="search_row_once")]

    def __str__(self) -> str:
        return f"{self.article_id}, {self.scope}"
