"""Permissions in the admin, as mixins: the memberships of the user decide, journal by journal."""

from __future__ import annotations

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.db.models import Field, Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest

from articles.models import Article, Journal, User
from articles.models.roles import Action, articles_within, can_do, journals_for


def editor_of(request: HttpRequest) -> User:
    """The signed-in editor; the admin lets nobody else reach its views."""
    return cast(User, request.user)


class VisibleChoicesMixin:
    """A mixin for a ModelAdmin or an inline: a relation offers what the editor may see."""

    admin_site: Any
    change_action: Action

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("queryset", self.choices(db_field, request))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]  # of BaseModelAdmin

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs.setdefault("queryset", self.choices(db_field, request))
        return super().formfield_for_manytomany(db_field, request, **kwargs)  # type: ignore[misc]  # of BaseModelAdmin

    def choices(self, db_field: Field[Any, Any], request: HttpRequest) -> QuerySet[Any] | None:
        """None for a table without an admin: Django then offers all of it."""
        relation: Any = db_field.remote_field
        model = relation.model
        if model is Journal:
            keys = journals_for(editor_of(request), self.change_action)
            journals = Journal.objects.in_order()
            return journals if keys is None else journals.filter(pk__in=keys)
        if not self.admin_site.is_registered(model):
            return None
        rows: QuerySet[Any] = self.admin_site.get_model_admin(model).get_queryset(request)
        return rows


class JournalPermissionsMixin(VisibleChoicesMixin):
    """A mixin for the ModelAdmin of a table whose rows belong to a journal.

    `journal_lookup` is the path from a row to its journal, as a query writes it.
    """

    journal_lookup = "journal"
    view_action = Action.VIEW
    change_action = Action.ARRANGE

    def has_module_permission(self, request: HttpRequest) -> bool:
        return can_do(request.user, self.view_action)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return can_do(request.user, self.view_action, self.journal_of(obj))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return can_do(request.user, self.change_action)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return can_do(request.user, self.change_action, self.journal_of(obj))

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return can_do(request.user, self.change_action, self.journal_of(obj))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request)  # type: ignore[misc]  # of ModelAdmin
        keys = journals_for(editor_of(request), self.view_action)
        return rows if keys is None else rows.filter(**{f"{self.journal_lookup}__in": keys})

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Adds the journal of a new row for an editor of one journal."""
        initial: dict[str, Any] = super().get_changeform_initial_data(request)  # type: ignore[misc]  # of ModelAdmin
        keys = journals_for(editor_of(request), self.change_action)
        if self.journal_lookup == "journal" and keys is not None and len(keys) == 1:
            (initial["journal"],) = keys
        return initial

    def journal_of(self, row: Model | None) -> Model | None:
        """The row's journal. For a row without one, an unsaved journal, which has no members."""
        if row is None:
            return None
        value: Any = row
        for step in self.journal_lookup.split("__"):
            value = getattr(value, step, None)
        return value or Journal(pk=0)

    def save_model(
        self, request: HttpRequest, obj: Any, form: ModelForm[Any], change: bool
    ) -> None:
        """Checks the journal that the row is moved to, not only the one that it comes from."""
        if not can_do(request.user, self.change_action, self.journal_of(obj)):
            raise PermissionDenied
        super().save_model(request, obj, form, change)  # type: ignore[misc]  # of ModelAdmin


class JournalInlinePermissionsMixin(VisibleChoicesMixin):
    """A mixin for an inline: whoever may change the parent row may change its inline rows."""

    change_action = Action.MANAGE

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return can_do(request.user, Action.VIEW, obj)

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return can_do(request.user, self.change_action, obj)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return can_do(request.user, self.change_action, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return can_do(request.user, self.change_action, obj)


class ArticlePermissionsMixin(VisibleChoicesMixin):
    """A mixin for the ModelAdmin of articles: section editors reach their own sections alone.

    Everybody who may translate may open the form for writing; `editing.permitted` then limits what
    is saved to what the role allows. Articles are never deleted: they have a history.
    """

    change_action = Action.EDIT

    def has_module_permission(self, request: HttpRequest) -> bool:
        return can_do(request.user, Action.VIEW)

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return can_do(request.user, Action.VIEW, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return can_do(request.user, Action.EDIT)

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return can_do(request.user, Action.TRANSLATE, obj)

    def has_edit_permission(self, request: HttpRequest) -> bool:
        """For actions on chosen articles (`permissions=["edit"]`)."""
        return can_do(request.user, Action.EDIT)

    def has_publish_permission(self, request: HttpRequest) -> bool:
        """For actions on chosen articles (`permissions=["publish"]`)."""
        return can_do(request.user, Action.PUBLISH)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        rows: QuerySet[Article] = super().get_queryset(request)  # type: ignore[misc]  # of ModelAdmin
        return rows.filter(articles_within(editor_of(request), Action.VIEW))


class SharedPermissionsMixin:
    """A mixin for the ModelAdmin of people and organisations, which all journals share.

    Articles keep the names as printed in rows of their own, so a change here alters no article.
    """

    def has_module_permission(self, request: HttpRequest) -> bool:
        return can_do(request.user, Action.VIEW)

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return can_do(request.user, Action.VIEW)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return can_do(request.user, Action.EDIT)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return can_do(request.user, Action.EDIT)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return bool(request.user.is_superuser)
