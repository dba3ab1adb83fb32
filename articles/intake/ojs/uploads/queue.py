"""The work queue of uploaded files: waiting imports that any number of workers take in turn."""

from __future__ import annotations

import logging
import tempfile
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType

from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.dois.worker import Worker, write_heartbeat
from articles.intake.importing import Publisher
from articles.models import Heartbeat, OjsImport
from journal.breaker import Unavailable

from . import article_jobs
from .jobs import import_upload, plan_upload
from .pieces import delete_file, write_file

logger = logging.getLogger(__name__)
WORKER = "import_ojs_uploads"  # the command; its heartbeats begin with this name
WORKER_TIMEOUT = timedelta(minutes=2)
LEASE = timedelta(seconds=60)  # a worker that has not renewed it for so long is dead
RENEWAL_SECONDS = 15.0
FILES_KEPT = timedelta(days=14)  # since the last change

MakePublisher = Callable[[OjsImport], Publisher]


def is_worker_running() -> bool:
    start = timezone.now() - WORKER_TIMEOUT
    return Heartbeat.objects.filter(worker__startswith=f"{WORKER}@", at__gt=start).exists()


def work_next(worker: Worker, make_publisher: MakePublisher) -> OjsImport | None:
    """Plans or imports what has waited longest. None if nothing waits.

    No transaction spans the work: each issue is saved when it is imported. If the process dies, the
    lease ends, and the next worker goes on after the last issue.
    """
    ojs_import = claim(timezone.now())
    if ojs_import is None:
        sweep(timezone.now())
        return None
    language = ojs_import.editor.interface_language if ojs_import.editor else None
    with (
        Lease(ojs_import, worker.name),
        tempfile.TemporaryDirectory(prefix="ojs-") as folder,
        override(language or "en"),
    ):
        work_on(ojs_import, Path(folder), make_publisher, worker.stopped.is_set)
    return ojs_import


@transaction.atomic
def claim(now: datetime) -> OjsImport | None:
    queue = OjsImport.objects.due(now).select_for_update(of=("self",), skip_locked=True)
    ojs_import = queue.select_related("journal", "editor").order_by("due_at", "pk").first()
    if ojs_import:
        ojs_import.due_at = now + LEASE
        ojs_import.save(update_fields=["due_at"])
    return ojs_import


def work_on(
    ojs_import: OjsImport,
    folder: Path,
    make_publisher: MakePublisher,
    is_stopped: Callable[[], bool],
) -> None:
    try:
        paths = tuple(write_file(file, folder) for file in ojs_import.files.all())
        publisher = make_publisher(ojs_import) if ojs_import.publishes else None
        if ojs_import.kind == OjsImport.Kind.ARTICLES:
            article_jobs.work_on(ojs_import, paths, publisher, is_stopped)
        elif ojs_import.state == OjsImport.State.PLANNING:
            plan_upload(ojs_import, paths)
        else:
            import_upload(ojs_import, paths, publisher, is_stopped)
    except (OperationalError, InterfaceError, Unavailable):
        raise  # the worker waits; the lease ends, and it is taken again
    except OSError as error:
        reason = error.strerror or str(error)
        message = _("The server could not read or write files: %(reason)s.")
        fail(ojs_import, message % {"reason": reason})
    except Exception:  # a fault of the program must not stop the moves of other journals
        logger.exception("the move from OJS %s failed", ojs_import.pk)
        fail(ojs_import, _("The program failed. Its log says why: tell the administrator."))


def fail(ojs_import: OjsImport, message: str) -> None:
    """What was imported before stays; the next import goes on after it."""
    ojs_import.state = OjsImport.State.FAILED
    ojs_import.message = message
    ojs_import.save(update_fields=["state", "message", "changed_at"])


class Lease:
    """Renews the lease of a row while the work goes on, and the heartbeat of its worker.

    That happens in a thread with a connection of its own.
    """

    def __init__(self, ojs_import: OjsImport, worker: str) -> None:
        self.key = ojs_import.pk
        self.worker = worker
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._renew, daemon=True)

    def __enter__(self) -> None:
        self.thread.start()

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.ended.set()
        self.thread.join()

    def _renew(self) -> None:
        while not self.ended.wait(RENEWAL_SECONDS):
            rows = OjsImport.objects.filter(pk=self.key, state__in=OjsImport.WORK)
            rows.update(due_at=timezone.now() + LEASE)
            write_heartbeat(self.worker)
            connection.close()


def sweep(now: datetime) -> None:
    """Deletes the files of moves that nobody has touched for days. What was imported stays."""
    old = OjsImport.objects.filter(changed_at__lt=now - FILES_KEPT, files__isnull=False)
    for ojs_import in old.exclude(state__in=OjsImport.WORK).distinct():
        for file in ojs_import.files.all():
            delete_file(file)
