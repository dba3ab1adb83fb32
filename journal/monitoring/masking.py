"""Secrets out of texts that leave the program: log lines and error reports."""

from __future__ import annotations

import os
import re
from functools import cache

from django.conf import settings

MASK = "***"
SLASH = r"(?:/|%2F)"
# Each pattern keeps its first group. The links open a draft or an account to whoever has them.
PATTERNS = [
    re.compile(rf"({SLASH}proof{SLASH})[\w.~-]+", re.IGNORECASE),
    re.compile(rf"({SLASH}admin{SLASH}reset{SLASH})[\w.~-]+{SLASH}[\w.~-]+", re.IGNORECASE),
    re.compile(r"(\w://[^\s/:@]*:)[^\s/@]+(?=@)"),  # the password in an address
    re.compile(
        r"""\b([\w-]*(?:passw(?:or)?d|pwd|secret|sessionid|csrf\w*token|authorization)\w*"""
        r"""["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|(?:Basic |Bearer )?[^\s&"',;)]+)""",
        re.IGNORECASE,
    ),
]
SHORTEST = 6  # characters of a secret that is looked for; a shorter one may be an ordinary word


def mask(text: str) -> str:
    """The text with *** for links' tokens, for passwords, and for this site's own secrets."""
    for pattern in PATTERNS:
        text = pattern.sub(rf"\1{MASK}", text)
    secrets = own_secrets()
    return secrets.sub(MASK, text) if secrets else text


@cache
def own_secrets() -> re.Pattern[str] | None:
    """The secrets of the settings and the environment, wherever they turn up."""
    values = {
        settings.SECRET_KEY,
        settings.EMAIL_HOST_PASSWORD,
        str(settings.DATABASES["default"]["PASSWORD"]),
        *(value for name, value in os.environ.items() if is_secret(name)),
    }
    long = sorted((value for value in values if len(value) >= SHORTEST), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, long))) if long else None


def is_secret(name: str) -> bool:
    return name == "AWS_SECRET_ACCESS_KEY" or name.startswith("CROSSREF_PASSWORD_")
