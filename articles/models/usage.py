"""Usage of articles by day, and how far each access log was counted."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article


class Usage(models.Model):
    """How often an article was used on a day. No row says who used it."""

    class Kind(models.TextChoices):
        """COUNTER's metric types, and downloads, which are some of the requests."""

        TOTAL_INVESTIGATIONS = "total_item_investigations", _("total item investigations")
        UNIQUE_INVESTIGATIONS = "unique_item_investigations", _("unique item investigations")
        TOTAL_REQUESTS = "total_item_requests", _("total item requests")
        UNIQUE_REQUESTS = "unique_item_requests", _("unique item requests")
        DOWNLOADS = "downloads", _("downloads")

    class Source(models.TextChoices):
        SITE = "site", _("this site")
        EARLIER = "earlier", _("earlier system")

    article = models.ForeignKey(Article, models.CASCADE, related_name="usage")
    day = models.DateField(_("day"))
    kind = models.CharField(_("kind"), max_length=30, choices=Kind)
    source = models.CharField(_("source"), max_length=8, choices=Source, default=Source.SITE)
    # ISO 3166-1; empty without a database of networks.
    country = models.CharField(_("country"), max_length=2, blank=True, default="")
    count = models.PositiveBigIntegerField(_("count"))

    class Meta:
        verbose_name = _("usage of an article")
        verbose_name_plural = _("usage of articles")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["article", "day", "kind", "source", "country"], name="usage_once"
            ),
            models.CheckConstraint(condition=models.Q(count__gt=0), name="usage_has_a_count"),
        ]
        indexes: ClassVar = [models.Index(fields=["day"], name="usage_by_day")]

    def __str__(self) -> str:
        return f"{self.article_id}, {self.day}, {self.kind}: {self.count}"


class UsageLog(models.Model):
    """An access log, known again by a hash of its first line, and how far it was counted."""

    fingerprint = models.CharField(max_length=32, primary_key=True)
    name = models.CharField(max_length=500)  # of the file when it was read last
    offset = models.PositiveBigIntegerField(default=0)  # of the uncompressed text
    lines = models.PositiveBigIntegerField(default=0)
    counted_at = models.DateTimeField()

    class Meta:
        verbose_name = "access log"
        verbose_name_plural = "access logs"

    def __str__(self) -> str:
        return f"{self.name}: {self.lines}"


class UsageState(models.Model):
    """One row: what the next count must remember of the last hours, and which count was the last.

    `content` has keyed hashes and the salts of their days, no address. It is emptied two days after
    the last count, and is in no backup.
    """

    number = models.PositiveBigIntegerField(default=0)  # rises with each part that is saved
    content = models.BinaryField(default=b"")
    saved_at = models.DateTimeField()

    class Meta:
        verbose_name = "state of the count"
        verbose_name_plural = "states of the count"

    def __str__(self) -> str:
        return f"{self.number}, {self.saved_at}"
