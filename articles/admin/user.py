"""Who signs in, and their role in each journal."""

from __future__ import annotations

from typing import ClassVar

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as StockUserAdmin
from django.utils.translation import gettext_lazy as _

from articles.models import Membership


class MembershipInline(admin.TabularInline):
    model = Membership
    extra = 0
    filter_horizontal = ("sections",)


class UserAdmin(StockUserAdmin):
    inlines: ClassVar = [MembershipInline]
    list_display = ("username", "email", "first_name", "last_name", "is_staff")
    filter_horizontal = ("user_permissions",)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("first_name", "last_name", "email", "interface_language")}),
        (_("Permissions"), {"fields": ("is_active", "is_staff", "is_superuser")}),
    )


class MembershipAdmin(admin.ModelAdmin):
    list_display = ("user", "journal", "role")
    list_filter = ("journal", "role")
    list_select_related = ("user", "journal")
    filter_horizontal = ("sections",)
