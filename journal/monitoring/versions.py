"""Versions of the program and of what it runs on."""

from __future__ import annotations

import platform
import tomllib
from functools import cache
from pathlib import Path

import django
from django.conf import settings

from articles.page_cache import program_mark


@cache
def versions() -> dict[str, str]:
    """`program` is a hash of all files of the program: the same where the same program runs."""
    root = Path(settings.BASE_DIR)
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    return {
        "version": project["version"],
        "program": program_mark(root),
        "django": django.get_version(),
        "python": platform.python_version(),
    }
