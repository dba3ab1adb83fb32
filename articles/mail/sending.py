"""Sends what waits, and tries again later, less and less often, while the mail server is away."""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused

from django.db import DatabaseError, transaction
from django.utils import timezone

from articles.models import Mail
from journal.breaker import Breaker, Unavailable

from .messages import messages_of

FIRST_PAUSE = timedelta(minutes=1)  # doubled with each try
LONGEST_PAUSE = timedelta(hours=1)
LIFETIME = timedelta(days=2)  # of a mail that cannot be sent
PERMANENT = range(500, 600)  # answers of a mail server that another try does not change
logger = logging.getLogger(__name__)
answering = Breaker("mail server", 60, OSError, SMTPException).guard


class Refused(Exception):
    """The mail server does not take this mail, and never will."""


def send_waiting_mail() -> int:
    """Until none is due or the mail server does not answer. Returns how many rows were done."""
    count = 0
    while send_next():
        count += 1
    return count


@transaction.atomic
def send_next() -> bool:
    """The mail that has waited longest; those that another worker sends right now are skipped.

    The row is locked meanwhile: a mail is sent twice only if the worker dies between the mail
    server's answer and the commit. False if no other should be tried now.
    """
    due = Mail.objects.due(timezone.now()).order_by("due_at")
    mail = due.select_for_update(skip_locked=True).first()
    if mail is None:
        return False
    try:
        with answering(), transaction.atomic():
            send(mail)
    except Unavailable as error:
        if error.__cause__:  # else the server was not asked
            postpone(mail, error.__cause__)
        return False
    except DatabaseError:
        raise
    except Exception as error:  # whatever is wrong with this mail must not keep back the others
        logger.exception("An e-mail cannot be sent: %s.", mail.kind)
        give_up(mail, error)
        return True
    mail.delete()
    return True


def send(mail: Mail) -> None:
    """Raises Refused if the server takes mail, but not this one."""
    for message in messages_of(mail):
        try:
            message.send()
        except (SMTPRecipientsRefused, SMTPDataError) as error:
            if is_refusal(error):
                raise Refused(str(error)) from error
            raise
        logger.info("An e-mail was sent: %s.", mail.kind)


def is_refusal(error: SMTPRecipientsRefused | SMTPDataError) -> bool:
    if isinstance(error, SMTPDataError):
        return error.smtp_code in PERMANENT
    return all(code in PERMANENT for code, _text in error.recipients.values())


def postpone(mail: Mail, error: BaseException) -> None:
    if timezone.now() - mail.created_at > LIFETIME:
        give_up(mail, error)
        return
    pause = min(FIRST_PAUSE * 2 ** min(mail.tries, 10), LONGEST_PAUSE)
    mail.tries += 1
    mail.due_at = timezone.now() + pause
    mail.failure = reason(error)
    mail.save()
    logger.warning("An e-mail is tried again in %s: %s", pause, mail.failure)


def give_up(mail: Mail, error: BaseException) -> None:
    mail.tries += 1
    mail.failed_at = timezone.now()
    mail.failure = reason(error)
    mail.save()


def reason(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"[:500]
