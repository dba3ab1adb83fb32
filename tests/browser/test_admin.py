"""The admin under our strict Content-Security-Policy, in a real browser."""

import pytest
from django.contrib.auth import get_user_model


@pytest.mark.django_db(transaction=True)
def test_an_editor_signs_in(live_server, page):
    get_user_model().objects.create_superuser("aigerim", password="Жусан-2026")

    page.goto(f"{live_server.url}/admin/")
    page.fill("[name=username]", "aigerim")
    page.fill("[name=password]", "Жусан-2026")
    page.click("[type=submit]")

    assert page.locator("#user-tools strong").text_content() == "aigerim"
