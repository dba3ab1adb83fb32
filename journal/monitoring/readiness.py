"""Whether everything that the site needs answers: database, cache, storage, workers."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from articles.queries.work_queues import missing_workers
from journal.replica.watch import watch

from .timed_call import TimedCall

SECONDS = 2.0  # for each check; they run at the same time
CACHE_KEY = f"readiness:{uuid4()}"  # of this process alone
logger = logging.getLogger(__name__)


class NotReady(Exception):
    """Something does not work; the message says what, and holds no secret.

    It is lazy: the thread of the check does not know the language of who asks.
    """


class CheckResult(NamedTuple):
    name: str
    problem: str  # '' if all is well
    seconds: float


def check_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def check_cache() -> None:
    value = uuid4().hex
    cache.set(CACHE_KEY, value, 60)
    if cache.get(CACHE_KEY) != value:
        raise NotReady(_("does not keep what is stored"))


def check_storage() -> None:
    """One request to a bucket; a folder must be writable."""
    default_storage.exists("readiness")
    if isinstance(default_storage, FileSystemStorage):
        folder = existing_folder(Path(default_storage.location))
        if not os.access(folder, os.W_OK | os.X_OK):
            raise NotReady(_("the folder of uploaded files is not writable"))


def existing_folder(path: Path) -> Path:
    """The folder, or the nearest one above it: it is made with the first file."""
    return next(folder for folder in (path, *path.parents) if folder.is_dir())


def check_workers() -> None:
    if missing := missing_workers(timezone.now()):
        raise NotReady(f"not running: {', '.join(missing)}")


def check_replica() -> None:
    """Only where there is one. While it is too far behind, the primary server does its work."""
    _is_primary_up, is_up, lag = watch.state(SECONDS / 2)
    if not is_up:
        raise NotReady(_("does not answer; pages are read from the primary server"))
    if lag is not None and lag > settings.REPLICA_LAG_SECONDS:
        raise NotReady(
            _("%(seconds)d s behind; pages are read from the primary server") % {"seconds": lag}
        )


def timed(check: Callable[[], None]) -> TimedCall[None]:
    return TimedCall(check, SECONDS)


CHECKS = {
    "database": timed(check_database),
    "cache": timed(check_cache),
    "storage": timed(check_storage),
    "workers": timed(check_workers),
}
if settings.REPLICA_URL:
    CHECKS["replica"] = timed(check_replica)


def check_readiness(names: Collection[str]) -> list[CheckResult]:
    """The checks with these names, side by side."""
    runs = [(name, CHECKS[name].start()) for name in CHECKS if name in names]
    return [CheckResult(name, problem_of(name, run.result), run.seconds) for name, run in runs]


def problem_of(name: str, result: Callable[[], None]) -> str:
    """What is wrong, in words that anybody may read; the log has the whole error."""
    try:
        result()
    except NotReady as error:
        with translation.override("en"):
            return str(error)
    except TimeoutError:
        return f"no answer within {SECONDS:g} s"
    except Exception as error:  # each partner raises its own
        logger.warning("readiness: %s failed", name, exc_info=True)
        return type(error).__name__
    return ""
