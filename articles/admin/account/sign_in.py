"""Signing in: name, password and, for who has set it up, a code of the telephone."""

from __future__ import annotations

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_otp import devices_for_user, match_token


class SignInForm(AdminAuthenticationForm):
    code = forms.CharField(
        label=gettext_lazy("Code"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        help_text=gettext_lazy("Only if you have set up signing in with two steps."),
    )

    def confirm_login_allowed(self, user: object) -> None:
        """The password was right; wrong codes are slowed down by the device itself."""
        super().confirm_login_allowed(user)  # type: ignore[arg-type]  # a user of ours
        if not any(devices_for_user(user)):
            return
        code = self.cleaned_data.get("code", "").replace(" ", "")
        if not code:
            raise ValidationError(
                _("This account signs in with two steps: enter the code too."), code="code_missing"
            )
        if match_token(user, code) is None:
            raise ValidationError(
                _("The code is wrong or used up. Wait for the next one."), code="code_wrong"
            )
