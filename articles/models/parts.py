"""What an article has several of, as printed. Only `editing.save_article` writes these rows."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from .article import Article
from .fields import ORCID_FORM, ROR_FORM, LanguageChoice, form_check
from .people import Author, Organisation


def once_in_order(table: str, *more: str) -> models.UniqueConstraint:
    """One row at each place; checked when the transaction ends, so that rows can change places."""
    return models.UniqueConstraint(
        fields=["article", *more, "order"],
        name=f"{table}_order_once",
        deferrable=models.Deferrable.DEFERRED,
    )


class Part(models.Model):
    """The base of these models: `order` counts from 1."""

    article = models.ForeignKey(Article, models.CASCADE, verbose_name=_("article"))
    order = models.PositiveSmallIntegerField(_("order"))

    objects: ClassVar[models.Manager[Any]] = models.Manager()

    class Meta:
        abstract = True
        ordering: ClassVar[Any] = ["order"]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.order}"


class ArticleAffiliation(Part):
    article = models.ForeignKey(Article, models.CASCADE, related_name="affiliations")
    name = models.TextField(_("name"), blank=True, default="")
    unit = models.TextField(_("unit"), blank=True, default="")
    city = models.TextField(_("city"), blank=True, default="")
    country = models.CharField(_("country"), max_length=2, blank=True, default="")
    ror = models.CharField("ROR", max_length=30, blank=True, default="")
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="affiliations"
    )

    class Meta(Part.Meta):
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        constraints = [
            once_in_order("affiliation"),
            form_check("affiliation", "ror", ROR_FORM),
        ]


class Authorship(Part):
    class Kind(models.TextChoices):
        PERSON = "person", _("person")
        ORGANISATION = "organisation", _("organisation")

    article = models.ForeignKey(Article, models.CASCADE, related_name="authorships")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.PERSON)
    family_name = models.CharField(_("family name"), max_length=300, blank=True, default="")
    given_name = models.CharField(_("given name"), max_length=300, blank=True, default="")
    patronymic = models.CharField(_("patronymic"), max_length=300, blank=True, default="")
    suffix = models.CharField(
        _("suffix (Jr., III)"), max_length=300, blank=True, default="", db_default=""
    )
    collective = models.TextField(_("collective name"), blank=True, default="")
    degree = models.TextField(_("degree"), blank=True, default="")
    academic_title = models.TextField(_("academic title"), blank=True, default="")
    post = models.TextField(_("position"), blank=True, default="")
    bio = models.TextField(_("about the author"), blank=True, default="")
    orcid = models.CharField("ORCID", max_length=19, blank=True, default="")
    email = models.CharField(_("email"), max_length=254, blank=True, default="")
    corresponding = models.BooleanField(_("corresponding author"), default=False)
    roles = ArrayField(models.CharField(max_length=40), default=list, verbose_name="CRediT")
    marks = ArrayField(
        models.PositiveSmallIntegerField(), default=list, verbose_name=_("affiliations")
    )
    author = models.ForeignKey(
        Author, models.SET_NULL, null=True, blank=True, related_name="authorships"
    )

    class Meta(Part.Meta):
        verbose_name = _("authorship")
        verbose_name_plural = _("authorships")
        constraints = [
            once_in_order("authorship"),
            form_check("authorship", "orcid", ORCID_FORM),
        ]
        indexes = [
            models.Index(
                fields=["orcid"], name="authorship_by_orcid", condition=models.Q(orcid__gt="")
            )
        ]


class Keyword(Part):
    article = models.ForeignKey(Article, models.CASCADE, related_name="keywords")
    language = models.CharField(_("language"), max_length=2, choices=LanguageChoice)
    term = models.TextField(_("term"))

    class Meta(Part.Meta):
        verbose_name = _("keyword")
        verbose_name_plural = _("keywords")
        constraints = [once_in_order("keyword", "language")]


class Reference(Part):
    article = models.ForeignKey(Article, models.CASCADE, related_name="references")
    text = models.TextField(_("as printed"), blank=True, default="")
    romanized = models.TextField(_("romanized"), blank=True, default="")
    type = models.CharField(_("type"), max_length=30, blank=True, default="")
    doi = models.CharField("DOI", max_length=220, blank=True, default="")
    url = models.TextField("URL", blank=True, default="")

    class Meta(Part.Meta):
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        constraints = [once_in_order("reference")]


class Funding(Part):
    article = models.ForeignKey(Article, models.CASCADE, related_name="fundings")
    funder = models.TextField(_("funder"), blank=True, default="")
    funder_id = models.CharField(_("funder's ROR or DOI"), max_length=220, blank=True, default="")
    award = models.CharField(_("award number"), max_length=200, blank=True, default="")

    class Meta(Part.Meta):
        verbose_name = _("funding")
        verbose_name_plural = _("funding")
        constraints = [once_in_order("funding")]


class Galley(Part):
    class Kind(models.TextChoices):
        PDF = "pdf", "PDF"
        HTML = "html", "HTML"
        EPUB = "epub", "EPUB"
        XML = "xml", "XML"
        DOCX = "docx", "DOCX"
        SUPPLEMENT = "supplement", _("supplement")
        IMAGE = "image", _("image")

    article = models.ForeignKey(Article, models.PROTECT, related_name="galleys")
    language = models.CharField(_("language"), max_length=2, choices=LanguageChoice)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.PDF)
    name = models.CharField(_("file name"), max_length=200)
    size = models.PositiveBigIntegerField(_("size, bytes"))
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    checksum = models.CharField("SHA-256", max_length=64)
    file = models.FileField(_("file"), max_length=300)
    made_from = models.CharField(
        _("made from the record"), max_length=100, blank=True, default="", db_default=""
    )

    class Meta(Part.Meta):
        verbose_name = _("galley")
        verbose_name_plural = _("galleys")
        constraints = [once_in_order("galley")]


class Relation(Part):
    class Kind(models.TextChoices):
        CORRECTS = "corrects", _("corrects")
        CORRECTED_BY = "corrected_by", _("is corrected by")
        RETRACTS = "retracts", _("retracts")
        RETRACTED_BY = "retracted_by", _("is retracted by")
        EXPRESSES_CONCERN = "expresses_concern", _("expresses concern about")
        CONCERN_EXPRESSED_BY = "concern_expressed_by", _("is the subject of concern in")
        TRANSLATES = "translates", _("is a translation of")
        TRANSLATED_BY = "translated_by", _("has the translation")

    article = models.ForeignKey(Article, models.CASCADE, related_name="relations")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    target = models.ForeignKey(
        Article, models.PROTECT, null=True, blank=True, related_name="incoming_relations"
    )
    doi = models.CharField("DOI", max_length=220, blank=True, default="")

    class Meta(Part.Meta):
        verbose_name = _("relation")
        verbose_name_plural = _("relations")
        constraints = [
            once_in_order("relation"),
            models.CheckConstraint(
                name="relation_has_a_target",
                condition=models.Q(target__isnull=False) | ~models.Q(doi=""),
            ),
            models.CheckConstraint(
                name="relation_not_to_itself", condition=~models.Q(target=models.F("article"))
            ),
        ]
