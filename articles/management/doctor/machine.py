"""Checks of the machine: versions, packages, disk."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.utils.translation import gettext as _

from journal.monitoring.readiness import existing_folder
from journal.monitoring.versions import versions

from .outcome import Outcome

FREE_BYTES = 2**30
LOCKED = re.compile(r"^([\w.-]+)(?:\[[^]]*\])?==([\w.+!-]+) *\\?$", re.MULTILINE)


def check_versions() -> Iterator[Outcome]:
    text = _("Version: %(version)s (%(program)s), Django %(django)s, Python %(python)s.")
    yield Outcome("versions", True, text % versions())


def check_packages() -> Iterator[Outcome]:
    """Those of requirements.txt; not the few that only other systems need."""
    locked = LOCKED.findall((Path(settings.BASE_DIR) / "requirements.txt").read_text())
    pairs = [(name, number, installed(name)) for name, number in locked]
    others = tuple(
        f"{name} {present or '–'} ≠ {number}"
        for name, number, present in pairs
        if present != number
    )
    yield Outcome(
        "packages",
        not others,
        _("Packages that differ from requirements.txt: %(count)d.") % {"count": len(others)},
        _("Install them: %(command)s")
        % {"command": ".venv/bin/pip install --require-hashes -r requirements.txt"},
        others,
    )


def installed(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def check_disk() -> Iterator[Outcome]:
    """The disk of uploaded files; if they are in a bucket, that of the program."""
    has_folder = isinstance(default_storage, FileSystemStorage)
    folder = existing_folder(Path(settings.MEDIA_ROOT if has_folder else settings.BASE_DIR))
    disk = shutil.disk_usage(folder)
    yield Outcome(
        "disk",
        disk.free > FREE_BYTES,
        _("Free disk space in %(folder)s: %(mb)d MB (%(percent)d%%).")
        % {
            "folder": folder,
            "mb": disk.free // 2**20,
            "percent": disk.free * 100 // disk.total,
        },
        _("Make room, or move the folder to a larger disk."),
    )
