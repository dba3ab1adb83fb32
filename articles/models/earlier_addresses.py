"""Addresses of an older site, which redirect here permanently (301)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article


class EarlierAddress(models.Model):
    """A path of the older site, and the article or the address that it leads to."""

    path = models.CharField(
        _("old path"), max_length=500, unique=True, help_text=_("/index.php/js/article/view/12")
    )
    target = models.CharField(_("redirects to"), max_length=500, blank=True, default="")
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="earlier_addresses",
        verbose_name=_("article"),
    )

    class Meta:
        verbose_name = _("earlier address")
        verbose_name_plural = _("earlier addresses")
        constraints = [
            models.CheckConstraint(
                name="earlier_address_leads_somewhere",
                condition=models.Q(article__isnull=False) | ~models.Q(target=""),
            )
        ]

    def __str__(self) -> str:
        return self.path
