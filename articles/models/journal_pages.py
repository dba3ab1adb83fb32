"""The pages of a journal about itself, and what they share with its news."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .fields import text_for_editors
from .journal import Journal


class TitledText(models.Model):
    """Abstract: a title and a text, which is HTML, in three languages, at an address."""

    title = models.CharField(_("title"), max_length=200, blank=True, default="")
    text = models.TextField(
        _("text"), blank=True, default="", help_text=_("HTML: headings, lists, links.")
    )

    slug: str
    title_kk: str
    title_ru: str
    title_en: str
    text_kk: str
    text_ru: str
    text_en: str

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return text_for_editors(self, "title") or self.slug


class PageQuerySet(models.QuerySet["Page"]):
    def for_menu(self) -> PageQuerySet:
        """Addresses and titles, without the texts, which may be long."""
        return self.defer("text", "text_kk", "text_ru", "text_en")


class Page(TitledText):
    """A page of the journal about itself: about, board, for authors."""

    journal = models.ForeignKey(
        Journal, models.CASCADE, related_name="pages", verbose_name=_("journal")
    )
    slug = models.SlugField(_("address"))
    order = models.PositiveSmallIntegerField(_("order"), default=1)

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering: ClassVar = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["journal", "slug"], name="page_address_once")
        ]

    def get_absolute_url(self) -> str:
        return reverse("page_detail", kwargs={"journal": self.journal.slug, "slug": self.slug})
