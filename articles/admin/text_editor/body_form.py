"""The form of the text editor, and how a text that was typed is cleaned."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.records.body import clean_body, foreign_pictures
from articles.records.cleaning import InvalidValue, clean_text
from articles.records.typed_body import read_typed_body, tidy_typed_body
from articles.records.validation import foreign_picture_message

ROWS = 30


class BodyForm(forms.Form):
    """`before` is the text that the editor began from; unchanged, it is saved byte for byte."""

    body = forms.CharField(label=_("Text with markup"), required=False, strip=False)
    base_version = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Reason"), required=False, max_length=1000)

    def __init__(self, *arguments: Any, before: str, language: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.before = before
        attributes = {"rows": ROWS, "lang": language, "dir": "auto", "spellcheck": "true"}
        self.fields["body"].widget = forms.Textarea(attrs=attributes)

    @property
    def typed(self) -> str:
        """The text as it stands in the form, with `\\n` line ends."""
        return with_plain_line_ends(self["body"].value() or "")

    def clean_body(self) -> str:
        return clean_typed_body(self.cleaned_data["body"], self.before)


def clean_typed_body(typed: str, before: str) -> str:
    """The typed text in our subset of HTML, its plain text in paragraphs.

    HTML that cleaning would change is refused with ValidationError, not changed without the
    editor's knowing; only its notation is. An unchanged text stays as it was.
    """
    if is_unchanged(typed, before):
        return before
    try:
        text = clean_text(typed)
    except InvalidValue as error:
        raise forms.ValidationError(str(error)) from error
    if foreign := foreign_pictures(text):
        raise forms.ValidationError([foreign_picture_message(each) for each in foreign])
    read = read_typed_body(text)
    if read.losses or clean_body(read.html) != read.html:
        raise forms.ValidationError(
            _("The full text contains HTML that is not allowed here or is not well formed.")
        )
    return read.html


def tidied(typed: str) -> str:
    """What can be saved of the text; one that holds control characters stays as it is."""
    try:
        return tidy_typed_body(clean_text(typed))
    except InvalidValue:
        return typed


def is_unchanged(typed: str, before: str) -> bool:
    """Whether the texts are the same but for line ends and white space around them."""
    return with_plain_line_ends(typed).strip() == with_plain_line_ends(before).strip()


def with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
