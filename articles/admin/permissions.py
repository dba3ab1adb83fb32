"""Who sees and does what in the admin: memberships alone decide, journal by journal."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Field, QuerySet
from django.http import HttpRequest

from articles.models import Article, Journal
from articles.models.roles import Action, journals_for, may, reach


class Choices:
    """For a ModelAdmin or an inline: what may be chosen is what one's own lists show."""

    admin_site: Any
    needs: Action

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **named: Any) -> Any:
        named.setdefault("queryset", self.choices(db_field, request))
        return super().formfield_for_foreignkey(db_field, request, **named)  # type: ignore[misc]  # of BaseModelAdmin

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **named: Any) -> Any:
        named.setdefault("queryset", self.choices(db_field, request))
        return super().formfield_for_manytomany(db_field, request, **named)  # type: ignore[misc]  # of BaseModelAdmin

    def choices(self, db_field: Field[Any, Any], request: HttpRequest) -> QuerySet[Any] | None:
        relation: Any = db_field.remote_field
        model = relation.model
        if model is Journal:
            keys = journals_for(request.user, self.needs)  # type: ignore[arg-type]  # signed in
            return Journal.objects.all() if keys is None else Journal.objects.filter(pk__in=keys)
        if not self.admin_site.is_registered(model):
            return None
        rows: QuerySet[Any] = self.admin_site.get_model_admin(model).get_queryset(request)
        return rows


class Scoped(Choices):
    """For a ModelAdmin. `way` leads from its rows to their journal, as a query writes it."""

    way = "journal"
    sees = Action.VIEW
    needs = Action.ARRANGE

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, self.sees)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, self.sees, self.place_of(obj))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may(request.user, self.needs)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, self.needs, self.place_of(obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, self.needs, self.place_of(obj))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset(request)  # type: ignore[misc]  # of ModelAdmin
        keys = journals_for(request.user, self.sees)  # type: ignore[arg-type]  # signed in
        return rows if keys is None else rows.filter(**{f"{self.way}__in": keys})

    def place_of(self, thing: Any) -> Any:
        """Its journal, or what has one; for what stands in no journal, one that nobody is in."""
        if thing is None:
            return None
        for step in self.way.split("__"):
            thing = getattr(thing, step, None)
        return thing or Journal(pk=0)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Where the row goes is asked too, not only where it came from."""
        if not may(request.user, self.needs, self.place_of(obj)):
            raise PermissionDenied
        super().save_model(request, obj, form, change)  # type: ignore[misc]  # of ModelAdmin


class ScopedInline(Choices):
    """For an inline: its rows are the parent's, and so is who may change them."""

    needs = Action.MANAGE

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, Action.VIEW, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, self.needs, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, self.needs, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, self.needs, obj)


class ArticleScope(Choices):
    """For the admin of articles: a section editor's are those of the own sections alone.

    Whoever may translate may open the form for writing; what is saved is held to the role by
    `editing.permitted`. Nothing that has a history is deleted.
    """

    needs = Action.EDIT

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Action.VIEW)

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return may(request.user, Action.VIEW, obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Action.EDIT)

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return may(request.user, Action.TRANSLATE, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        rows: QuerySet[Article] = super().get_queryset(request)  # type: ignore[misc]  # of ModelAdmin
        return rows.filter(reach(request.user, Action.VIEW))  # type: ignore[arg-type]  # signed in


class Shared:
    """For people and organisations, which belong to no journal: as printed stands elsewhere."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Action.VIEW)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, Action.VIEW)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Action.EDIT)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, Action.EDIT)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_superuser)
