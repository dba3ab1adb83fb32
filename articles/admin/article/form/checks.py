"""All that keeps a sheet from being saved: found in one round, each told beside its input."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.editing.dois import FrozenDoi, check_doi
from articles.models import Article
from articles.models.roles import Action, may, sections_of
from articles.records.record import Record
from articles.records.validation import validity

from .article_form import Sheet
from .finding_errors import tell
from .to_record import record_from
from .uploads import GONE, NOT_ITS_FILE

PICKED = (("authorships", "author"), ("affiliations", "organisation"))


def is_sound(request: HttpRequest, sheet: Sheet) -> bool:
    """What one check finds hides nothing of the others."""
    sheet.read()
    record = record_from(sheet)
    tell(sheet, validity(record))
    tell_fixed_doi(sheet, record)
    tell_foreign_section(request, sheet, record)
    tell_relation_to_itself(sheet)
    tell_lost_files(sheet)
    for rows, name in PICKED:
        tell_unknown(sheet.rows[rows].forms, name)
    return not any(sheet.errors())


def tell_fixed_doi(sheet: Sheet, record: Record) -> None:
    """A DOI that this editor did not change is not this editor's matter."""
    if sheet.base and record.doi == sheet.base.doi:
        return
    try:
        check_doi(sheet.article or Article(journal=sheet.journal), record.doi)
    except FrozenDoi as fixed:
        sheet.form.add_error("doi", str(fixed))


def tell_foreign_section(request: HttpRequest, sheet: Sheet, record: Record) -> None:
    user: Any = request.user
    goal = Article(journal_id=sheet.journal.pk, section_id=record.section_id)
    if sheet.own is not None or may(user, Action.EDIT, goal):
        return
    own = ", ".join(str(section) for section in sections_of(user, sheet.journal))
    sheet.form.add_error(
        "section", _("You write in your own sections. Choose one of these: %(own)s.") % {"own": own}
    )


def tell_relation_to_itself(sheet: Sheet) -> None:
    for row in sheet.rows["relations"].standing():
        if sheet.article and row.cleaned_data["target"][0] == sheet.article.pk:
            row.add_error("target", _("This is the article itself. Name another, or delete it."))


def tell_lost_files(sheet: Sheet) -> None:
    """A row has a file that is kept, or is one of the article's own."""
    own = {one.id for one in sheet.base.galleys} if sheet.base else set()
    for row in sheet.rows["galleys"].standing():
        key = row.cleaned_data.get("id")
        if row.kept_file and not row.kept_file.exists():
            row.lose(str(GONE))
        elif not row.kept_file and key and key not in own:
            row.add_error("upload", str(NOT_ITS_FILE))
            row.put("id", "")


def tell_unknown(rows: list[Any], name: str) -> None:
    """A hidden key that leads nowhere; it is let go, so that the next save is not refused.

    Where it is not this editor's to change, saving lets go of it without a word.
    """
    rows = [row for row in rows if not row.fields[name].disabled]
    asked = {row.cleaned_data[name]: row for row in rows if row.cleaned_data.get(name)}
    if asked:
        table = rows[0].fields[name].table
        known = set(table.objects.filter(pk__in=asked).values_list("pk", flat=True))
        for row in rows:
            if (row.cleaned_data.get(name) or None) not in {None, *known}:
                row.add_error(name, row.fields[name].lost)
    for row in rows:
        if name in row.errors:
            row.put(name, "")
