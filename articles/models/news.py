"""News and calls of a journal: from their day on public, some of them above the others."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .journal import Journal
from .journal_pages import TitledText
from .journal_parts import note_who_has


class NewsQuerySet(models.QuerySet["News"]):
    def public(self) -> NewsQuerySet:
        """Of a day that has come."""
        return self.filter(published_on__lte=timezone.localdate())

    def current(self) -> NewsQuerySet:
        """Public, and not past its last day."""
        today = timezone.localdate()
        return self.public().filter(Q(expires_on=None) | Q(expires_on__gte=today))

    def newest_first(self) -> NewsQuerySet:
        return self.order_by("-published_on", "-pk")


class News(TitledText):
    """A piece of news, or a call for papers."""

    class Kind(models.TextChoices):
        NEWS = "news", _("news")
        CALL = "call", _("call for papers")

    journal = models.ForeignKey(
        Journal, models.CASCADE, related_name="news", verbose_name=_("journal")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.NEWS)
    slug = models.SlugField(_("address"), max_length=80)
    published_on = models.DateField(
        _("day"),
        default=timezone.localdate,
        help_text=_("Readers see it from this day on, at midnight."),
    )
    expires_on = models.DateField(
        _("last day"),
        null=True,
        blank=True,
        help_text=_(
            "From the day after, it is not on the home page; its own page and the list keep it. "
            "The page of a call names this day as its deadline."
        ),
    )
    picture = models.FileField(
        _("picture"),
        upload_to="pictures/",
        blank=True,
        default="",
        db_default="",
        help_text=_("JPEG, PNG, GIF or WebP, up to 10 MB; it is made smaller."),
    )
    is_pinned = models.BooleanField(
        _("pinned"), default=False, help_text=_("Stands above newer ones on the home page.")
    )
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = NewsQuerySet.as_manager()

    class Meta:
        verbose_name = _("piece of news")
        verbose_name_plural = _("news and calls")
        ordering: ClassVar = ["-published_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["journal", "slug"], name="news_address_once"),
            models.CheckConstraint(
                condition=Q(expires_on=None) | Q(expires_on__gte=F("published_on")),
                name="news_ends_after_its_day",
                violation_error_message=_("The last day is before the day."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("news_detail", kwargs={"journal": self.journal.slug, "slug": self.slug})

    @property
    def is_public(self) -> bool:
        return self.published_on <= timezone.localdate()

    def is_over(self, today: date) -> bool:
        return self.expires_on is not None and self.expires_on < today


note_who_has(News, "has_news")
