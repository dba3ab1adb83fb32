"""What readers and editors see while the database or the storage is away, or a disk is full."""

import errno

import pytest
from django.db import IntegrityError, InterfaceError, OperationalError
from psycopg.errors import DiskFull, QueryCanceled

from journal.breaker import Unavailable

pytestmark = pytest.mark.django_db
FULL = (
    "The server's disk is full, and nothing was saved. Tell the administrator of the site, then "
    "send it again."
)


def caused(error, cause):
    error.__cause__ = cause
    return error


@pytest.fixture
def answer(client, monkeypatch):
    """The site's answer if the error is raised somewhere in a view."""
    client.raise_request_exception = False

    def answer_to(error):
        def fail(*arguments, **options):
            raise error

        monkeypatch.setattr("articles.views.home.site_journals", fail)
        return client.get("/en/")

    return answer_to


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("connection refused"),
        InterfaceError("connection already closed"),
        caused(OperationalError("canceling statement"), QueryCanceled()),
        Unavailable("The bucket does not answer"),
    ],
)
def test_a_partner_that_is_away_is_503_and_says_when_to_come_again(answer, error):
    response = answer(error)

    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert response["Cache-Control"] == "no-store"
    page = response.content.decode()
    assert [
        heading in page
        for heading in (
            "Сайт уақытша қолжетімсіз",
            "Сайт временно недоступен",
            "The site is temporarily unavailable",
        )
    ] == [True, True, True]


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EDQUOT, "Disk quota exceeded"),
        caused(OperationalError("could not extend file"), DiskFull()),
    ],
)
def test_a_full_disk_is_507_and_says_that_nothing_was_saved(answer, error):
    response = answer(error)

    assert (response.status_code, response.content.decode()) == (507, FULL)


@pytest.mark.parametrize("error", [ValueError(), OSError(errno.EIO, ""), IntegrityError()])
def test_a_fault_of_the_program_stays_500(answer, error):
    assert answer(error).status_code == 500
