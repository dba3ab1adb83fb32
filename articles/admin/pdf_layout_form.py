"""The form of a journal's layout of PDFs."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import msgspec
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Journal
from articles.records.pdf_layout import PARTS, PdfLayout, load_layout, read_layout

OFFERED_ARTICLES = 50
PAPERS = (
    ("a4", "A4 (60×84/8)"), ("b5", "B5 (70×100/16)"), ("170x240", "170 × 240 mm (70×100/16)"),
    ("a5", "A5 (60×84/16)"),
)  # fmt: skip
FONTS = (
    ("libertinus_serif", "Libertinus Serif"),
    ("liberation_serif", _("Liberation Serif, as wide as Times New Roman")),
    ("pt_serif", "PT Serif"),
)
PART_LABELS = {
    "codes": _("codes and dates"),
    "header": _("title, authors, abstract, keywords in the language of the article"),
    "translations": _("the same in the two other languages"),
    "imprint": _("copyright and licence"),
    "body": _("text"),
    "statements": _("statements and funding"),
    "references": _("references"),
    "romanized": _("references in Latin script"),
    "authors": _("about the authors"),
}
LEAST_WIDTH, LEAST_HEIGHT = 140.0, 280.0  # of a column and of a page's text, in points
MARGINS = ("top", "bottom", "left", "right")


class PdfLayoutForm(forms.Form):
    """All fields of `PdfLayout`; the order as a number for each part; the article to show."""

    paper = forms.ChoiceField(label=_("paper"), choices=PAPERS)
    top = forms.IntegerField(label=_("top margin, mm"), min_value=8, max_value=60)
    bottom = forms.IntegerField(label=_("bottom margin, mm"), min_value=8, max_value=60)
    left = forms.IntegerField(label=_("left margin, mm"), min_value=8, max_value=60)
    right = forms.IntegerField(label=_("right margin, mm"), min_value=8, max_value=60)
    font = forms.ChoiceField(label=_("font"), choices=FONTS)
    size = forms.FloatField(
        label=_("size of the text, points"),
        min_value=8,
        max_value=14,
        widget=forms.NumberInput(attrs={"step": "0.5"}),
    )
    columns = forms.TypedChoiceField(
        label=_("columns of the text"), choices=((1, "1"), (2, "2")), coerce=int
    )
    logo_height = forms.IntegerField(
        label=_("height of the logo, mm"),
        min_value=0,
        max_value=40,
        help_text=_("0: without the logo. Logo and colours are those of the journal's look."),
    )
    is_coloured = forms.BooleanField(label=_("in the journal's colours"), required=False)

    def __init__(self, data: Any = None, *, journal: Journal) -> None:
        layout = load_layout(journal.pdf_layout)
        super().__init__(data, initial=initial_of(layout))
        for part in PARTS:
            self.fields[f"place_{part}"] = forms.IntegerField(
                label=PART_LABELS[part], min_value=1, max_value=99
            )
        articles = Article.objects.filter(journal=journal).order_by("-pk")
        newest = list(articles.values_list("pk", flat=True)[:OFFERED_ARTICLES])
        self.fields["article"] = forms.ModelChoiceField(
            articles.filter(pk__in=newest),
            label=_("article to show"),
            required=False,
            initial=newest[0] if newest else None,
        )

    def clean(self) -> dict[str, Any]:
        """Refuses margins that leave too little room for text."""
        cleaned = super().clean() or {}
        if not self.errors:
            try:
                self._layout = read_layout(self.tree())
            except msgspec.ValidationError as error:
                raise forms.ValidationError(str(error)) from error
            if self._layout.column_width < LEAST_WIDTH or self._layout.text_height < LEAST_HEIGHT:
                raise forms.ValidationError(
                    gettext("The margins leave too little room for the text of this paper.")
                )
        return cleaned

    def layout(self) -> PdfLayout:
        """The layout that was typed, if the form is valid."""
        return self._layout

    def tree(self) -> dict[str, Any]:
        typed = self.cleaned_data
        plain = {name: typed[name] for name in PdfLayout.__struct_fields__ if name != "order"}
        places = {part: typed[f"place_{part}"] for part in PARTS}
        return {**plain, "order": sorted(PARTS, key=lambda part: places[part])}

    def address_part(self) -> str:
        """What was typed, for the address of a picture."""
        return urlencode({name: self.data[name] for name in self.fields if name in self.data})

    def margins(self) -> list[forms.BoundField]:
        return [self[name] for name in MARGINS]

    def parts(self) -> list[forms.BoundField]:
        """The numbers of the parts, in their order."""
        order = sorted(PARTS, key=lambda part: as_number(self[f"place_{part}"].value()))
        return [self[f"place_{part}"] for part in order]


def initial_of(layout: PdfLayout) -> dict[str, Any]:
    fields = msgspec.structs.asdict(layout)
    places = {f"place_{part}": place for place, part in enumerate(layout.order, 1)}
    return {**fields, **places}


def as_number(value: Any) -> int:
    return int(value) if str(value).isascii() and str(value).isdigit() else 99
