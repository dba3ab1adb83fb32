"""Queries of a web worker end, whether PostgreSQL cancels them or says nothing."""

import os
import signal

import psutil
import pytest
from django.db import OperationalError, connection

from journal.postgresql import base
from journal.postgresql.base import DatabaseWrapper

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def _limited(monkeypatch):
    monkeypatch.setattr(DatabaseWrapper, "is_limited", True)
    monkeypatch.setattr(base, "STATEMENT_SECONDS", 1)
    monkeypatch.setattr(base, "SILENCE_SECONDS", 0.3)
    monkeypatch.setattr(base, "CHECK_SECONDS", 0.2)
    connection.close()
    yield
    connection.close()


@pytest.fixture
def frozen():
    """The server's process of our connection is stopped, as a machine that swaps stops it."""
    connection.ensure_connection()
    pid = connection.connection.info.backend_pid
    os.kill(pid, signal.SIGSTOP)
    yield connection.connection
    if psutil.pid_exists(pid):
        os.kill(pid, signal.SIGCONT)


def ask(sql="SELECT 1"):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()


@pytest.mark.usefixtures("_limited")
def test_a_silent_server_is_given_up_and_its_connection_dropped(frozen):
    with pytest.raises(OperationalError, match="timeout"):
        ask()

    assert frozen.closed


@pytest.mark.usefixtures("_limited")
def test_a_connection_that_is_silent_between_two_requests_is_replaced(frozen):
    assert not connection.is_usable()

    connection.close()
    assert ask() == (1,)


@pytest.mark.usefixtures("_limited")
def test_a_statement_that_takes_too_long_is_cancelled_by_postgresql(monkeypatch):
    monkeypatch.setattr(base, "SILENCE_SECONDS", 10)
    connection.close()

    with pytest.raises(OperationalError, match="statement timeout"):
        ask("SELECT pg_sleep(5)")
    assert ask() == (1,)


def test_background_work_has_no_limit(monkeypatch):
    monkeypatch.setattr(DatabaseWrapper, "is_limited", False)
    connection.close()

    assert ask("SHOW statement_timeout") == ("0",)
