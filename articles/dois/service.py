"""The deposit service and its credentials, from the environment only."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

import msgspec
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from articles.records.cleaning import InvalidValue


class NoCredentials(InvalidValue):
    """The environment has no login for the prefix."""


class Credentials(msgspec.Struct, frozen=True):
    login: str
    password: str

    def __repr__(self) -> str:
        return "Credentials(…)"


def host() -> str:
    """https://doi.crossref.org, https://test.crossref.org, or a stand-in on this machine."""
    return settings.CROSSREF_HOST.rstrip("/")


def is_test(address: str) -> bool:
    """Whether deposits are tests: on every service but Crossref's live one."""
    return urlsplit(address).hostname != "doi.crossref.org"


def credentials(prefix: str) -> Credentials:
    """CROSSREF_LOGIN_10_5555 and CROSSREF_PASSWORD_10_5555 for the prefix 10.5555.

    Raises NoCredentials if either is empty.
    """
    suffix = prefix.replace(".", "_")
    login = os.environ.get(f"CROSSREF_LOGIN_{suffix}", "")
    password = os.environ.get(f"CROSSREF_PASSWORD_{suffix}", "")
    if not (login and password):
        raise NoCredentials(
            _("The site has no login for Crossref (%(login)s, %(password)s)."),
            login=f"CROSSREF_LOGIN_{suffix}",
            password=f"CROSSREF_PASSWORD_{suffix}",
        )
    return Credentials(login, password)
