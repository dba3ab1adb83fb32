"""The list of articles writes the number of findings on its rows after it is shown."""

import pytest

from tests.factories import an_article

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_findings_of_a_row_are_counted_after_the_list_is_shown(page, live_server, admin_client):
    an_article()
    cookie = {"name": "sessionid", "value": admin_client.cookies["sessionid"].value}
    page.context.add_cookies([{**cookie, "url": live_server.url}])
    page.goto(f"{live_server.url}/admin/articles/article/")

    link = page.locator(".field-findings a.bad")
    link.wait_for()

    assert int(link.text_content()) > 0
    assert link.get_attribute("aria-label").endswith(f": {link.text_content()}")
