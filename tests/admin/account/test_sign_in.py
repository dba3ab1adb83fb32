"""Signing in: the lock after wrong passwords, two-step sign-in, resetting the password."""

import re
from datetime import timedelta

import pytest
import segno
from django.core import mail
from django.test import Client
from django.urls import reverse
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from articles.admin.account.two_step import in_fours, setup_of
from articles.models import User

pytestmark = pytest.mark.django_db
LOGIN = reverse("admin:login")
PAGE = reverse("two_step")
PASSWORD = "Жусан-2026"


@pytest.fixture
def person():
    return User.objects.create_user(
        "dana",
        "dana@example.org",
        PASSWORD,
        is_staff=True,
        is_superuser=True,
        interface_language="ru",
    )


def sign_in(client, **typed):
    return client.post(LOGIN, {"username": "dana", "password": PASSWORD, **typed})


def code_now(device):
    return f"{totp(device.bin_key, device.step, device.t0, device.digits):06d}"


def test_ten_wrong_passwords_lock_the_account_for_a_while(person):
    client = Client()
    for number in range(10):
        sign_in(client, password=f"wrong {number}")

    right = sign_in(client)
    elsewhere = sign_in(Client(REMOTE_ADDR="10.1.2.3"))

    assert (right.status_code, elsewhere.status_code) == (429, 302)


@pytest.fixture
def with_two_steps(person):
    client = Client()
    client.force_login(person)
    client.post(PAGE, {"do": "begin"})
    device = TOTPDevice.objects.get()
    page_text = client.get(PAGE).content.decode()
    page = client.post(PAGE, {"do": "confirm", "code": code_now(device)})
    TOTPDevice.objects.update(last_t=-1)  # as if time for the next code had come
    return device, page_text, page.context["spare"]


def test_the_qr_code_is_shown_during_setup(with_two_steps):
    _device, page_text, spare = with_two_steps

    assert "<svg" in page_text
    assert "style=" not in re.search(r'<div class="qr">.*?</div>', page_text, re.S)[0]
    assert len(spare) == 8


def test_with_two_steps_the_password_alone_does_not_sign_in(with_two_steps):
    device, _page_text, spare = with_two_steps

    alone = sign_in(Client())
    wrong = sign_in(Client(), code="000000")
    for devices in (TOTPDevice.objects, StaticDevice.objects):  # as if the wait were over
        devices.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    right = sign_in(Client(), code=code_now(device))
    on_paper = sign_in(Client(), code=spare[0])
    again = sign_in(Client(), code=spare[0])

    assert [response.status_code for response in (alone, wrong, right, on_paper, again)] == [
        200,
        200,
        302,
        302,
        200,
    ]


def inputs(response):
    return re.findall(r'<input[^>]* name="(\w+)"', response.text.partition('id="login-form"')[2])


def test_the_code_is_asked_after_the_password_and_only_of_those_who_have_one(with_two_steps):
    device, _page_text, _spare = with_two_steps
    client = Client()

    first = client.get(LOGIN)
    second = sign_in(client)
    token = second.context["form"].new_password_token
    code = {"code": code_now(device), "password_token": token}
    third = client.post(LOGIN, {"username": "dana", **code})

    assert "code" not in inputs(first)
    assert {"code", "password_token"} <= set(inputs(second))
    assert "password" not in inputs(second)
    assert third.status_code == 302


@pytest.mark.parametrize("token", ["forged", "expired"])
def test_a_token_in_place_of_the_password_is_genuine_and_new(with_two_steps, token, monkeypatch):
    device, _page_text, _spare = with_two_steps
    client = Client()
    if token == "expired":
        token = sign_in(client).context["form"].new_password_token
        monkeypatch.setattr("articles.admin.account.sign_in.MAX_AGE", -1)

    code = {"code": code_now(device), "password_token": token}
    response = client.post(LOGIN, {"username": "dana", **code})

    assert response.context["form"].non_field_errors()
    assert "_auth_user_id" not in client.session


