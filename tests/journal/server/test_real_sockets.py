"""The web server itself, over sockets: slow clients hold nobody up, and files come in ranges."""

import os
from contextlib import closing
from http.client import HTTPConnection

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles.records.record import Galley
from tests.browser.restarted import Server
from tests.factories import a_public_article
from tests.slow_partners.clients import GET, POST, open_connections

pytestmark = pytest.mark.django_db(transaction=True)
CONTENT = b"%PDF-1.7 " + os.urandom(8 * 2**20)
MANY = 40  # more than the server has threads


@pytest.fixture
def pdf(monkeypatch, settings):
    """The address of a public file."""
    monkeypatch.setenv("MEDIA_ROOT", str(settings.MEDIA_ROOT))
    path = default_storage.save("galleys/a.pdf", ContentFile(CONTENT))
    galley = Galley(
        language="kk", kind="pdf", name="a.pdf", size=len(CONTENT), checksum="0" * 64, path=path
    )
    article = a_public_article(galleys=(galley,))
    return f"/kk/articles/{article.pk}/files/{article.galleys.get().pk}/a.pdf"


def ask(port, path, method="GET", **headers):
    with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        return response.status, response.headers, response.read()


def test_clients_that_send_nothing_or_take_nothing_hold_nobody_up(pdf):
    with (
        Server() as server,
        open_connections(server.port, MANY, POST.format(path="/admin/login/")),
        open_connections(server.port, MANY, POST.format(path="/kk/")),
        open_connections(server.port, MANY, GET.format(path=pdf)),
    ):
        answers = [ask(server.port, "/kk/")[0] for _reader in range(5)]

    assert answers == [200] * 5


def test_a_file_is_sent_whole_in_parts_or_not_at_all(pdf):
    with Server() as server:
        whole = ask(server.port, pdf)
        part = ask(server.port, pdf, Range="bytes=5000000-5999999")
        head = ask(server.port, pdf, "HEAD")
        unchanged = ask(server.port, pdf, **{"If-None-Match": whole[1]["ETag"]})

    assert (whole[0], whole[2] == CONTENT) == (200, True)
    assert (part[0], part[2] == CONTENT[5_000_000:6_000_000]) == (206, True)
    assert (head[0], head[1]["Content-Length"], head[2]) == (200, str(len(CONTENT)), b"")
    assert (unchanged[0], unchanged[2]) == (304, b"")
