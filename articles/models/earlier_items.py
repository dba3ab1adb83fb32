"""What a journal's earlier site had, by its identifiers there, and what became of it here.

An import is repeated without doubles by them, and addresses of the earlier site are answered.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article
from .issue import Issue, Section
from .journal import Journal
from .parts import Galley


class EarlierSite(models.Model):
    """An OJS from which articles of a journal came. Its identifiers are unique on it alone."""

    journal = models.ForeignKey(
        Journal, models.CASCADE, related_name="earlier_sites", verbose_name=_("journal")
    )
    address = models.CharField(_("address"), max_length=200, blank=True, default="")
    slug = models.CharField(_("name in addresses"), max_length=100)

    class Meta:
        verbose_name = _("earlier site")
        verbose_name_plural = _("earlier sites")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["journal", "address", "slug"], name="earlier_site_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.address}/{self.slug}"


class EarlierItem(models.Model):
    """An issue, article, version, galley or file of an earlier site."""

    class Kind(models.TextChoices):
        ISSUE = "issue", _("issue")
        ISSUE_NAME = "issue_name", _("issue by its name in addresses")
        ISSUE_DOI = "issue_doi", _("issue by its DOI")
        ISSUE_GALLEY = "issue_galley", _("file of an issue")
        SECTION = "section", _("section")
        SECTION_NAME = "section_name", _("section by its abbreviation")
        ARTICLE = "article", _("article")
        ARTICLE_NAME = "article_name", _("article by its name in addresses")
        VERSION = "version", _("version of an article")
        GALLEY = "galley", _("galley")
        GALLEY_NAME = "galley_name", _("galley by its name in addresses")
        FILE = "file", _("file")

    site = models.ForeignKey(
        EarlierSite, models.CASCADE, related_name="items", verbose_name=_("earlier site")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    key = models.CharField(_("identifier there"), max_length=255)
    # The identifier of the article, or of the issue, inside which the key is unique.
    within = models.CharField(_("inside"), max_length=255, blank=True, default="")
    # Of a galley or a file: the identifier of its version if that is not the current one.
    version = models.CharField(_("version"), max_length=255, blank=True, default="")
    issue = models.ForeignKey(
        Issue, models.CASCADE, null=True, blank=True, related_name="earlier_items"
    )
    section = models.ForeignKey(
        Section, models.CASCADE, null=True, blank=True, related_name="earlier_items"
    )
    article = models.ForeignKey(
        Article, models.CASCADE, null=True, blank=True, related_name="earlier_items"
    )
    galley = models.ForeignKey(
        Galley, models.SET_NULL, null=True, blank=True, related_name="earlier_items"
    )
    # A file that no galley here has: of an earlier version, a style, a second file of an issue.
    file = models.FileField(_("file"), max_length=300, blank=True, default="")
    file_name = models.CharField(_("file name"), max_length=200, blank=True, default="")
    address = models.CharField(_("address elsewhere"), max_length=2_000, blank=True, default="")
    # Of an article: a hash of what was imported, and the revision that holds it.
    digest = models.CharField(_("imported content"), max_length=64, blank=True, default="")
    revision = models.PositiveIntegerField(_("imported revision"), null=True, blank=True)

    class Meta:
        verbose_name = _("item of an earlier site")
        verbose_name_plural = _("items of earlier sites")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["site", "kind", "within", "version", "key"], name="earlier_item_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.key}"
