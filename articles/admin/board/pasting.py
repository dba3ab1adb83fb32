"""The page on which a list of people is pasted into a group of the board."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.imports.board_list import PastedMember, read_board_list
from articles.imports.exceptions import Unreadable
from articles.models import Author, BoardGroup, BoardMember
from articles.models.fields import LanguageChoice

from ..pages import render_page

if TYPE_CHECKING:
    from . import BoardGroupAdmin

TEMPLATE = "admin/articles/board/paste.html"


class PasteForm(forms.Form):
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the list"), choices=LanguageChoice.choices
    )
    people = forms.CharField(
        label=gettext_lazy("People"),
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 14}),
    )

    def clean(self) -> dict[str, Any]:
        """Adds `members`, what the list was read to."""
        cleaned = super().clean() or self.cleaned_data
        if "people" in cleaned:
            try:
                cleaned["members"] = read_board_list(cleaned["people"])
            except Unreadable as error:
                where = _("Line %(line)d: ") % {"line": error.line} if error.line else ""
                self.add_error("people", f"{where}{error.message}")
        return cleaned


def paste_page(admin: BoardGroupAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """POST: shows how the list is read; with `_save`, adds its people to the group."""
    group: BoardGroup = get_object_or_404(BoardGroup.objects.select_related("journal"), pk=pk)
    if not admin.has_change_permission(request, group):
        raise PermissionDenied
    form = PasteForm(request.POST if request.method == "POST" else None)
    is_read = form.is_bound and form.is_valid()
    if is_read and "_save" in request.POST:
        return save(admin, request, group, form)
    return render_page(
        admin,
        request,
        TEMPLATE,
        _("Paste a list of people"),
        status=422 if form.is_bound and not is_read else 200,
        group=group,
        form=form,
        members=form.cleaned_data["members"] if is_read else None,
    )


@transaction.atomic
def save(
    admin: BoardGroupAdmin, request: HttpRequest, group: BoardGroup, form: PasteForm
) -> HttpResponse:
    pasted: list[PastedMember] = form.cleaned_data["members"]
    people = people_by_orcid(pasted)
    last = group.members.aggregate(last=Max("order"))["last"] or 0
    for order, one in enumerate(pasted, last + 1):
        row = BoardMember(
            group=group,
            order=order,
            person=people.get(one.orcid),
            country=one.country,
            orcid=one.orcid,
            email=one.email,
        )
        for field in ("name", "degree", "post", "affiliation", "city"):
            setattr(row, f"{field}_{form.cleaned_data['language']}", getattr(one, field))
        row.save()
    count = len(pasted)
    text = ngettext("%(count)d person added.", "%(count)d people added.", count) % {"count": count}
    admin.log_change(request, group, text)
    messages.success(request, text)
    address = reverse("admin:articles_boardmember_changelist")
    return HttpResponseRedirect(f"{address}?group__id__exact={group.pk}")


def people_by_orcid(pasted: list[PastedMember]) -> dict[str, Author]:
    """The people known here; one query."""
    orcids = {one.orcid for one in pasted if one.orcid}
    rows = Author.objects.filter(orcid__in=orcids, merged_into=None) if orcids else ()
    return {row.orcid: row for row in rows}
