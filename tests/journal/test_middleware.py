"""NUL bytes are refused, and every response has the security headers."""

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model

MESSAGE = "The request contains a NUL character. Remove it."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("method", "path", "form"),
    [
        ("get", "/admin/login/?next=%00", None),
        ("get", "/admin/login/?%00=1", None),
        ("get", "/admin/%00/", None),
        ("get", "/%00", None),
        ("post", "/admin/login/", {"username": "a\0", "password": "b"}),
        ("post", "/admin/login/", {"username\0": "a"}),
    ],
)
def test_a_nul_byte_is_refused_with_a_message(client, method, path, form):
    answer = getattr(client, method)(path, form, headers={"accept-language": "en"})

    assert (answer.status_code, answer.content.decode()) == (400, MESSAGE)


@pytest.mark.django_db
def test_an_uploaded_file_may_hold_nul_bytes(client, tmp_path):
    (tmp_path / "a.bin").write_bytes(b"a\0b")

    with open(tmp_path / "a.bin", "rb") as upload:
        answer = client.post("/admin/login/", {"username": "a", "cover": upload})

    assert answer.status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/admin/login/", "/no/such/page"])
def test_every_response_has_the_security_headers(client, path):
    headers = client.get(path).headers

    assert headers["Content-Security-Policy"] == settings.CONTENT_SECURITY_POLICY
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
def test_the_admin_has_no_inline_style_or_script(client):
    client.force_login(get_user_model().objects.create_superuser("editor"))

    page = client.get("/admin/").content.decode()

    assert [mark for mark in (" style=", "<style", " onclick=") if mark in page] == []
