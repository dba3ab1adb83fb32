"""doctor: checks the site, a line for each check; status 1 if something is wrong."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.dois.service import host, is_test
from articles.editing.uploads import expired_days
from articles.intake.manuscripts.queue import WORKER, is_worker_running
from articles.models import Article, Galley, Heartbeat, Manuscript, User
from journal.checks import can_lower_kazakh

Check = tuple[bool, str]  # whether it is good, and the line
FREE_BYTES = 2**30
SWEEP_GRACE = timedelta(days=1)
WORKER_TIMEOUT = timedelta(minutes=10)


class Command(BaseCommand):
    help = "Checks the database, files, workers, email and disk, and reports problems."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        checks = list(self.checks())
        for is_good, line in checks:
            mark = self.style.SUCCESS("+") if is_good else self.style.ERROR("!")
            self.stdout.write(f"{mark} {line}")
        wrong = sum(not is_good for is_good, _line in checks)
        if wrong:
            self.stdout.write(_("Problems found: %(count)d.") % {"count": wrong})
            sys.exit(1)
        self.stdout.write(_("No problems found."))

    def checks(self) -> Iterator[Check]:
        yield (
            can_lower_kazakh("default"),
            _("The database matches Kazakh upper- and lower-case letters."),
        )
        executor = MigrationExecutor(connection)
        waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        yield not waiting, _("Pending migrations: %(count)d.") % {"count": waiting}
        if waiting:
            return
        yield storage_works(), _("Uploaded files can be stored.")
        missing = missing_files()
        yield not missing, _("Files of articles that are missing: %(count)d.") % {"count": missing}
        left = len(expired_days(timezone.localdate() - SWEEP_GRACE))
        yield (
            not left,
            _("Days of unconfirmed files not cleaned up: %(count)d.") % {"count": left},
        )
        people = User.objects.filter(is_active=True, is_staff=True).count()
        yield bool(people), _("People who can sign in: %(count)d.") % {"count": people}
        yield (
            has_deposit_worker(),
            _("A worker reported in the last 10 minutes, or none is needed."),
        )
        waits = Manuscript.objects.waiting().exists()
        yield (
            is_worker_running() or not waits,
            _("A worker reads manuscripts, or none are waiting."),
        )
        service = f"{host()} ({_('test')})" if is_test(host()) else host()
        yield True, _("Deposits are sent to %(host)s.") % {"host": service}
        mail = settings.EMAIL_HOST or _("the console")
        yield True, _("Email is sent through %(host)s.") % {"host": mail}
        free = shutil.disk_usage(settings.BASE_DIR).free
        yield free > FREE_BYTES, _("Free disk space: %(mb)d MB.") % {"mb": free // 2**20}


def storage_works() -> bool:
    """Whether a file can be written to storage and deleted again."""
    try:
        name = default_storage.save("doctor.txt", ContentFile(b"doctor"))
        default_storage.delete(name)
    except OSError:
        return False
    return True


def missing_files() -> int:
    """How many files of galleys are not in storage."""
    names = Galley.objects.values_list("file", flat=True).distinct()
    return sum(not default_storage.exists(name) for name in names.iterator())


def has_deposit_worker() -> bool:
    """Whether a worker for deposits was seen lately, or nothing waits for one."""
    beats = Heartbeat.objects.filter(at__gt=timezone.now() - WORKER_TIMEOUT)
    seen = beats.exclude(worker__startswith=WORKER).exists()  # it reads manuscripts only
    states = (Article.DepositState.DUE, Article.DepositState.QUEUED, Article.DepositState.SENT)
    waits = Article.objects.filter(deposit_state__in=states).exists()
    return seen or not waits
