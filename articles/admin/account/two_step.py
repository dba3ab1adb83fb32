"""The second step of signing in: a code from the editor's telephone, with spare codes on paper."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

SPARE_CODES = 8
PAGE = "admin/account/two_step.html"


class CodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Code that the telephone shows"),
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
    """Each button of the page is a POST that says what it does."""
    wanted = request.POST.get("do", "")
    device = TOTPDevice.objects.filter(user=request.user).first()
    if wanted == "begin" and device is None:
        TOTPDevice.objects.create(user=request.user, name="telephone", confirmed=False)
        return HttpResponseRedirect(reverse("two_step"))
    if wanted == "confirm" and device and not device.confirmed:
        return confirm(request, device)
    if wanted in ("codes", "off") and device and device.confirmed:
        return change(request, device, wanted)
    return show(request, device)


def confirm(request: HttpRequest, device: TOTPDevice) -> HttpResponse:
    code = request.POST.get("code", "").replace(" ", "")
    if not device.verify_token(code):
        form = CodeForm(request.POST)
        form.add_error("code", _("The code is wrong. Is the telephone's clock right?"))
        return show(request, device, form=form)
    device.confirmed = True
    device.save()
    messages.success(request, _("From now on signing in takes two steps."))
    return show(request, device, spare=fresh_codes(request.user))


def change(request: HttpRequest, device: TOTPDevice, wanted: str) -> HttpResponse:
    """New spare codes, or the end of it: for who knows the password."""
    if not request.user.check_password(request.POST.get("password", "")):
        form = PasswordForm(request.POST)
        form.add_error("password", _("The password is wrong."))
        return show(request, device, form=form)
    if wanted == "codes":
        return show(request, device, spare=fresh_codes(request.user))
    StaticDevice.objects.filter(user=request.user).delete()
    device.delete()
    messages.success(request, _("Signing in takes the password alone again."))
    return HttpResponseRedirect(reverse("two_step"))


@transaction.atomic
def fresh_codes(user: Any) -> list[str]:
    """Each is good once; the ones given before are good no more."""
    device, _created = StaticDevice.objects.get_or_create(user=user, name="paper")
    device.token_set.all().delete()
    codes = [StaticToken.random_token() for _number in range(SPARE_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def show(
    request: HttpRequest,
    device: TOTPDevice | None,
    form: forms.Form | None = None,
    spare: list[str] | None = None,
) -> HttpResponse:
    is_on = bool(device and device.confirmed)
    spare_left = StaticToken.objects.filter(device__user=request.user).count() if is_on else 0
    is_new = device is not None and not is_on
    context = {
        **admin.site.each_context(request),
        "title": _("Signing in with two steps"),
        "is_on": is_on,
        "is_begun": is_new,
        "picture": SafeString(picture(device.config_url)) if device and is_new else "",
        "key": in_fours(key_of(device)) if device and is_new else "",
        "form": form or (PasswordForm() if is_on else CodeForm()),
        "spare": spare,
        "spare_left": spare_left,
    }
    return TemplateResponse(request, PAGE, context)


def picture(address: str) -> str:
    import segno  # 4 MB, for a page that is opened once

    return str(segno.make(address).svg_inline(scale=5, dark="#000", light="#fff", omitsize=False))


def key_of(device: TOTPDevice) -> str:
    from_address: str = device.config_url.partition("secret=")[2].partition("&")[0]
    return from_address


def in_fours(key: str) -> str:
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))
