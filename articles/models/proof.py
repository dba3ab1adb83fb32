"""An author's proof: a draft shown by a link that expires, and the author's remarks."""

from __future__ import annotations

import hashlib
import secrets
from base64 import urlsafe_b64encode
from datetime import datetime
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from .article import Article
from .fields import LanguageChoice


class ProofQuerySet(models.QuerySet["Proof"]):
    def open_at(self, token: str) -> Proof | None:
        """The proof with this token in its link; None if it is expired, revoked or unknown."""
        rows = self.filter(expires_at__gt=timezone.now(), revoked_at__isnull=True)
        related = rows.select_related("article__journal", "article__issue", "article__section")
        return related.filter(digest=digest_of(token)).first()

    def unread(self) -> ProofQuerySet:
        """Those whose author has answered since an editor last marked the answers as read."""
        since = Coalesce(models.OuterRef("read_at"), models.OuterRef("created_at"))
        remarks = Remark.objects.filter(proof=models.OuterRef("pk"), at__gt=since)
        confirmed = models.Q(confirmed_at__gt=Coalesce("read_at", "created_at"))
        return self.filter(models.Exists(remarks) | confirmed)


class Proof(models.Model):
    """Only a hash of the token is stored: whoever reads the database cannot open the link."""

    article = models.ForeignKey(
        Article, models.CASCADE, related_name="proofs", verbose_name=_("article")
    )
    author = models.CharField(_("author"), max_length=300)
    email = models.EmailField(_("email"), blank=True, default="")
    language = models.CharField(_("language"), max_length=2, choices=LanguageChoice)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("sent by"),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    expires_at = models.DateTimeField(_("open until"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    read_at = models.DateTimeField(null=True, editable=False)  # the answers, by an editor
    confirmed_version = models.PositiveIntegerField(_("confirmed version"), null=True, blank=True)

    objects = ProofQuerySet.as_manager()

    class Meta:
        verbose_name = _("proof")
        verbose_name_plural = _("proofs")
        ordering: ClassVar = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.author}: {self.article}"

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now()

    @property
    def answered_at(self) -> datetime | None:
        """When the author wrote the latest remark, or confirmed the text."""
        moments = [remark.at for remark in self.remarks.all()]
        return max([*moments, *filter(None, [self.confirmed_at])], default=None)

    @property
    def is_unread(self) -> bool:
        answered = self.answered_at
        return answered is not None and answered > (self.read_at or self.created_at)


class Remark(models.Model):
    """An author's remark on a field, made on this version of the article."""

    proof = models.ForeignKey(Proof, models.CASCADE, related_name="remarks")
    field = models.CharField(_("field"), max_length=60)
    language = models.CharField(_("language"), max_length=2, blank=True, default="")
    text = models.TextField(_("remark"))
    version = models.PositiveIntegerField(_("version"))
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.field}: {self.text[:40]}"


def fresh_nonce() -> str:
    """What may be stored until the link has been mailed."""
    return secrets.token_urlsafe(24)


def token_of(nonce: str) -> str:
    """The token of the link, which only the holder of SECRET_KEY can make of the nonce."""
    digest = salted_hmac("articles.proof", nonce, algorithm="sha256").digest()
    return urlsafe_b64encode(digest[:24]).decode()


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
