"""File fields of forms whose pictures are made ready for pages when they are uploaded."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import UploadedFile

from articles.editing.web_pictures import COVER, FIGURE, PORTRAIT, web_logo, web_picture
from articles.records.cleaning import InvalidValue

Maker = Callable[["File[Any]"], "ContentFile[bytes]"]
portrait: Maker = partial(web_picture, longest=PORTRAIT)
figure: Maker = partial(web_picture, longest=FIGURE)
cover: Maker = partial(web_picture, longest=COVER)
logo: Maker = web_logo


def made_picture(form: forms.ModelForm, field: str, make: Maker) -> Any:
    """The value of the field; a picture that was just uploaded, as `make` makes it.

    Raises ValidationError, which says what is wrong with the picture.
    """
    value = form.cleaned_data[field]
    if not isinstance(value, UploadedFile):
        return value
    try:
        return make(value)
    except InvalidValue as refusal:
        raise forms.ValidationError(str(refusal)) from refusal
