"""Uploads: rows of files, and the tokens by which an uploaded file outlives a refused save.

A browser sends a file once. It is stored at once, apart from the files of articles, and the form
that is shown again carries a signed token of it in place of the file.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
from django import forms
from django.core import signing
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from articles.editing.files import check_kind, check_size
from articles.editing.uploads import DAYS, FileGone, StoredUpload, store_upload
from articles.imports.pdf_pages import UnreadablePdf, read_pages
from articles.models import Galley
from articles.records.cleaning import InvalidValue

from .rows import InlineRow

SALT = "articles.admin.chosen"  # not renamed with the module: forms that are open stay valid
FILE_GONE = _(
    "The file you chose earlier is no longer stored. Choose it again, or save without it."
)
UNKNOWN_FILE = _(
    "This file does not belong to the article. Choose the file again, or delete the row."
)


def upload_token(file: StoredUpload, owner: str) -> str:
    """`owner` ties it to one editor and one article (`EditorPermissions.upload_owner`)."""
    return signing.dumps([owner, msgspec.to_builtins(file)], salt=SALT)


def file_of_token(token: str, owner: str) -> StoredUpload:
    """Raises FileGone for a token that is too old, another owner's, or no token."""
    try:
        signed_owner, file = signing.loads(token, salt=SALT, max_age=timedelta(days=DAYS))
    except (signing.BadSignature, ValueError) as error:
        raise FileGone(FILE_GONE) from error
    if signed_owner != owner:
        raise FileGone(FILE_GONE)
    return msgspec.convert(file, StoredUpload)


class GalleyRow(InlineRow):
    """A file of the article: one it has (`id`), a new one (`upload`), one sent before (`token`)."""

    id = forms.IntegerField(
        required=False, widget=forms.HiddenInput, error_messages={"invalid": UNKNOWN_FILE}
    )
    upload = forms.FileField(label=_("file"), required=False)
    token = forms.CharField(required=False, widget=forms.HiddenInput)

    stored_file: StoredUpload | None = None

    class Meta:
        model = Galley
        fields = ("order", "language", "kind")

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """Forms that were opened before the input `token` was renamed send it as `kept`."""
        super().__init__(*arguments, **named)
        if earlier := self.data.get(self.add_prefix("kept")):
            self.set_hidden_value("token", earlier)

    def is_blank(self) -> bool:
        cleaned = self.cleaned_data
        return not (cleaned.get("id") or cleaned.get("upload") or self.stored_file)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        try:
            if upload := cleaned.get("upload"):
                check_size(upload)
                check_kind(upload, cleaned.get("kind") or "")
            elif token := cleaned.get("token"):
                self.stored_file = file_of_token(token, self.permissions.upload_owner)
        except FileGone as error:
            self.forget_stored_file(str(error))
        except InvalidValue as error:
            self.add_error("upload", str(error))
        return cleaned

    def forget_stored_file(self, message: str) -> None:
        """Reports once that the file is gone; the next save goes on without it."""
        self.stored_file = None
        self.add_error("upload", message)
        self.set_hidden_value("token", "")

    def store_upload(self, seconds: float) -> UnreadablePdf | None:
        """Stores the uploaded file and puts its token into the form as it is shown again.

        Returns what is wrong with a PDF whose pages could not be counted in this time; it is stored
        all the same.
        """
        upload = self.cleaned_data.get("upload")
        if not upload or self.stored_file or self.is_deleted():
            return None
        pages, error = self.count_pages(upload, seconds)
        self.stored_file = store_upload(upload, pages)
        token = upload_token(self.stored_file, self.permissions.upload_owner)
        self.set_hidden_value("token", token)
        return error

    def count_pages(
        self, upload: File[Any], seconds: float
    ) -> tuple[int | None, UnreadablePdf | None]:
        if self.cleaned_data.get("kind") != "pdf":
            return None, None
        try:
            return read_pages(upload, seconds=seconds).count, None
        except UnreadablePdf as error:
            return None, error
