"""The look of a journal: a stock form, with a preview of the home page before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminFileWidget
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.editing.look_preview import keep_look
from articles.models import Look
from articles.models.roles import Action
from articles.records.look_colours import (
    ORNAMENT,
    TEXT,
    Colours,
    main_contrast,
    nearest_colours,
    second_contrast,
)

from .permissions import JournalPermissionsMixin
from .trilingual import TrilingualAdmin, trio
from .uploaded_pictures import figure, logo, made_picture


@dataclass(frozen=True)
class StoredPicture:
    url: str
    name: str

    def __str__(self) -> str:
        return self.name


class PictureInput(AdminFileWidget):
    """A file input that links to the stored picture where readers are given it."""

    def format_value(self, value: Any) -> Any:
        if not self.is_initial(value):
            return None
        name = value.name.rpartition("/")[2]
        arguments = {"pk": str(value.instance.journal_id), "kind": value.field.name, "name": name}
        return StoredPicture(reverse("look_picture", kwargs=arguments), name)


class LookForm(forms.ModelForm):
    take_nearest = forms.BooleanField(required=False)  # shown where colours were refused

    nearest: Colours | None = None  # where the chosen colours cannot be read

    def clean_logo(self) -> Any:
        return made_picture(self, "logo", logo)

    def clean_cover(self) -> Any:
        return made_picture(self, "cover", figure)

    def clean(self) -> dict[str, Any]:
        """Refuses colours that cannot be read, or takes the nearest ones if the editor agrees."""
        cleaned = super().clean() or self.cleaned_data
        if not {"main_colour", "second_colour"} <= cleaned.keys():
            return cleaned
        chosen = Colours(cleaned["main_colour"], cleaned["second_colour"])
        nearest = nearest_colours(chosen)
        if cleaned["take_nearest"]:
            cleaned["main_colour"], cleaned["second_colour"] = nearest
        elif nearest != chosen:
            self.nearest = nearest
            self.refuse_colours(chosen, nearest)
        return cleaned

    def refuse_colours(self, chosen: Colours, nearest: Colours) -> None:
        if chosen.main != nearest.main:
            text = _(
                "Text cannot be read with %(colour)s: the contrast is %(contrast)s to 1, and "
                "%(least)s is needed. The nearest colour that can be read is %(nearest)s."
            )
            contrast = main_contrast(chosen.main)
            self.add_error("main_colour", text % refusal(chosen.main, nearest.main, contrast, TEXT))
        if chosen.second != nearest.second:
            text = _(
                "%(colour)s cannot be told from the main colour: the contrast is %(contrast)s to "
                "1, and %(least)s is needed. The nearest colour that can is %(nearest)s."
            )
            contrast = second_contrast(Colours(nearest.main, chosen.second))
            words = refusal(chosen.second, nearest.second, contrast, ORNAMENT)
            self.add_error("second_colour", text % words)


def refusal(colour: str, nearest: str, contrast: float, least: float) -> dict[str, str]:
    """The contrast is cut, not rounded: 4.49 must not read as the 4.5 that is needed."""
    return {
        "colour": colour,
        "nearest": nearest,
        "contrast": number_format(int(contrast * 100) / 100, 2),
        "least": number_format(least, 1),
    }


class LookAdmin(JournalPermissionsMixin, TrilingualAdmin):
    form = LookForm
    change_form_template = "admin/articles/look/form.html"
    change_action = Action.MANAGE
    ordering = ("journal__slug",)
    list_display = ("journal", "main_colour", "second_colour")
    list_select_related = ("journal",)
    fieldsets = (
        (None, {"fields": (("logo", "cover"),)}),
        (gettext_lazy("Colours"), {"fields": (("main_colour", "second_colour"), "has_band")}),
        (gettext_lazy("Home page"), {"fields": (trio("home_text"),)}),
        (
            gettext_lazy("Order of the menu"),
            {
                "fields": (("order_current", "order_archive", "order_news", "order_submit"),),
                "description": gettext_lazy(
                    "Entries with a smaller number come first. Pages have numbers of their own, in "
                    "their forms."
                ),
            },
        ),
    )

    def formfield_for_dbfield(
        self, db_field: Any, request: HttpRequest | None, **kwargs: Any
    ) -> Any:
        if db_field.name in ("main_colour", "second_colour"):
            kwargs["widget"] = forms.ColorInput
        elif db_field.name in ("logo", "cover"):
            kwargs["widget"] = PictureInput
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A look is made together with its journal, and lives as long."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        if "_preview" in request.POST and object_id:
            look = self.get_object(request, object_id)
            if look and (response := self.preview(request, look)):
                return response
        return super().changeform_view(request, object_id, form_url, extra_context)

    def preview(self, request: HttpRequest, look: Look) -> HttpResponse | None:
        """Leads to the home page with this look, unsaved; None if the form has errors."""
        if not self.has_change_permission(request, look):
            raise PermissionDenied
        form = self.get_form(request, look, change=True)(request.POST, request.FILES, instance=look)
        if not form.is_valid():
            return None
        keep_look(request.session, look)
        address = reverse("journal_preview", kwargs={"journal": look.journal.slug})
        # 303, not 302: draft recovery takes a 302 for a form that was saved.
        return HttpResponseRedirect(address, status=303)
