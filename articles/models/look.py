"""The look of a journal: logo, colours, cover, the text of its home page, the order of its menu."""

from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.records.look_colours import COLOUR_FORM, MAIN, SECOND, Colours

from .journal import Journal

HOME_TEXT_LENGTH = 600


class ColourField(models.CharField):
    """A colour as `#rrggbb`."""

    default_validators = [RegexValidator(COLOUR_FORM, _("A colour looks like #0b3d4d."))]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **{**named, "max_length": 7})


class Look(models.Model):
    """One row for each journal, made together with it."""

    journal = models.OneToOneField(
        Journal, models.CASCADE, related_name="look", verbose_name=_("journal")
    )
    logo = models.FileField(_("logo"), upload_to="logos/", blank=True, default="")
    main_colour = ColourField(
        _("main colour"),
        default=MAIN,
        help_text=_("Of the header, buttons and links: dark enough for light text."),
    )
    second_colour = ColourField(
        _("second colour"),
        default=SECOND,
        help_text=_("Of ornaments and of lines on the main colour: lighter than it."),
    )
    has_band = models.BooleanField(_("ornament below the header"), default=True)
    cover = models.FileField(
        _("cover"),
        upload_to="covers/",
        blank=True,
        default="",
        help_text=_("Of issues without a cover of their own."),
    )
    home_text = models.TextField(
        _("text of the home page"), max_length=HOME_TEXT_LENGTH, blank=True, default=""
    )
    # Places in the menu, on one scale with the `order` of the journal's pages.
    order_current = models.PositiveSmallIntegerField(_("Current issue"), default=0)
    order_archive = models.PositiveSmallIntegerField(_("Archive"), default=0)
    order_news = models.PositiveSmallIntegerField(pgettext_lazy("heading", "News"), default=0)
    order_submit = models.PositiveSmallIntegerField(_("Submit a manuscript"), default=100)
    # Whether the site has other journals, so that no page has to ask.
    has_other_journals = models.BooleanField(default=False, db_default=False, editable=False)

    home_text_kk: str
    home_text_ru: str
    home_text_en: str

    class Meta:
        verbose_name = _("look")
        verbose_name_plural = _("looks of journals")
        constraints = [
            models.CheckConstraint(
                name=f"look_{column}_form", condition=models.Q(**{f"{column}__regex": COLOUR_FORM})
            )
            for column in ("main_colour", "second_colour")
        ]

    def __str__(self) -> str:
        return str(self.journal)

    def get_absolute_url(self) -> str:
        return self.journal.get_absolute_url()

    @property
    def colours(self) -> Colours:
        return Colours(self.main_colour, self.second_colour)


def create_look(instance: Journal, created: bool, raw: bool, **kwargs: Any) -> None:
    if created and not raw:
        has_other_journals = Journal.objects.exclude(pk=instance.pk).exists()
        Look.objects.create(journal=instance, has_other_journals=has_other_journals)
        note_other_journals()


def note_other_journals(**kwargs: Any) -> None:
    """Looks remember whether there is another journal: pages then link to the list of all."""
    has_other_journals = Journal.objects.count() > 1
    for look in Look.objects.exclude(has_other_journals=has_other_journals):
        look.has_other_journals = has_other_journals
        look.save(update_fields=["has_other_journals"])


post_save.connect(create_look, sender=Journal)
post_delete.connect(note_other_journals, sender=Journal)
