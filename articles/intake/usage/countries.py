"""The country of an address, only from a database file on this machine (MaxMind's format)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

CountryOf = Callable[[str], str]


class NoCountries(Exception):
    """The database of the setting cannot be used. The text says what to do."""


def country_lookup(path: str) -> CountryOf:
    """A function from an address to a code of ISO 3166-1, or ''. Raises NoCountries."""
    if not path:
        return lambda address: ""
    if not Path(path).is_file():
        raise NoCountries(_("USAGE_COUNTRIES names no file: %(path)s") % {"path": path})
    try:
        reader = import_module("maxminddb").open_database(path)
    except ImportError:
        message = _("USAGE_COUNTRIES is set, but the package maxminddb is not installed.")
        raise NoCountries(message) from None
    except Exception as error:  # the package raises its own
        raise NoCountries(f"{path}: {error}") from error
    return lru_cache(20_000)(lambda address: country_in(reader, address))


def country_in(reader: Any, address: str) -> str:
    try:
        facts = reader.get(address) or {}
        code = facts["country"]["iso_code"]
    except (ValueError, KeyError, TypeError):
        return ""
    return code if isinstance(code, str) and len(code) == 2 and code.isalpha() else ""
