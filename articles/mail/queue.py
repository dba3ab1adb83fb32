"""The queue of e-mails. No page waits for a mail server, and none shows how long one takes."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from articles.models import Mail

from .messages import messages_of


def queue_mail(kind: Mail.Kind, address: str, **facts: Any) -> None:
    """A worker sends it. Without a mail server (EMAIL_HOST) it is printed on the console at once.

    A mail of the same content that waits already is not queued again.
    """
    mail = Mail(kind=kind, address=address, facts=facts)
    if not settings.EMAIL_HOST:
        for message in messages_of(mail):
            message.send()
    elif not Mail.objects.waiting().filter(kind=kind, address=address, facts=facts).exists():
        mail.save()