def test_switching_two_steps_off_needs_the_password(with_two_steps, person):
    client = Client()
    client.force_login(person)

    client.post(PAGE, {"do": "off", "password": "wrong"})
    devices = TOTPDevice.objects.count()
    client.post(PAGE, {"do": "off", "password": PASSWORD})

    assert (devices, TOTPDevice.objects.count()) == (1, 0)
    assert sign_in(Client()).status_code == 302


def test_no_page_of_the_admin_shows_the_keys_of_others(with_two_steps, person):
    client = Client()
    client.force_login(person)

    assert client.get("/admin/otp_totp/totpdevice/").status_code == 404
    assert client.get("/admin/otp_static/staticdevice/").status_code == 404


def test_a_forgotten_password_is_reset_by_e_mail(person):
    Client().post(reverse("admin_password_reset"), {"email": "dana@example.org"})

    (message,) = mail.outbox
    link = re.search(r"http://127\.0\.0\.1:8000(/admin/reset/\S+)", message.body)[1]
    visitor = Client()
    form = visitor.get(link, follow=True)
    typed = {"new_password1": "Бетеге-2026", "new_password2": "Бетеге-2026"}
    visitor.post(form.request["PATH_INFO"], typed)
    person.refresh_from_db()
    assert person.check_password("Бетеге-2026")
    assert Client().get(link, follow=True).context["validlink"] is False


def ask_for_a_link():
    return Client().post(reverse("admin_password_reset"), {"email": "dana@example.org"})


@pytest.mark.parametrize(("minutes", "count"), [(9, 1), (11, 2)])
def test_an_account_gets_one_link_in_ten_minutes(person, minutes, count):
    ask_for_a_link()
    person.refresh_from_db()
    person.password_reset_at -= timedelta(minutes=minutes)
    person.save()

    again = ask_for_a_link()

    assert (again.status_code, again["Location"]) == (302, reverse("password_reset_done"))
    assert len(mail.outbox) == count


def test_the_reset_page_does_not_reveal_known_addresses():
    response = Client().post(reverse("admin_password_reset"), {"email": "nobody@example.org"})

    assert (response.status_code, mail.outbox) == (302, [])


def test_the_qr_code_is_drawn_dot_by_dot(person):
    device = TOTPDevice.objects.create(user=person, key="0" * 40, confirmed=False)

    setup = setup_of(device)

    rows = [bytes(row) for row in segno.make(device.config_url).matrix_iter()]
    drawn = {tuple(map(int, dot)) for dot in re.findall(r"M(\d+) (\d+)h1v1h-1z", setup.path)}
    assert setup.size == len(rows)
    assert drawn == {(x, y) for y, row in enumerate(rows) for x, dot in enumerate(row) if dot}
    assert re.fullmatch(r"([A-Z2-7]{4} )*[A-Z2-7]{1,4}", setup.key)
    assert setup.key.replace(" ", "") in device.config_url


def test_a_wrong_code_is_an_error_and_does_not_switch_two_steps_on(person):
    client = Client()
    client.force_login(person)
    User.objects.update(interface_language="en")
    client.post(PAGE, {"do": "begin"})

    page = client.post(PAGE, {"do": "confirm", "code": "wrong"})

    assert page.context["form"].errors == {
        "code": ["The code is wrong. Check the time on your phone."]
    }
    assert TOTPDevice.objects.get().confirmed is False


def test_new_spare_codes_replace_the_earlier_ones(with_two_steps, person):
    _device, _page_text, earlier = with_two_steps
    client = Client()
    client.force_login(person)

    spare = client.post(PAGE, {"do": "codes", "password": PASSWORD}).context["spare"]

    codes = StaticToken.objects.values_list("token", flat=True)
    assert (sorted(codes), set(spare) & set(earlier)) == (sorted(spare), set())
    assert client.get(PAGE).context["spare_left"] == 8


def test_the_key_is_written_in_groups_of_four():
    assert in_fours("ABCDEFGHIJ") == "ABCD EFGH IJ"
