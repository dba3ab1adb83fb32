"""Two-step sign-in: a code from an app on the editor's telephone, with spare codes on paper."""

from __future__ import annotations

import msgspec
from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from articles.models import User

from ..permissions import editor_of

SPARE_CODES = 8
PAGE = "admin/account/two_step.html"


class CodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Code shown on your phone"),
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class PasswordForm(forms.Form):
    password = forms.CharField(
        label=gettext_lazy("Your password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


@never_cache
@require_http_methods(["GET", "POST"])
def two_step(request: HttpRequest) -> HttpResponse:
    """The page on which an editor sets two-step sign-in up, and switches it off."""
    action = request.POST.get("do", "")
    device = TOTPDevice.objects.filter(user=request.user).first()
    if action == "begin" and device is None:
        TOTPDevice.objects.create(user=request.user, name="telephone", confirmed=False)
        return HttpResponseRedirect(reverse("two_step"))
    if action == "confirm" and device and not device.confirmed:
        return confirm(request, device)
    if action in ("codes", "off") and device and device.confirmed:
        return change(request, device, action)
    return render(request, device)


def confirm(request: HttpRequest, device: TOTPDevice) -> HttpResponse:
    """Switches it on once the editor has typed a code that the telephone shows."""
    code = request.POST.get("code", "").replace(" ", "")
    if not device.verify_token(code):
        form = CodeForm(request.POST)
        form.add_error("code", _("The code is wrong. Check the time on your phone."))
        return render(request, device, form=form)
    device.confirmed = True
    device.save()
    messages.success(request, _("Two-step sign-in is on."))
    return render(request, device, spare=make_spare_codes(editor_of(request)))


def change(request: HttpRequest, device: TOTPDevice, action: str) -> HttpResponse:
    """Makes new spare codes or switches two-step sign-in off, after checking the password."""
    if not request.user.check_password(request.POST.get("password", "")):
        form = PasswordForm(request.POST)
        form.add_error("password", _("The password is wrong."))
        return render(request, device, form=form)
    if action == "codes":
        return render(request, device, spare=make_spare_codes(editor_of(request)))
    StaticDevice.objects.filter(user=request.user).delete()
    device.delete()
    messages.success(request, _("Two-step sign-in is off."))
    return HttpResponseRedirect(reverse("two_step"))


@transaction.atomic
def make_spare_codes(user: User) -> list[str]:
    """Replaces the earlier codes; each code works once."""
    device, _created = StaticDevice.objects.get_or_create(user=user, name="paper")
    device.token_set.all().delete()
    codes = [StaticToken.random_token() for _number in range(SPARE_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def render(
    request: HttpRequest,
    device: TOTPDevice | None,
    form: forms.Form | None = None,
    spare: list[str] | None = None,
) -> HttpResponse:
    is_on = bool(device and device.confirmed)
    spare_left = StaticToken.objects.filter(device__user=editor_of(request)).count() if is_on else 0
    context = {
        **admin.site.each_context(request),
        "title": _("Two-step sign-in"),
        "is_on": is_on,
        "setup": setup_of(device) if device and not is_on else None,
        "form": form or (PasswordForm() if is_on else CodeForm()),
        "spare": spare,
        "spare_left": spare_left,
    }
    return TemplateResponse(request, PAGE, context)


class Setup(msgspec.Struct, frozen=True):
    """What the authenticator app reads: a QR code, drawn as an SVG path, or the key, typed."""

    path: str
    size: int  # of the picture, in modules (the dots of a QR code), with its quiet zone
    key: str


def setup_of(device: TOTPDevice) -> Setup:
    import segno  # 4 MB that a web worker needs on this page alone

    rows = [bytes(row) for row in segno.make(device.config_url).matrix_iter()]
    path = "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module
    )
    key = device.config_url.partition("secret=")[2].partition("&")[0]
    return Setup(path, len(rows), in_fours(key))


def in_fours(key: str) -> str:
    return " ".join(key[start : start + 4] for start in range(0, len(key), 4))
