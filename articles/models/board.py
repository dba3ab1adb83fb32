"""The editorial board of a journal: people in groups, in the order of the journal."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .fields import ORCID_FORM, form_check, text_for_editors, validate_orcid
from .journal import Journal
from .journal_parts import note_who_has
from .people import Author

BOARD_SLUG = "board"  # of the page of text that the board replaces once it has a member


class BoardGroup(models.Model):
    """A heading of the board's page, such as the editors-in-chief."""

    journal = models.ForeignKey(
        Journal, models.CASCADE, related_name="board_groups", verbose_name=_("journal")
    )
    title = models.CharField(_("title"), max_length=200, blank=True, default="")
    note = models.CharField(
        _("note"),
        max_length=500,
        blank=True,
        default="",
        help_text=_("Shown below the title, such as the day on which the board was approved."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=1)

    title_kk: str
    title_ru: str
    title_en: str

    class Meta:
        verbose_name = _("group of the board")
        verbose_name_plural = _("groups of the board")
        ordering: ClassVar = ["journal", "order", "pk"]

    def __str__(self) -> str:
        return text_for_editors(self, "title") or f"№ {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("board", kwargs={"journal": self.journal.slug})


class BoardMember(models.Model):
    """A person in a group of the board; also whom readers and authors may write to."""

    group = models.ForeignKey(
        BoardGroup, models.CASCADE, related_name="members", verbose_name=_("group of the board")
    )
    person = models.ForeignKey(
        Author,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="board_memberships",
        verbose_name=_("person"),
        help_text=_("If the person is known here as an author: gives the names and the ORCID."),
    )
    name = models.CharField(
        pgettext_lazy("person", "name"),
        max_length=200,
        blank=True,
        default="",
        help_text=_("As the page shows it. If empty in all languages, the person's own names."),
    )
    degree = models.CharField(_("degree and title"), max_length=300, blank=True, default="")
    post = models.CharField(_("post"), max_length=300, blank=True, default="")
    affiliation = models.CharField(_("organisation"), max_length=500, blank=True, default="")
    city = models.CharField(_("city"), max_length=100, blank=True, default="")
    country = models.CharField(_("country"), max_length=2, blank=True, default="")
    orcid = models.CharField(
        "ORCID", max_length=19, blank=True, default="", validators=[validate_orcid]
    )
    email = models.EmailField(
        _("public email"), blank=True, default="", help_text=_("Readers see it on the page.")
    )
    duties = models.CharField(
        _("what to write to this person about"),
        max_length=300,
        blank=True,
        default="",
        help_text=_("If filled in, the page with the contacts shows this person, too."),
    )
    picture = models.FileField(
        _("picture"),
        upload_to="pictures/",
        blank=True,
        default="",
        help_text=_("JPEG, PNG, GIF or WebP, up to 10 MB; it is made smaller."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=1)

    name_kk: str
    name_ru: str
    name_en: str

    class Meta:
        verbose_name = _("member of the board")
        verbose_name_plural = _("editorial board")
        ordering: ClassVar = ["group__journal", "group__order", "group", "order", "pk"]
        constraints = [form_check("board_member", "orcid", ORCID_FORM)]

    def __str__(self) -> str:
        return text_for_editors(self, "name") or str(self.person or f"№ {self.pk}")

    def get_absolute_url(self) -> str:
        return self.group.get_absolute_url()

    @property
    def journal_id(self) -> int:
        return self.group.journal_id

    def clean(self) -> None:
        if not self.person and not any((self.name_kk, self.name_ru, self.name_en)):
            raise ValidationError(_("Enter a name in at least one language, or choose a person."))


note_who_has(BoardMember, "has_board", "group__journal")
