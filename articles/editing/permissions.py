"""What a user's role allows to save: an editor everything, a translator texts in own languages."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from articles.models import Article, User
from articles.models.roles import Action, can_do, languages_of
from articles.records.diff import Change, changes
from articles.records.record import Record


class ChangeNotPermitted(PermissionDenied):
    """Nothing was saved: the user's role does not allow these `changes`."""

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
    """Raises ChangeNotPermitted. Without an editor (a command) everything is permitted.

    A section editor cannot move an article into or out of their own sections.
    """
    if editor is None or editor.is_superuser:
        return
    target = Article(journal_id=article.journal_id, section_id=after.section_id)
    current = Article(
        journal_id=article.journal_id,
        section_id=(before.section_id if before else target.section_id),
    )
    if can_do(editor, Action.EDIT, current) and can_do(editor, Action.EDIT, target):
        return
    languages = languages_of(editor, article.journal_id)
    refused = changes_outside(changes(before, after), languages) if before else []
    if before is None or refused:
        raise ChangeNotPermitted(refused)


def changes_outside(changes: list[Change], languages: set[str]) -> list[Change]:
    """The changes in none of the languages."""
    return [change for change in changes if not languages.intersection(map(str, change.path))]
