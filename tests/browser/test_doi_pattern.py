"""The journal's pattern of DOIs, shown as it is typed, and refused where it names nothing."""

from datetime import date

import pytest

from tests.factories import a_journal

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def form(page, live_server, admin_client):
    journal = a_journal()
    cookie = {"name": "sessionid", "value": admin_client.cookies["sessionid"].value}
    page.context.add_cookies([{**cookie, "url": live_server.url}])
    page.goto(f"{live_server.url}/admin/articles/journal/{journal.pk}/change/")
    return page


def test_the_doi_of_a_pattern_is_shown_while_it_is_typed(form):
    form.fill("#id_doi_pattern", "{issn}/{year}-{through}.{part}-{id:0>5}-{nothing}")

    shown = form.locator("#id_doi_pattern + output").text_content()
    form.click("[name='_save']")
    form.wait_for_load_state()

    year = date.today().year
    assert shown == f"https://doi.org/10.5555/0000-0000/{year}-134.2-00157-⟨nothing?⟩"
    assert "{nothing}" in form.locator(".field-doi_pattern .errorlist").text_content()
