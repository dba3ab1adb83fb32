"""The list of moves from OJS, and the form that begins one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin import ModelAdmin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Journal, OjsImport

from ..numbers import parse_number
from ..pages import render_page
from ..permissions import editor_of
from .permissions import managed_journals

LATEST = 100  # moves in the list


class BeginForm(forms.ModelForm):
    address = forms.URLField(
        label=capfirst(gettext_lazy("address of the old site")),
        max_length=200,
        required=False,
        assume_scheme="https",
        help_text=gettext_lazy("https://journals.example.org"),
    )

    class Meta:
        model = OjsImport
        fields = ("journal", "address", "slug", "publishes")
        help_texts = {
            "publishes": gettext_lazy(
                "Articles appear at once, with their old dates. Otherwise they come as drafts."
            )
        }

    def __init__(self, *args: Any, journals: QuerySet[Journal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["journal"].queryset = journals  # type: ignore[attr-defined]  # a ModelChoiceField

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if "/" in slug:
            message = _("Only the name between the slashes: of /index.php/steppe/ it is steppe.")
            raise forms.ValidationError(message)
        return slug


def list_page(admin: ModelAdmin[Any], request: HttpRequest) -> HttpResponse:
    """`?journal=KEY` chooses the journal in the form."""
    journals = managed_journals(request)
    initial = {"journal": parse_number(request.GET.get("journal")) or journals.first()}
    form = BeginForm(request.POST or None, initial=initial, journals=journals)
    if form.is_valid():
        form.instance.editor = editor_of(request)
        ojs_import = form.save()
        return HttpResponseRedirect(
            reverse("admin:articles_ojsimport_change", args=[ojs_import.pk])
        )
    rows = OjsImport.objects.for_list().filter(journal__in=journals, kind=OjsImport.Kind.OJS)
    return render_page(
        admin,
        request,
        "admin/ojs_imports/list.html",
        _("Move from OJS"),
        form=form,
        ojs_imports=rows[:LATEST],
    )
