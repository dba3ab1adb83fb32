"""News and calls of a journal: from their day on public, some of them above the others."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.signals import post_delete, post_save
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .fields import text_for_editors
from .journal import Journal


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


class News(models.Model):
    """A piece of news, or a call for papers."""

    class Kind(models.TextChoices):
        NEWS = "news", _("news")
        CALL = "call", _("call for papers")

    journal = models.ForeignKey(
        Journal, models.CASCADE, related_name="news", verbose_name=_("journal")
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.NEWS)
    slug = models.SlugField(_("address"), max_length=80)
    title = models.CharField(_("title"), max_length=200, blank=True, default="")
    text = models.TextField(
        _("text"), blank=True, default="", help_text=_("HTML: headings, lists, links.")
    )
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
    is_pinned = models.BooleanField(
        _("pinned"), default=False, help_text=_("Stands above newer ones on the home page.")
    )
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    title_kk: str
    title_ru: str
    title_en: str
    text_kk: str
    text_ru: str
    text_en: str

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

    def __str__(self) -> str:
        return text_for_editors(self, "title") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("news_detail", kwargs={"journal": self.journal.slug, "slug": self.slug})

    @property
    def is_public(self) -> bool:
        return self.published_on <= timezone.localdate()

    def is_over(self, today: date) -> bool:
        return self.expires_on is not None and self.expires_on < today


def note_who_has_news(**kwargs: Any) -> None:
    """Journals remember whether they have news, so that no page has to ask for its menu."""
    has_news = Exists(News.objects.filter(journal=OuterRef("pk")))
    journals: QuerySet[Journal] = Journal.objects.all()
    journals.filter(has_news, has_news=False).update(has_news=True)
    journals.filter(~has_news, has_news=True).update(has_news=False)


for signal in (post_save, post_delete):
    signal.connect(note_who_has_news, sender=News)
