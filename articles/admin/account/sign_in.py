"""The sign-in form: user name, password, and a code if two-step sign-in is on."""

from __future__ import annotations

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_otp import devices_for_user, match_token

from articles.models import User


class SignInForm(AdminAuthenticationForm):
    code = forms.CharField(
        label=gettext_lazy("Code"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        help_text=gettext_lazy("Only if you use two-step sign-in."),
    )

    def confirm_login_allowed(self, user: User) -> None:
        """Checks the code after the password; the device slows down repeated wrong codes."""
        super().confirm_login_allowed(user)
        if not any(devices_for_user(user)):
            return
        code = self.cleaned_data.get("code", "").replace(" ", "")
        if not code:
            raise ValidationError(
                _("This account uses two-step sign-in. Enter the code too."), code="code_missing"
            )
        if match_token(user, code) is None:
            raise ValidationError(
                _("The code is wrong or already used. Wait for the next one."), code="code_wrong"
            )
