"""The article: the columns that are queried, joined and constrained.

All of a saved state is in the record of its revision.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.records.languages import LANGUAGES
from articles.records.markup import flat

from .fields import DOI_FORM, LanguageChoice, validate_doi
from .issue import Issue, Section
from .journal import Journal


class ArticleQuerySet(models.QuerySet["Article"]):
    def public(self) -> ArticleQuerySet:
        return self.filter(status__in=Article.PUBLIC)

    def readable(self) -> ArticleQuerySet:
        """Public and not withdrawn: of a withdrawn article only a notice is public."""
        return self.filter(status__in=Article.READABLE)

    def with_doi(self, doi: str) -> ArticleQuerySet:
        """A DOI is the same in any case."""
        return self.alias(doi_key=Lower("doi")).filter(doi_key=doi.lower())


class Article(models.Model):
    class Type(models.TextChoices):
        RESEARCH = "research", _("research article")
        REVIEW = "review", _("review article")
        SHORT = "short", _("short communication")
        CONFERENCE = "conference", _("conference paper")
        EDITORIAL = "editorial", _("editorial")
        BOOK_REVIEW = "book_review", _("book review")
        LETTER = "letter", _("letter")
        PERSONALIA = "personalia", _("personalia")
        CORRECTION = "correction", _("correction")
        RETRACTION = "retraction", _("retraction notice")
        OTHER = "other", _("other")

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        READY = "ready", _("ready")
        PUBLISHED = "published", _("published")
        RETRACTED = "retracted", _("retracted")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class DoiState(models.TextChoices):
        NONE = "none", _("not registered")
        RESERVED = "reserved", _("reserved: printed on page one")
        REGISTERED = "registered", _("registered")
        ELSEWHERE = "elsewhere", _("registered elsewhere")

    class DepositState(models.TextChoices):
        NONE = "none", _("nothing to send")
        DUE = "due", _("to be sent")
        QUEUED = "queued", _("queued")
        SENT = "sent", _("sent, waiting for a response")
        REGISTERED = "registered", _("registered")
        OUTDATED = "outdated", _("registered in an earlier format")
        CHANGED = "changed", _("changed since registration")
        FAILED = "failed", _("failed")

    READABLE = (Status.PUBLISHED, Status.RETRACTED)
    PUBLIC = (*READABLE, Status.WITHDRAWN)

    journal = models.ForeignKey(
        Journal, models.PROTECT, related_name="articles", verbose_name=_("journal")
    )
    issue = models.ForeignKey(
        Issue,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("issue"),
    )
    section = models.ForeignKey(
        Section,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("section"),
    )
    position = models.PositiveSmallIntegerField(_("position in the issue"), null=True, blank=True)
    language = models.CharField(
        _("language of the full text"), max_length=2, choices=LanguageChoice
    )
    type = models.CharField(_("type"), max_length=12, choices=Type, default=Type.RESEARCH)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    title = models.TextField(_("title"), blank=True, default="")
    abstract = models.TextField(_("abstract"), blank=True, default="")
    body = models.TextField(_("full text"), blank=True, default="")
    irsti = ArrayField(models.CharField(max_length=20), verbose_name="IRSTI", default=list)
    udc = ArrayField(models.CharField(max_length=100), verbose_name="UDC", default=list)
    jel = ArrayField(models.CharField(max_length=10), verbose_name="JEL", default=list)
    edn = models.CharField("EDN", max_length=6, blank=True, default="")
    doi = models.CharField(
        "DOI", max_length=220, null=True, blank=True, default=None, validators=[validate_doi]
    )
    doi_state = models.CharField(
        _("state of the DOI"), max_length=10, choices=DoiState, default=DoiState.NONE
    )
    deposit_state = models.CharField(
        _("at Crossref"), max_length=10, choices=DepositState, default=DepositState.NONE
    )
    first_page = models.CharField(_("first page"), max_length=20, blank=True, default="")
    last_page = models.CharField(_("last page"), max_length=20, blank=True, default="")
    page_ranges = ArrayField(
        models.CharField(max_length=41),
        verbose_name=_("further pages"),
        default=list,
        db_default=[],
    )
    article_number = models.CharField(_("article number"), max_length=40, blank=True, default="")
    received_on = models.DateField(_("received"), null=True, blank=True)
    revised_on = models.DateField(_("revised"), null=True, blank=True)
    accepted_on = models.DateField(_("accepted"), null=True, blank=True)
    published_on = models.DateField(_("published"), null=True, blank=True)
    scheduled_for = models.DateTimeField(_("to be published at"), null=True, blank=True)
    scheduled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("scheduled by"),
    )
    copyright_holder = models.CharField(
        _("copyright holder"), max_length=500, blank=True, default=""
    )
    copyright_year = models.PositiveSmallIntegerField(_("copyright year"), null=True, blank=True)
    licence = models.CharField(_("licence"), max_length=200, blank=True, default="")
    licence_from = models.DateField(_("licence from"), null=True, blank=True)
    contributions = models.TextField(_("author contributions"), blank=True, default="")
    conflicts = models.TextField(_("conflicts of interest"), blank=True, default="")
    data = models.TextField(_("data availability"), blank=True, default="")
    thanks = models.TextField(_("acknowledgements"), blank=True, default="")
    # Never public.
    originality = models.FloatField(_("originality, per cent"), null=True, blank=True)
    originality_system = models.CharField(_("checked with"), max_length=100, blank=True, default="")
    originality_on = models.DateField(_("originality checked"), null=True, blank=True)
    review_count = models.PositiveSmallIntegerField(_("reviews"), null=True, blank=True)
    reviewed_on = ArrayField(models.DateField(), verbose_name=_("reviewed"), default=list)

    version = models.PositiveIntegerField(_("version"), default=0)
    created_at = models.DateTimeField(_("entered"), auto_now_add=True)
    saved_at = models.DateTimeField(_("saved"), auto_now=True)
    changed_at = models.DateTimeField(_("last public change"), null=True, blank=True)
    # It was in an issue when that became an archive. One that was added later passes every check.
    is_archived = models.BooleanField(
        _("in the archive"), default=False, db_default=False, editable=False
    )
    released = models.ForeignKey(
        "articles.Revision",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("released revision"),
    )

    title_kk: str
    title_ru: str
    title_en: str
    abstract_kk: str
    abstract_ru: str
    abstract_en: str

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [
            models.Index(fields=["journal", "status"], name="article_by_status"),
            models.Index(fields=["deposit_state"], name="article_by_deposit_state"),
            models.Index(fields=["-saved_at", "-id"], name="article_by_last_save"),
        ]
        constraints = [
            models.UniqueConstraint(
                Lower("doi"),
                name="article_doi_once",
                violation_error_message=_("Another article has this DOI."),
            ),
            models.CheckConstraint(
                name="article_doi_form",
                condition=models.Q(doi__isnull=True) | models.Q(doi__regex=DOI_FORM),
            ),
            models.CheckConstraint(
                name="article_published_has_a_date",
                condition=models.Q(published_on__isnull=False)
                | models.Q(status__in=["draft", "ready"]),
            ),
            models.CheckConstraint(
                name="article_public_is_released",
                condition=models.Q(released__isnull=False)
                | models.Q(status__in=["draft", "ready"]),
            ),
        ]

    def __str__(self) -> str:
        title = getattr(self, f"title_{self.title_language}") if self.title_language else ""
        return flat(title) or f"№ {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("article_detail", kwargs={"pk": self.pk})

    @property
    def title_language(self) -> str:
        """The language of the title that lists in the admin show; '' without a title."""
        return next((code for code in LANGUAGES if getattr(self, f"title_{code}")), "")

    @property
    def is_public(self) -> bool:
        return self.status in self.PUBLIC
