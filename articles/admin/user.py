"""Users, and their roles in the journals."""

from __future__ import annotations

from functools import cache
from typing import Any, ClassVar

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin as StockUserAdmin
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.models import Membership, User
from articles.models.roles import Action, can_do, is_editor, journals_for

from .invitation import CLOSED, InvitationForm, find_or_create_user, send_invitation
from .permissions import JournalPermissionsMixin, editor_of
from .safe_forms import SafeFormMixin


class MembershipInline(admin.TabularInline):
    """Fetches the choices of journals and sections once, not once for each row."""

    model = Membership
    extra = 0
    filter_horizontal = ("sections",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        rows: QuerySet[Membership] = super().get_queryset(request)
        return rows.select_related("user", "journal").prefetch_related("sections")

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        field: Any = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("journal", "sections"):
            choices = field.choices
            field.choices = cache(lambda: list(iter(choices)))
        return field


class UserAdmin(SafeFormMixin, StockUserAdmin):
    """A chief editor sees the users of their journals; only a superuser changes users."""

    inlines: ClassVar = [MembershipInline]
    list_display = ("username", "email", "first_name", "last_name", "is_active")
    list_filter = ("is_active", "is_superuser")
    filter_horizontal = ("user_permissions",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (
            gettext_lazy("Person"),
            {"fields": ("first_name", "last_name", "email", "interface_language")},
        ),
        (gettext_lazy("Permissions"), {"fields": ("is_active", "is_staff", "is_superuser")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        rows: QuerySet[User] = super().get_queryset(request)
        keys = journals_for(editor_of(request), Action.INVITE)
        return rows if keys is None else rows.filter(memberships__journal__in=keys).distinct()

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if request.user.is_superuser else self.fieldsets[1:2]

    def get_inlines(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Hides a user's roles from chief editors: some are in other journals."""
        return self.inlines if request.user.is_superuser else []

    def has_module_permission(self, request: HttpRequest) -> bool:
        return can_do(request.user, Action.INVITE)

    def has_view_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        if not can_do(request.user, Action.INVITE):
            return False
        return obj is None or self.get_queryset(request).filter(pk=obj.pk).exists()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_superuser)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return bool(request.user.is_superuser)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return bool(request.user.is_superuser)


class MembershipAdmin(JournalPermissionsMixin, SafeFormMixin, admin.ModelAdmin):
    """Adding a membership invites a person by e-mail, who then chooses a password."""

    view_action = Action.INVITE
    change_action = Action.INVITE
    list_display = ("user", "journal", "role")
    list_filter = ("role",)
    list_select_related = ("user", "journal")
    filter_horizontal = ("sections",)
    actions = ("invite_again",)

    def get_form(
        self,
        request: HttpRequest,
        obj: Membership | None = None,
        change: bool = False,
        **kwargs: Any,
    ) -> Any:
        if obj is None:
            kwargs["form"] = InvitationForm
        return super().get_form(request, obj, change, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Membership | None = None) -> Any:
        person: tuple[Any, ...] = ("email", ("first_name", "last_name"), "interface_language")
        role = ("journal", "role", "sections", "languages")
        return ((None, {"fields": (*(person if obj is None else ("user",)), *role)}),)

    def get_readonly_fields(self, request: HttpRequest, obj: Membership | None = None) -> Any:
        return ("user", "journal") if obj else ()

    def save_model(
        self, request: HttpRequest, obj: Membership, form: ModelForm[Any], change: bool
    ) -> None:
        if not change:
            obj.user = find_or_create_user(form.cleaned_data)
        super().save_model(request, obj, form, change)
        if not change:
            send_invitation(obj)
            messages.success(request, _("Invitation sent to %(email)s.") % vars(obj.user))

    @admin.action(description=gettext_lazy("Send the invitation again"))
    def invite_again(self, request: HttpRequest, memberships: QuerySet[Membership]) -> None:
        rows = list(memberships.select_related("user", "journal"))
        invited = [membership for membership in rows if is_editor(membership.user)]
        for membership in invited:
            send_invitation(membership)
        messages.success(request, _("Invitations sent: %(count)d.") % {"count": len(invited)})
        for membership in rows:
            if membership not in invited:
                messages.warning(request, f"{membership.user}: {CLOSED}")
