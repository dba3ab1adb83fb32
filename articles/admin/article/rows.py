"""Affiliations, authors, funding, files and relations: rows of the article form."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.editing.files import NotThatKind, check_kind
from articles.models import (
    Article,
    ArticleAffiliation,
    Author,
    Authorship,
    Funding,
    Galley,
    Organisation,
    Relation,
)
from articles.records import identifiers
from articles.records.clean import clean_line, clean_text

from ..languages import trio
from .cells import Cells
from .fields import Identifier, Marks, Picked
from .roles import CREDIT_CHOICES

PLACES = ("order", "DELETE", "kind", "language", "id")  # what alone makes no row


class Row(Cells, forms.ModelForm):
    """One line of what an article has several of; its place is its number."""

    order = forms.IntegerField(label=_("№"), required=False, min_value=1, max_value=9_999)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for field in self.fields.values():
            if isinstance(field.widget, forms.Textarea):
                field.widget = forms.TextInput()
        self.say_languages()

    def clean_value(self, name: str, value: str) -> str:
        return clean_line(value)

    def has_changed(self) -> bool:
        """A row in which nothing but its place was given is none, and has no errors."""
        return any(name not in PLACES for name in self.changed_data)

    def is_blank(self) -> bool:
        """What cannot be read is something all the same."""
        typed = getattr(self, "cleaned_data", {})
        return not self.errors and not any(
            value for name, value in typed.items() if name not in PLACES
        )

    def is_going(self) -> bool:
        return bool(getattr(self, "cleaned_data", {}).get("DELETE"))

    def let_go(self, name: str) -> None:
        """A hidden value that nobody could mend by hand is not sent out again."""
        data: Any = self.data
        self.data = data = data.copy()
        data[self.add_prefix(name)] = ""

    def _post_clean(self) -> None:
        """No instance: a record is made of the rows together."""


class AffiliationRow(Row):
    ror = Identifier(identifiers.ror, label="ROR")
    organisation = Picked(
        Organisation,
        _(
            "The organisation that was picked here is not known, or not any more. What is printed "
            "stays as typed: save again to keep it without the link, or pick another."
        ),
    )

    class Meta:
        model = ArticleAffiliation
        fields = ("order", *trio("name"), *trio("unit"), *trio("city"), "country", "ror")
        widgets = {"country": forms.TextInput(attrs={"list": "countries", "maxlength": 2})}

    def clean_country(self) -> str:
        country: str = self.cleaned_data["country"].upper()
        return country


class AuthorshipRow(Row):
    orcid = Identifier(identifiers.orcid, label="ORCID")
    marks = Marks(label=_("Affiliations"))
    roles = forms.MultipleChoiceField(
        label="CRediT",
        required=False,
        choices=CREDIT_CHOICES,
        widget=forms.CheckboxSelectMultiple,
    )
    author = Picked(
        Author,
        _(
            "The person who was picked here is not known, or not any more. What is printed "
            "stays as typed: save again to keep it without the link, or pick somebody else."
        ),
    )

    class Meta:
        model = Authorship
        fields = (
            "order", "kind", *trio("family_name"), *trio("given_name"), *trio("patronymic"),
            *trio("collective"), *trio("degree"), *trio("academic_title"), *trio("post"),
            *trio("bio"), "email", "corresponding",
        )  # fmt: skip

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        for code, field in zip(trio("bio"), self.trio("bio"), strict=True):
            attributes = {**field.field.widget.attrs, "rows": 3}
            self.fields[code].widget = forms.Textarea(attrs=attributes)

    def clean_value(self, name: str, value: str) -> str:
        return clean_text(value) if name.startswith("bio") else clean_line(value)


class FundingRow(Row):
    class Meta:
        model = Funding
        fields = ("order", *trio("funder"), "funder_id", "award")


class GalleyRow(Row):
    lost = _(
        "This is none of the article's files, or not any more. Choose the file again, "
        "or delete the row."
    )
    id = forms.IntegerField(
        required=False, widget=forms.HiddenInput, error_messages={"invalid": lost}
    )
    upload = forms.FileField(label=_("file"), required=False)

    class Meta:
        model = Galley
        fields = ("order", "language", "kind")

    def is_blank(self) -> bool:
        typed = self.cleaned_data
        return not typed.get("id") and not typed.get("upload")

    def clean(self) -> Any:
        cleaned = super().clean()
        if cleaned.get("upload") and cleaned.get("kind"):
            self._check_kind(cleaned["upload"], cleaned["kind"])
        return cleaned

    def _check_kind(self, upload: Any, kind: str) -> None:
        try:
            check_kind(upload, kind)
        except NotThatKind as error:
            self.add_error("upload", str(error))


class RelationRow(Row):
    """To an article of this site by its number or DOI, or to a DOI anywhere."""

    target = forms.CharField(label=_("Article: its № here, or a DOI"), required=False)

    class Meta:
        model = Relation
        fields = ("order", "kind")

    def is_blank(self) -> bool:
        """Half of it is nothing yet; what is wrong with the other half is said there."""
        typed = self.cleaned_data
        return not (typed.get("target") and typed.get("kind"))

    def clean_target(self) -> tuple[int | None, str] | None:
        """The article's key, the DOI; None for nothing."""
        typed = self.cleaned_data["target"].strip()
        if not typed:
            return None
        if number := re.fullmatch(r"№?\s*(\d{1,18})", typed):
            found = Article.objects.filter(pk=int(number[1])).values_list("pk", "doi").first()
            if found is None:
                raise forms.ValidationError(_("There is no article № %s here.") % number[1])
            return found[0], found[1] or ""
        doi = Identifier(identifiers.doi).clean(typed)
        known = Article.objects.with_doi(doi).values_list("pk", flat=True).first()
        return known, doi


class RowSet(forms.BaseFormSet):
    """Plain forms: rows are known by their place in the record that the form was opened on."""

    own_languages: set[str] | None = None
    default_error_messages = {
        **forms.BaseFormSet.default_error_messages,
        "missing_management_form": _(
            "This part of the form did not arrive whole. Go back in the browser and send it again."
        ),
    }

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Delete")
        form.keep_others(self.own_languages)

    def standing(self) -> list[Any]:
        """Rows that stay, by their number; those without one where they are."""
        kept = [
            (form.cleaned_data.get("order") or place, place, form)
            for place, form in enumerate(self.forms, 1)
            if form.is_bound and not form.is_going() and not form.is_blank()
        ]
        return [form for _order, _place, form in sorted(kept, key=lambda one: one[:2])]


ROWS: dict[str, type[Row]] = {
    "affiliations": AffiliationRow,
    "authorships": AuthorshipRow,
    "fundings": FundingRow,
    "galleys": GalleyRow,
    "relations": RelationRow,
}
MOST = 2_000

ROW_SETS: dict[str, type[Any]] = {
    name: forms.formset_factory(
        row, RowSet, extra=0, can_delete=True, max_num=MOST, absolute_max=MOST
    )
    for name, row in ROWS.items()
}
