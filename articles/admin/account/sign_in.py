"""The sign-in form: user name and password, then the code of those with two-step sign-in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_otp import devices_for_user, match_token

from articles.models import User

SALT = "articles.admin.account.sign_in"
MAX_AGE = 5 * 60  # seconds between the password and the code
BACKEND = "django.contrib.auth.backends.ModelBackend"
CODE_ERRORS = {"code_missing", "code_wrong"}


class SignInForm(AdminAuthenticationForm):
    """Once the password was right, a signed token stands for it while the code is typed."""

    code = forms.CharField(
        label=gettext_lazy("Code"),
        required=False,
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}
        ),
    )
    password_token = forms.CharField(required=False, max_length=500)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.user_with_password: User | None = None
        if self.data.get("password_token"):
            self.fields["password"].required = False

    def clean(self) -> dict[str, Any]:
        token = self.cleaned_data.get("password_token", "")
        user = user_of_token(token)
        if user is None and token and not self.cleaned_data.get("password"):
            raise ValidationError(_("That took too long. Enter your name and password again."))
        if user is None:
            return super().clean()
        self.confirm_login_allowed(user)
        user.backend = BACKEND  # as authenticate() sets it
        self.user_cache = user
        return self.cleaned_data

    def confirm_login_allowed(self, user: User) -> None:
        """Checks the code after the password; the device slows down repeated wrong codes."""
        super().confirm_login_allowed(user)
        if not any(devices_for_user(user)):
            return
        self.user_with_password = user
        code = self.cleaned_data.get("code", "").replace(" ", "")
        if not code:
            raise ValidationError(
                _("This account uses two-step sign-in. Enter the code too."), code="code_missing"
            )
        if match_token(user, code) is None:
            raise ValidationError(
                _("The code is wrong or already used. Wait for the next one."), code="code_wrong"
            )

    @property
    def asks_code(self) -> bool:
        """Whether the password was right, and the code alone is missing or wrong."""
        return self.is_bound and any(
            error.code in CODE_ERRORS for error in self.non_field_errors().as_data()
        )

    @property
    def new_password_token(self) -> str:
        user = self.user_with_password
        return signing.dumps([user.pk, user.get_session_auth_hash()], salt=SALT) if user else ""


def user_of_token(token: str) -> User | None:
    """The user whose password was right minutes ago, and has not changed since."""
    try:
        key, password_hash = signing.loads(token, salt=SALT, max_age=MAX_AGE)
    except signing.BadSignature:
        return None
    user = User.objects.filter(pk=key).first()
    return user if user and user.get_session_auth_hash() == password_hash else None
