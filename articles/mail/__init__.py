"""E-mails: queued by pages, written and sent by a background worker."""

from .queue import queue_mail
from .sending import send_waiting_mail

__all__ = ["queue_mail", "send_waiting_mail"]
