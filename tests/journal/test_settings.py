"""Settings of a public and of a local site; unsafe ones are refused."""

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
    """The last line that a process prints when it reads the settings."""
    code = "from journal import settings; print(settings.IS_LOCAL, settings.SESSION_COOKIE_SECURE)"
    environment = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **PUBLIC, **changes}
    process = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    return (process.stdout or process.stderr).strip().splitlines()[-1].rpartition("Configured: ")[2]


def test_a_complete_public_site_starts():
    assert last_line() == "False True"


def test_a_local_site_needs_nothing():
    assert last_line(ALLOWED_HOSTS="", SITE_URL="", SECRET_KEY="", DATABASE_URL="") == "True False"


@pytest.mark.parametrize(
    ("changes", "message"),
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
def test_an_unsafe_public_site_is_refused(changes, message):
    assert last_line(**changes) == message


@pytest.mark.parametrize(
    ("changes", "address"),
    [
        ({}, "http://127.0.0.1:8000"),
        ({"PORT": ""}, "http://127.0.0.1:8000"),
        ({"PORT": "8123"}, "http://127.0.0.1:8123"),
        ({"PORT": "8123", "SITE_URL": "http://localhost:9000"}, "http://localhost:9000"),
    ],
)
def test_a_command_uses_the_address_of_the_running_site(changes, address):
    code = "from journal import settings; print(settings.SITE_URL)"
    environment = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **changes}

    process = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True
    )

    assert process.stdout.decode().strip() == address
