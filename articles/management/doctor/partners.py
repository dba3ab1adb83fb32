"""Checks of what the site works with: storage, cache, mail server, deposit service."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.mail import get_connection
from django.utils.translation import gettext as _

from articles.dois.service import host, is_test
from journal.monitoring import readiness
from journal.monitoring.masking import mask
from journal.monitoring.timed_call import TimedCall

from .outcome import Outcome, problem_of

SECONDS = 10.0  # for each partner
SMTP = "django.core.mail.backends.smtp.EmailBackend"


def problem_in_time(function: Callable[[], object]) -> str:
    return problem_of(TimedCall(function, SECONDS))


def check_storage() -> Iterator[Outcome]:
    problem = problem_in_time(store_and_delete)
    yield Outcome(
        "storage",
        not problem,
        _("Uploaded files cannot be stored in %(place)s: %(problem)s")
        % {"place": storage_place(), "problem": problem}
        if problem
        else _("Uploaded files can be stored in %(place)s.") % {"place": storage_place()},
        _("Check MEDIA_ROOT and its owner, or the settings of the bucket."),
    )


def storage_place() -> str:
    if isinstance(default_storage, FileSystemStorage):
        return str(default_storage.location)
    options = settings.STORAGES["default"].get("OPTIONS", {})
    return f"{options.get('endpoint_url', 's3:/')}/{options.get('bucket_name', '')}"


def store_and_delete() -> None:
    name = default_storage.save("doctor.txt", ContentFile(b"doctor"))
    default_storage.delete(name)


def check_cache() -> Iterator[Outcome]:
    problem = problem_in_time(readiness.check_cache)
    place = mask(str(settings.CACHES["default"].get("LOCATION") or _("the memory of each process")))
    yield Outcome(
        "cache",
        not problem,
        _("The cache in %(place)s does not work: %(problem)s")
        % {"place": place, "problem": problem}
        if problem
        else _("The cache in %(place)s works.") % {"place": place},
        _("Pages are made without it, but slower. Check REDIS_URL and the server."),
    )


def check_mail() -> Iterator[Outcome]:
    """Signs in to the mail server as for sending, and sends nothing."""
    if not settings.EMAIL_HOST:
        place = _("the console")
        yield Outcome("mail", True, _("Email is sent through %(host)s.") % {"host": place})
        return
    place = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    problem = problem_in_time(sign_in_to_mail_server)
    yield Outcome(
        "mail",
        not problem,
        _("The mail server %(host)s does not work: %(problem)s")
        % {"host": place, "problem": problem}
        if problem
        else _("Email is sent through %(host)s.") % {"host": place},
        _("Check the settings that begin with EMAIL_."),
    )


def sign_in_to_mail_server() -> None:
    mail = get_connection(SMTP, timeout=SECONDS)
    mail.open()
    mail.close()


def check_deposit_service() -> Iterator[Outcome]:
    service = f"{host()} ({_('test')})" if is_test(host()) else host()
    yield Outcome("deposits", True, _("Deposits are sent to %(host)s.") % {"host": service})
