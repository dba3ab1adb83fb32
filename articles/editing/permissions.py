"""Whose save it is: an editor's everything, a translator's the texts of their own languages."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from articles.models import Article, User
from articles.models.roles import Action, languages_of, may
from articles.records.diff import Change, changes
from articles.records.record import Record


class ChangeNotPermitted(PermissionDenied):
    """`changes` are those that this editor's role does not cover; nothing was saved."""

    def __init__(self, changes: list[Change]) -> None:
        fields = ", ".join(change.field for change in changes[:5])
        super().__init__(
            _("Your role does not allow you to change: %(fields)s. Nothing was saved.")
            % {"fields": fields or "–"}
        )
        self.changes = changes


def check_permission(
    editor: User | None, article: Article, before: Record | None, after: Record
) -> None:
    """Raises NotYours; without an editor (a command) everything is permitted.

    A section editor moves an article neither out of the own sections nor into them.
    """
    if editor is None or editor.is_superuser:
        return
    goal = Article(journal_id=article.journal_id, section_id=after.section_id)
    start = Article(
        journal_id=article.journal_id, section_id=(before.section_id if before else goal.section_id)
    )
    if may(editor, Action.EDIT, start) and may(editor, Action.EDIT, goal):
        return
    own = languages_of(editor, article.journal_id)
    found = foreign(changes(before, after), own) if before else []
    if before is None or found:
        raise ChangeNotPermitted(found)


def foreign(found: list[Change], languages: set[str]) -> list[Change]:
    """The changes that are in none of the languages."""
    return [change for change in found if not languages.intersection(map(str, change.path))]
