"""Files sent to registries and other receivers, and their answers."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from .article import Article
from .issue import Issue
from .journal import Journal


class Coded(models.Model):
    """What went wrong, as a code with values; pages say it in the reader's language.

    `message` has Crossref's own words or a technical detail. Rows of earlier versions of the
    program have this text alone.
    """

    message = models.TextField(_("message"), blank=True, default="")
    message_code = models.CharField(
        _("kind of message"), max_length=30, blank=True, default="", db_default=""
    )
    message_values = models.JSONField(
        _("values of the message"), blank=True, default=dict, db_default={}
    )

    class Meta:
        abstract = True


class Deposit(Coded):
    """A file for Crossref. The row is saved before the file is sent."""

    class State(models.TextChoices):
        QUEUED = "queued", _("queued")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        DONE = "done", _("answered")
        FAILED = "failed", _("failed")

    journal = models.ForeignKey(
        Journal, models.PROTECT, related_name="deposits", verbose_name=_("journal")
    )
    name = models.CharField(_("file name"), max_length=100, unique=True)
    xml = models.TextField("XML")
    host = models.CharField(_("service"), max_length=200)
    is_test = models.BooleanField(_("test service"), default=False)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.QUEUED)
    due_at = models.DateTimeField(_("due at"), db_index=True)
    tries = models.PositiveSmallIntegerField(_("attempts"), default=0)
    polls = models.PositiveSmallIntegerField(_("number of requests"), default=0)
    unknowns = models.PositiveSmallIntegerField(_("times not found"), default=0)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True, default="")

    class Meta:
        verbose_name = _("deposit")
        verbose_name_plural = _("deposits")

    def __str__(self) -> str:
        return self.name


class DepositRecord(Coded):
    """A DOI in a deposit, and what became of it."""

    class State(models.TextChoices):
        QUEUED = "queued", _("queued")
        SENT = "sent", _("sent")
        SUCCESS = "success", _("registered")
        WARNING = "warning", _("registered with a warning")
        FAILURE = "failure", _("failed")

    deposit = models.ForeignKey(Deposit, models.CASCADE, related_name="records")
    article = models.ForeignKey(Article, models.PROTECT, related_name="deposit_records")
    doi = models.CharField("DOI", max_length=220)
    timestamp = models.BigIntegerField(_("timestamp"))  # yyyyMMddHHmmssSSS, UTC, growing per DOI
    body = models.TextField(_("body"), blank=True, default="")
    # The record of which the body was made, and the version of the writer that made it or would
    # make the same; '' in deposits of releases that did not keep them.
    content = models.TextField(_("content"), blank=True, default="")
    writer_version = models.CharField(
        _("version of the writer"), max_length=16, blank=True, default=""
    )
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.QUEUED)

    class Meta:
        verbose_name = _("deposited DOI")
        verbose_name_plural = _("deposited DOIs")
        constraints = [
            models.UniqueConstraint(fields=["doi", "timestamp"], name="deposit_stamp_grows")
        ]

    def __str__(self) -> str:
        return self.doi


class RetiredDoi(models.Model):
    """A DOI that was reserved and then given up; it is never used again."""

    doi = models.CharField("DOI", max_length=220)
    key = models.GeneratedField(
        expression=Lower("doi"), output_field=models.CharField(max_length=220), db_persist=True
    )
    article = models.ForeignKey(
        Article, models.SET_NULL, null=True, related_name="retired_dois", verbose_name=_("article")
    )
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("cancelled DOI")
        verbose_name_plural = _("cancelled DOIs")
        constraints = [models.UniqueConstraint(fields=["key"], name="retired_doi_once")]

    def __str__(self) -> str:
        return self.doi


class Heartbeat(models.Model):
    """The last sign of life of a background worker."""

    worker = models.CharField(_("worker"), max_length=40, primary_key=True)
    at = models.DateTimeField(_("seen at"))

    class Meta:
        verbose_name = _("heartbeat")
        verbose_name_plural = _("heartbeats")

    def __str__(self) -> str:
        return f"{self.worker}: {self.at:%Y-%m-%d %H:%M:%S}"


class Delivery(models.Model):
    """An issue owed to a receiver: the Book Chamber, eLIBRARY, a library."""

    issue = models.ForeignKey(
        Issue, models.CASCADE, related_name="deliveries", verbose_name=_("issue")
    )
    receiver = models.CharField(_("receiver"), max_length=200)
    due_on = models.DateField(_("due"), null=True, blank=True)
    sent_on = models.DateField(_("sent"), null=True, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="deliveries",
        verbose_name=_("sent by"),
    )
    file = models.FileField(_("file"), upload_to="deliveries/", blank=True, default="")
    answer = models.TextField(_("answer"), blank=True, default="")

    class Meta:
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")

    def __str__(self) -> str:
        return f"{self.receiver}: {self.issue}"
