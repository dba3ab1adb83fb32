"""A public site with unsafe settings does not start."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PUBLIC = {
    "ALLOWED_HOSTS": "journal.example.org",
    "SITE_URL": "https://journal.example.org",
    "SECRET_KEY": "s" * 50,
    "DATABASE_URL": "postgresql://journal:password@db.example.org/journal",
    "DEBUG": "0",
}


def last_line(**changes):
    """What reading the settings ends with, in a process of its own."""
    code = "from journal import settings; print(settings.IS_LOCAL, settings.SESSION_COOKIE_SECURE)"
    environment = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **PUBLIC, **changes}
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    return (ended.stdout or ended.stderr).strip().splitlines()[-1].rpartition("Configured: ")[2]


def test_a_public_site_starts_with_all_that_it_needs():
    assert last_line() == "False True"


def test_a_local_site_needs_nothing():
    assert last_line(ALLOWED_HOSTS="", SITE_URL="", SECRET_KEY="", DATABASE_URL="") == "True False"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"DEBUG": "1"}, "DEBUG shows secrets to strangers: only for local ALLOWED_HOSTS."),
        ({"SECRET_KEY": "short"}, "SECRET_KEY must be set, 50 random characters or more."),
        (
            {"SITE_URL": "http://journal.example.org"},
            "SITE_URL must begin with https:// for a public site.",
        ),
        (
            {"ALLOWED_HOSTS": "*"},
            "ALLOWED_HOSTS must name the site's hosts; * lets any host in.",
        ),
        (
            {"DATABASE_URL": ""},
            "DATABASE_URL must be set: our own server is for demonstration.",
        ),
    ],
)
def test_a_public_site_is_refused(changes, said):
    assert last_line(**changes) == said


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"PORT": ""}, "http://127.0.0.1:8000"),
        ({"PORT": "8123"}, "http://127.0.0.1:8123"),
        ({"PORT": "8123", "SITE_URL": "http://localhost:9000"}, "http://localhost:9000"),
    ],
)
def test_a_command_alone_writes_the_addresses_of_the_site_that_runs(changes, address):
    code = "from journal import settings; print(settings.SITE_URL)"
    environment = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **changes}

    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True
    )

    assert said.stdout.decode().strip() == address
