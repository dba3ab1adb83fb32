"""Secrets out of texts that leave the program: log lines and error reports."""

from __future__ import annotations

import os
import re
from functools import cache

from django.conf import settings

MASK = "***"
SHORTEST = 6  # characters of a secret that is looked for; a shorter one may be an ordinary word
SLASH = r"(?:/|%2F)"
# Words without which a pattern cannot match, in lower case, and the pattern, which keeps its first
# group. The first two are links that open a draft or an account to whoever has them.
PATTERNS = [
    (("proof",), rf"({SLASH}proof{SLASH})[\w.~-]+"),
    (("reset",), rf"({SLASH}admin{SLASH}reset{SLASH})[\w.~-]+{SLASH}[\w.~-]+"),
    (("://",), r"(\w://[^\s/:@]*:)[^\s/@]+(?=@)"),  # the password in an address
    (
        ("passw", "pwd", "secret", "sessionid", "csrf", "authorization"),
        r"""\b([\w-]*(?:passw(?:or)?d|pwd|secret|sessionid|csrf\w*token|authorization)\w*"""
        r"""["']?\s*[:=]\s*)(?:"[^"]*"|'[^']*'|(?:Basic |Bearer )?[^\s&"',;)]+)""",
    ),
]
COMPILED = [(words, re.compile(pattern, re.IGNORECASE)) for words, pattern in PATTERNS]


def mask(text: str) -> str:
    """The text with *** for links' tokens, for passwords, and for this site's own secrets."""
    lower = text.lower()
    for words, pattern in COMPILED:
        if any(word in lower for word in words):
            text = pattern.sub(rf"\1{MASK}", text)
    for secret in own_secrets():
        text = text.replace(secret, MASK)
    return text


@cache
def own_secrets() -> list[str]:
    """The secrets of the settings and the environment, which are masked wherever they turn up."""
    values = {
        settings.SECRET_KEY,
        settings.EMAIL_HOST_PASSWORD,
        str(settings.DATABASES["default"]["PASSWORD"]),
        *(value for name, value in os.environ.items() if is_secret(name)),
    }
    return sorted((value for value in values if len(value) >= SHORTEST), key=len, reverse=True)


def is_secret(name: str) -> bool:
    return name == "AWS_SECRET_ACCESS_KEY" or name.startswith("CROSSREF_PASSWORD_")
