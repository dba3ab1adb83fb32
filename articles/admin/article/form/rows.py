"""Affiliations, authors, funding, files and relations: rows of the article form."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.admin.trilingual import trio
from articles.editing.files import check_kind, check_size
from articles.editing.unconfirmed import FileGone, Kept, keep
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
from articles.records.cleaning import InvalidValue, clean_line, clean_text

from ..permissions import Writer, widened
from ..related_articles import DOI_BEGINS, articles_for, title_of
from ..relation_targets import NUMBER
from ..wording.credit_roles import CREDIT_CHOICES
from .base import Cells
from .fields import Identifier, Marks, Picked
from .uploads import NOT_ITS_FILE, kept_file, ticket_of

OFFERED = 5  # articles, where a title was typed for one
PLACES = ("order", "DELETE", "kind", "language", "id")  # what alone makes no row


class Row(Cells, forms.ModelForm):
    """One line of what an article has several of; its place is its number."""

    writer = Writer()
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

    def put(self, name: str, value: str) -> None:
        """What the page gives back in place of what it was sent: of hidden inputs alone."""
        data: Any = self.data
        self.data = data = data.copy()
        data[self.add_prefix(name)] = value

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
    """A file: one of the article's own, chosen now, or chosen earlier and kept meanwhile."""

    id = forms.IntegerField(
        required=False, widget=forms.HiddenInput, error_messages={"invalid": NOT_ITS_FILE}
    )
    upload = forms.FileField(label=_("file"), required=False)
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    kept_file: Kept | None = None

    class Meta:
        model = Galley
        fields = ("order", "language", "kind")

    def is_blank(self) -> bool:
        typed = self.cleaned_data
        return not (typed.get("id") or typed.get("upload") or self.kept_file)

    def clean(self) -> Any:
        cleaned = super().clean()
        try:
            if upload := cleaned.get("upload"):
                check_size(upload)
                check_kind(upload, cleaned.get("kind") or "")
            elif token := cleaned.get("kept"):
                self.kept_file = kept_file(token, self.writer.name)
        except FileGone as gone:
            self.lose(str(gone))
        except InvalidValue as refusal:
            self.add_error("upload", str(refusal))
        return cleaned

    def lose(self, why: str) -> None:
        """What was kept is not there: said once, then the row goes on without it."""
        self.kept_file = None
        self.add_error("upload", why)
        self.put("kept", "")

    def keep_upload(self) -> None:
        """What was chosen, for the next time that this form is sent; nothing more is read of it."""
        upload = self.cleaned_data.get("upload")
        if upload and not self.kept_file and not self.is_going():
            self.kept_file = keep(upload)
            self.put("kept", ticket_of(self.kept_file, self.writer.name))


class RelationRow(Row):
    """To an article of this site by its number or DOI, or to a DOI anywhere."""

    within = Q()  # the articles that may be known here
    title = ""  # of the one that it leads to
    target = forms.CharField(label=_("Article: its title, № here, or a DOI"), required=False)

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
        known = Article.objects.filter(self.within)
        if number := NUMBER.fullmatch(typed):
            found = known.filter(pk=int(number[1])).values_list("pk", "doi").first()
            if found is None:
                raise forms.ValidationError(
                    _("You see no article № %s here. Type its DOI, or a part of its title.")
                    % number[1]
                )
            return found[0], found[1] or ""
        if not DOI_BEGINS.match(typed):
            raise forms.ValidationError(self.which(typed))
        doi = Identifier(identifiers.doi).clean(typed)
        return known.with_doi(doi).values_list("pk", flat=True).first(), doi

    def which(self, typed: str) -> str:
        """Without scripts nothing was offered while the title was typed."""
        found = articles_for(Article.objects.filter(self.writer.seen), typed)[:OFFERED]
        if not found:
            return gettext("No article that you see has these words. Type its № here, or its DOI.")
        said = "; ".join(f"№ {one.pk} – {title_of(one)}" for one in found)
        return gettext("Type the № of the one that is meant: %(found)s.") % {"found": said}

    def key(self) -> int | None:
        """Of the article that it leads to, typed or as it stands."""
        if not self.is_bound:
            return self.initial.get("key")
        target = getattr(self, "cleaned_data", {}).get("target")
        return target[0] if target else None


class RowSet(forms.BaseFormSet):
    """Plain forms: rows are known by their place in the record that the form was opened on."""

    writer = Writer()
    standing_targets: Collection[int] = ()
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
        form.keep_others(self.writer.own)
        form.writer = self.writer
        if isinstance(form, RelationRow):
            form.within = widened(self.writer.within, Q(pk__in=self.standing_targets))

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
