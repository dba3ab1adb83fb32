"""What several models share: the choice of language, validators and CHECKs of identifiers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.records import identifiers
from articles.records.languages import LANGUAGES, known_language

ORCID_FORM = r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$"
ISSN_FORM = r"^\d{4}-\d{3}[\dX]$"
ROR_FORM = r"^https://ror\.org/0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}$"
DOI_FORM = r"^10\.[0-9]{4,9}/[!-~]{1,200}$"
PREFIX_FORM = r"^10\.[0-9]{4,9}$"
# The characters that Crossref allows in a new DOI.
DOI_NUMBER_FORM = r"^[A-Za-z0-9._;()/-]+$"


class LanguageChoice(models.TextChoices):
    KK = "kk", _("Kazakh")
    RU = "ru", _("Russian")
    EN = "en", _("English")


class SizedFile(FieldFile):
    """A file of a row that is stored with its size, in the column `<field>_size`."""

    def save(self, name: str, content: File[Any], save: bool = True) -> None:
        setattr(self.instance, f"{self.field.name}_size", content.size)
        super().save(name, content, save)


class SizedFileField(models.FileField):
    """A file whose size pages show without asking the storage. Its size column comes after it."""

    attr_class = SizedFile


def text_for_editors(row: models.Model, field: str) -> str:
    """The text in the language of the interface, else in the first that has one, else ''."""
    for code in (known_language(get_language()), *LANGUAGES):
        if value := getattr(row, f"{field}_{code}"):
            return str(value)
    return ""


def form_check(table: str, column: str, form: str) -> models.CheckConstraint:
    """The column is empty or has the form (a regular expression)."""
    return models.CheckConstraint(
        name=f"{table}_{column}_form",
        condition=models.Q(**{column: ""}) | models.Q(**{f"{column}__regex": form}),
    )


def validate_orcid(value: str) -> None:
    """Raises ValidationError, as those below, unless the value is in its normal form."""
    _validate(identifiers.orcid, value)


def validate_ror(value: str) -> None:
    _validate(identifiers.ror, value)


def validate_issn(value: str) -> None:
    _validate(identifiers.issn, value)


def validate_doi(value: str) -> None:
    _validate(identifiers.doi, value)


def _validate(normalise: Callable[[str], str], value: str) -> None:
    try:
        normal = normalise(value)
    except ValueError as error:
        raise ValidationError(str(error)) from error
    if normal != value:
        raise ValidationError(_("Write it as %(value)s."), params={"value": normal})
