"""Addresses that take no form: the web server does not wait for a body sent to them."""

import re

import pytest
from django.urls import URLPattern, get_resolver

from journal.asgi import takes_body
from journal.server.environ import BODY_REFUSAL

VARIABLE = re.compile("<[^>]+>")
OF_NINJA = {"/api/v1/openapi.json", "/api/v1/docs"}  # answer any method, and read no body
AGAIN = {
    408: "Your data arrived too slowly, and nothing was saved. Check the connection, then send it "
    "again.",
    413: "What you sent is larger than 110 MB, and nothing was saved. Send smaller or fewer files.",
    507: "The server's disk is full, and nothing was saved. Tell the administrator of the site, "
    "then send it again.",
}


def addresses(patterns, root=""):
    """An address of every view, below /kk/ where it has a language."""
    for entry in patterns:
        place = root + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield "/" + VARIABLE.sub("1", place)
        else:
            yield from addresses(entry.url_patterns, place)


def is_form(address, method="POST"):
    return takes_body({"method": method, "path": address})


ALL = {
    address
    for address in addresses(get_resolver().url_patterns)
    if "(?" not in address and not is_form(address)
}


@pytest.mark.django_db
@pytest.mark.parametrize("address", sorted(ALL - OF_NINJA))
def test_whatever_takes_a_form_has_an_address_of_forms(client, address):
    assert client.post(address).status_code in (404, 405)


@pytest.mark.parametrize("address", ["/admin/login/", "/oai/", "/i18n/setlang/", "/ru/proof/a/"])
def test_a_form_is_read_at_these_addresses_by_post_alone(address):
    assert (is_form(address), is_form(address, "GET")) == (True, False)


@pytest.mark.django_db
@pytest.mark.parametrize(("status", "message"), AGAIN.items())
def test_a_refused_body_is_answered_with_what_to_do(client, status, message):
    headers = {"accept-language": "en"}

    response = client.post("/admin/login/", headers=headers, **{BODY_REFUSAL: status})

    assert (response.status_code, response.content.decode()) == (status, message)
