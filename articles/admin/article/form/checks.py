"""Checks before a save that need more than one input or the database; all errors at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.admin.permissions import editor_of
from articles.admin.publish_form import check_not_ahead
from articles.editing.dois import FrozenDoi, check_doi
from articles.editing.files import WrongFileKind, check_kind
from articles.models import Article
from articles.models.roles import Action, can_do, sections_of
from articles.records.record import Galley, Record
from articles.records.validation import validate

from ..author_block.reading import pasted_text
from .article_form import ArticleForm
from .fields import KeyField
from .finding_errors import add_findings
from .rows import InlineRow
from .to_record import record_from_form
from .uploads import FILE_GONE, UNKNOWN_FILE, GalleyRow


def can_be_saved(request: HttpRequest, form: ArticleForm) -> bool:
    """Runs every check and adds its errors to the form; True if there is none."""
    form.full_clean()
    record = record_from_form(form)
    add_findings(form, validate(record))
    check_frozen_doi(form, record)
    check_publication_day(form, record)
    check_section(request, form, record)
    check_relation_to_itself(form)
    check_files(form)
    check_pasted_authors(request, form)
    check_keys(form.authorships.forms, "author")
    check_keys(form.affiliations.forms, "organisation")
    return not any(form.errors())


def check_frozen_doi(form: ArticleForm, record: Record) -> None:
    """Only a DOI that this editor changed is checked: they cannot correct another's change."""
    if form.base and record.doi == form.base.doi:
        return
    try:
        check_doi(form.article or Article(journal=form.journal), record.doi)
    except FrozenDoi as error:
        form.main.add_error("doi", str(error))


def check_publication_day(form: ArticleForm, record: Record) -> None:
    """A public article has no date of publication in the future; a draft may be scheduled."""
    is_changed = form.base is None or form.base.published_on != record.published_on
    if form.article and form.article.is_public and is_changed:
        try:
            check_not_ahead(record.published_on)
        except ValidationError as error:
            form.main.add_error("published_on", error)


def check_section(request: HttpRequest, form: ArticleForm, record: Record) -> None:
    """A section editor puts articles into their own sections only."""
    user = editor_of(request)
    moved = Article(journal_id=form.journal.pk, section_id=record.section_id)
    if form.is_translators or can_do(user, Action.EDIT, moved):
        return
    sections = ", ".join(str(section) for section in sections_of(user, form.journal))
    form.main.add_error(
        "section",
        _("You can only edit your own sections. Choose one of these: %(own)s.") % {"own": sections},
    )


def check_relation_to_itself(form: ArticleForm) -> None:
    for row in form.relations.active_rows():
        if form.article and row.cleaned_data["target"][0] == form.article.pk:
            row.add_error(
                "target", _("This is the same article. Choose another, or delete the row.")
            )


def check_pasted_authors(request: HttpRequest, form: ArticleForm) -> None:
    """Pasted authors that are not in the rows yet would be lost."""
    if pasted_text(request.POST):
        form.main.add_error(
            None,
            _(
                "The pasted authors are not in the form yet. Take them over or empty the box, "
                "then save again."
            ),
        )


def check_files(form: ArticleForm) -> None:
    """Each row of files has a stored upload or a file that the article had."""
    known = {galley.id: galley for galley in form.base.galleys} if form.base else {}
    for row in form.galleys.active_rows():
        key = row.cleaned_data.get("id")
        if row.stored_file and not row.stored_file.exists():
            row.forget_stored_file(str(FILE_GONE))
        elif not row.stored_file and key and key not in known:
            row.add_error("upload", str(UNKNOWN_FILE))
            row.set_hidden_value("id", "")
        elif path := path_to_check(row, known.get(key)):
            check_stored_kind(row, path)


def path_to_check(row: GalleyRow, galley: Galley | None) -> str:
    """The path of a stored file whose kind may have been chosen anew; '' if it was not.

    A file that this request has sent was checked as it arrived.
    """
    if row.stored_file and not row.cleaned_data.get("upload"):
        return row.stored_file.path
    is_changed = galley and not row.stored_file and galley.kind != row.cleaned_data.get("kind")
    return galley.path if galley and is_changed and default_storage.exists(galley.path) else ""


def check_stored_kind(row: GalleyRow, path: str) -> None:
    with default_storage.open(path) as file:
        try:
            check_kind(File(file, path.rpartition("/")[2]), row.cleaned_data.get("kind") or "")
        except WrongFileKind as error:
            row.add_error("upload", str(error))


def check_keys(rows: Sequence[InlineRow], name: str) -> None:
    """People or organisations that were chosen must exist; one query.

    A wrong key is removed from the form that is shown again, so that the next save succeeds. A
    locked input is left alone: saving drops its key without an error.
    """
    rows = [row for row in rows if not row.fields[name].disabled]
    keys = {row.cleaned_data[name] for row in rows if row.cleaned_data.get(name)}
    if keys:
        field = cast(KeyField, rows[0].fields[name])
        known = existing_keys(field, keys)
        for row in rows:
            if (row.cleaned_data.get(name) or None) not in {None, *known}:
                row.add_error(name, str(field.missing))
    for row in rows:
        if name in row.errors:
            row.set_hidden_value(name, "")


def existing_keys(field: KeyField, keys: set[int]) -> set[int]:
    return set(field.model._default_manager.filter(pk__in=keys).values_list("pk", flat=True))
