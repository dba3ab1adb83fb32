"""The contacts of a journal's office, and the databases that index the journal."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .fields import text_for_editors
from .journal import Journal
from .journal_parts import note_who_has

CONTACTS_SLUG = "contacts"  # of the page of text that the contacts replace


class Contacts(models.Model):
    """Where the office is, and how to reach it; the people are those of the board with duties."""

    journal = models.OneToOneField(
        Journal, models.CASCADE, related_name="contacts", verbose_name=_("journal")
    )
    address = models.CharField(_("postal address"), max_length=500, blank=True, default="")
    hours = models.CharField(_("office hours"), max_length=200, blank=True, default="")
    phones = models.CharField(
        _("telephones"),
        max_length=200,
        blank=True,
        default="",
        validators=[
            RegexValidator(
                r"^[0-9+()\-\u2013\u00a0,; ]*$",
                _("Only digits, spaces and + ( ) - are possible; a comma between two numbers."),
            )
        ],
        help_text=_("Several are separated by commas."),
    )
    email = models.EmailField(_("email"), blank=True, default="")
    map_url = models.CharField(
        _("address on a map"),
        max_length=500,
        blank=True,
        default="",
        validators=[URLValidator(schemes=["https", "http"])],
        help_text=_("A link to any map; the page opens nothing from there by itself."),
    )

    address_kk: str
    address_ru: str
    address_en: str

    class Meta:
        verbose_name = _("contacts")
        verbose_name_plural = _("contacts")

    def __str__(self) -> str:
        return str(self.journal)

    def get_absolute_url(self) -> str:
        return reverse("contacts", kwargs={"journal": self.journal.slug})


class IndexingDatabase(models.Model):
    """A database, list or directory that the journal is in."""

    journal = models.ForeignKey(
        Journal, models.CASCADE, related_name="indexed_in", verbose_name=_("journal")
    )
    name = models.CharField(_("name"), max_length=200, blank=True, default="")
    url = models.CharField(
        _("link"),
        max_length=500,
        blank=True,
        default="",
        validators=[URLValidator(schemes=["https", "http"])],
        help_text=_("The page of the journal there."),
    )
    logo = models.FileField(
        _("logo"),
        upload_to="pictures/",
        blank=True,
        default="",
        help_text=_("SVG, PNG, JPEG, GIF or WebP. Without one, the name is shown."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=1)

    name_kk: str
    name_ru: str
    name_en: str

    class Meta:
        verbose_name = _("database that indexes the journal")
        verbose_name_plural = _("indexed in")
        ordering: ClassVar = ["journal", "order", "pk"]

    def __str__(self) -> str:
        return text_for_editors(self, "name") or self.url or f"№ {self.pk}"


note_who_has(Contacts, "has_contacts")
note_who_has(IndexingDatabase, "has_databases")
