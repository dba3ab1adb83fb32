"""Reads settings from the environment and from .env, and refuses values that make no sense.

Every function raises ImproperlyConfigured with a message that says what to write.
"""

import os
import re
from importlib.util import find_spec
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

YES = {"1", "true", "yes", "on"}
NO = {"", "0", "false", "no", "off"}
LOCATION = re.compile(r"/(?:[\w.-]+/)+", re.ASCII)


def load(path: Path) -> None:
    """Read lines NAME=value of a .env file; the environment itself wins."""
    for number, line in enumerate(path.read_text().splitlines() if path.exists() else (), start=1):
        name, equals, value = line.strip().partition("=")
        if not name or name.startswith("#"):
            continue
        if not equals or not name.isidentifier():
            raise ImproperlyConfigured(f"{path.name}, line {number}: write NAME=value.")
        os.environ.setdefault(name, value.strip().strip("\"'"))


load(Path(__file__).resolve().parent.parent / ".env")


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool = False) -> bool:
    value = text(name, str(default)).lower()
    if value not in YES | NO:
        raise ImproperlyConfigured(f"{name} is {value!r}; write 1 or 0.")
    return value in YES


def number(name: str, default: int, least: int, most: int) -> int:
    value = text(name, str(default))
    if not value.isascii() or not value.isdigit() or not least <= int(value) <= most:
        raise ImproperlyConfigured(f"{name} is {value!r}; write a number from {least} to {most}.")
    return int(value)


def names(name: str, default: str) -> list[str]:
    """Names separated by commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def choice(name: str, default: str, *choices: str) -> str:
    value = text(name, default)
    if value not in choices:
        raise ImproperlyConfigured(f"{name} is {value!r}; write one of: {', '.join(choices)}.")
    return value


def networks(name: str) -> list[IPv4Network | IPv6Network]:
    """Networks, or single addresses, separated by commas."""
    try:
        return [ip_network(network) for network in names(name, "")]
    except ValueError as error:
        raise ImproperlyConfigured(
            f"{name}: {error}; write networks such as 127.0.0.1,10.0.0.0/8."
        ) from None


def site_url(name: str, default: str) -> str:
    """An address such as https://journal.example.org, without a path."""
    value = text(name, default)
    try:
        parts = urlsplit(value.removesuffix("/"))
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable or parts.path or parts.query or parts.fragment or parts.username:
        raise ImproperlyConfigured(
            f"{name} is {value!r}; write it like https://journal.example.org, without a path."
        )
    return value.removesuffix("/")


def location(name: str) -> str:
    """An address of the web server in front, such as /protected-files/, for files on our disk."""
    value = text(name)
    if value and not LOCATION.fullmatch(value):
        raise ImproperlyConfigured(f"{name} is {value!r}; write it like /protected-files/.")
    if value and text("S3_BUCKET"):
        raise ImproperlyConfigured(
            f"{name} is for files in MEDIA_ROOT; with S3_BUCKET leave it out."
        )
    return value


def cache() -> dict[str, Any]:
    """Django's cache settings: Redis if REDIS_URL is set, else the memory of each process.

    A Redis that does not answer in time is done without (`page_cache`), and asked only once.
    """
    if not (url := text("REDIS_URL")):
        return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    require_package("redis", "REDIS_URL")
    times = {"socket_connect_timeout": 0.5, "socket_timeout": 0.5}  # seconds
    backend = "django.core.cache.backends.redis.RedisCache"
    return {"BACKEND": backend, "LOCATION": url, "OPTIONS": times}


def storage() -> dict[str, Any]:
    """Django's storage settings: a bucket if S3_BUCKET is set, else the folder MEDIA_ROOT.

    boto3 itself reads AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
    """
    if not (bucket := text("S3_BUCKET")):
        return {"BACKEND": "journal.folder.Folder"}
    require_package("storages", "S3_BUCKET")
    options = {"bucket_name": bucket, "file_overwrite": False, "default_acl": None}
    if endpoint := text("S3_ENDPOINT"):
        options["endpoint_url"] = endpoint
    return {"BACKEND": "journal.bucket.Bucket", "OPTIONS": options}


def sentry(name: str) -> str:
    """The DSN of a Sentry: https://key@host/number."""
    if not (dsn := text(name)):
        return ""
    require_package("sentry_sdk", name, "requirements-sentry.txt")
    parts = urlsplit(dsn)
    if parts.scheme not in {"http", "https"} or not parts.username or not parts.path.strip("/"):
        raise ImproperlyConfigured(f"{name} cannot be read; write https://key@sentry.host/number.")
    return dsn


def require_package(
    package: str, name: str, requirements: str = "requirements-several.txt"
) -> None:
    if find_spec(package) is None:
        raise ImproperlyConfigured(
            f"{name} needs another package: "
            f".venv/bin/pip install --require-hashes -r {requirements}"
        )


def database(url: str, name: str = "DATABASE_URL") -> dict[str, Any]:
    """Django's settings for a `postgresql://…` address, which libpq must accept."""
    example = "postgresql://user:password@host:5432/name"
    if not url.startswith(("postgresql://", "postgres://")):
        raise ImproperlyConfigured(f"{name} must name PostgreSQL, like {example}")
    try:
        parts: dict[str, Any] = dict(conninfo_to_dict(url))
    except ProgrammingError:  # its message may repeat the password
        raise ImproperlyConfigured(f"{name} cannot be read; write {example}") from None
    if not parts.get("dbname"):
        raise ImproperlyConfigured(f"{name} names no database; write {example}")
    return {
        "ENGINE": "journal.postgresql",
        "NAME": parts.pop("dbname"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "OPTIONS": parts,
    }
