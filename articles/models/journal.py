"""Journals: names in three languages, identifiers, and the policy that articles are held to."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, URLValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .fields import (
    ISSN_FORM,
    PREFIX_FORM,
    form_check,
    text_for_editors,
    validate_doi,
    validate_issn,
)

# First parts of the site's own addresses, which no journal may take.
RESERVED_SLUGS = frozenset({
    "admin", "api", "articles", "authors", "doi", "en", "feed", "healthz", "issues", "jsi18n",
    "keywords", "kk", "media", "metrics", "oai", "pages", "pictures", "proof", "readyz", "robots",
    "ru", "search", "sections", "sitemap", "static",
})  # fmt: skip

# Proposed to a new journal. It keeps the parts of an issue apart, and № 3-4 from № 3, part 4.
PROPOSED_DOI_PATTERN = "{issn}/{year}-{number}.{part}-{sequence}"


def validate_slug_is_free(value: str) -> None:
    if value in RESERVED_SLUGS:
        raise ValidationError(
            _("“%(slug)s” is an address of the site itself; choose another."),
            params={"slug": value},
        )


class JournalQuerySet(models.QuerySet["Journal"]):
    def in_order(self) -> JournalQuerySet:
        return self.order_by("slug")


class Journal(models.Model):
    class NamesFirst(models.TextChoices):
        ROMAN = "roman", _("romanized names")
        NATIVE = "native", _("names in the language of the text")

    class RussianScheme(models.TextChoices):
        BGN_PCGN = "bgn_pcgn", "BGN/PCGN"
        GOST_779 = "gost_779", "ГОСТ 7.79 / ISO 9"
        BSI = "bsi", "BSI"

    class KazakhScheme(models.TextChoices):
        BGN_PCGN = "bgn_pcgn", "BGN/PCGN"
        KAZAKH_2021 = "kazakh_2021", _("Kazakh Latin alphabet, 2021")
        GOST_779 = "gost_779", "ГОСТ 7.79 / ISO 9"

    slug = models.SlugField(
        _("address"),
        unique=True,
        validators=[validate_slug_is_free],
        help_text=_("The last part of the journal's address, such as steppe-science."),
    )
    name = models.CharField(_("name"), max_length=255, blank=True, default="")
    tagline = models.CharField(_("line under the name"), max_length=255, blank=True, default="")
    publisher = models.CharField(_("publisher"), max_length=500, blank=True, default="")
    founder = models.CharField(_("founder"), max_length=500, blank=True, default="")
    city = models.CharField(_("city"), max_length=100, blank=True, default="")
    issn_print = models.CharField(
        _("ISSN of the printed edition"),
        max_length=9,
        blank=True,
        default="",
        validators=[validate_issn],
    )
    issn_online = models.CharField(
        _("ISSN of the online edition"),
        max_length=9,
        blank=True,
        default="",
        validators=[validate_issn],
    )
    doi_prefix = models.CharField(
        _("DOI prefix"),
        max_length=14,
        blank=True,
        default="",
        validators=[RegexValidator(PREFIX_FORM, _("A DOI prefix looks like 10.12345."))],
    )
    doi_pattern = models.CharField(
        _("pattern of the DOI's second part"),
        max_length=120,
        blank=True,
        default=PROPOSED_DOI_PATTERN,
        help_text=_(
            "Fields: {issn} {slug} {year} {volume} {number} {part} {through} {sequence} {first} "
            "{last} {article_number} {id}. An issue without a part leaves out {part} and the sign "
            "before it. Articles without an issue: {issn}/{year}-{id}."
        ),
    )
    depositor_name = models.CharField(_("depositor's name"), max_length=130, blank=True, default="")
    depositor_email = models.EmailField(_("depositor's email"), blank=True, default="")
    registrant = models.CharField(_("registrant"), max_length=255, blank=True, default="")
    crossref_title = models.CharField(
        _("title registered at Crossref"),
        max_length=255,
        blank=True,
        default="",
        help_text=_("If empty, the English name is used."),
    )
    names_first = models.CharField(
        _("names used for matching at Crossref"),
        max_length=6,
        choices=NamesFirst,
        default=NamesFirst.ROMAN,
    )
    crossmark_doi = models.CharField(
        _("DOI of the Crossmark policy"),
        max_length=220,
        blank=True,
        default="",
        validators=[validate_doi],
    )
    licence = models.CharField(
        _("licence"),
        max_length=200,
        blank=True,
        default="",
        validators=[URLValidator(schemes=["https", "http"])],
        help_text=_("Its address, such as https://creativecommons.org/licenses/by/4.0/"),
    )
    elibrary_id = models.CharField(_("number at eLIBRARY"), max_length=20, blank=True, default="")
    through_number_is_volume = models.BooleanField(
        _("continuous number serves as volume"),
        default=False,
        help_text=_(
            "For issues without a volume: if ticked, № 1 (134) is cited and exported as volume "
            "134, number 1; if not, as number 1 without a volume."
        ),
    )
    certificate = models.CharField(
        _("number of the registration certificate"), max_length=60, blank=True, default=""
    )
    submission_url = models.CharField(
        _("submission address"),
        max_length=200,
        blank=True,
        default="",
        validators=[URLValidator(schemes=["https", "http"])],
    )
    # Policy: what an article of this journal must have.
    abstract_words_min_kk = models.PositiveSmallIntegerField(
        _("minimum words in the abstract, Kazakh"), default=0
    )
    abstract_words_min_ru = models.PositiveSmallIntegerField(
        _("minimum words in the abstract, Russian"), default=0
    )
    abstract_words_min_en = models.PositiveSmallIntegerField(
        _("minimum words in the abstract, English"), default=0
    )
    abstract_words_max_kk = models.PositiveSmallIntegerField(
        _("maximum words in the abstract, Kazakh"), default=0, help_text=_("0 means no limit.")
    )
    abstract_words_max_ru = models.PositiveSmallIntegerField(
        _("maximum words in the abstract, Russian"), default=0, help_text=_("0 means no limit.")
    )
    abstract_words_max_en = models.PositiveSmallIntegerField(
        _("maximum words in the abstract, English"), default=0, help_text=_("0 means no limit.")
    )
    keywords_min = models.PositiveSmallIntegerField(_("minimum number of keywords"), default=0)
    keywords_max = models.PositiveSmallIntegerField(_("maximum number of keywords"), default=0)
    authors_max = models.PositiveSmallIntegerField(_("maximum number of authors"), default=0)
    required_fields = models.CharField(
        _("required fields of an article"),
        max_length=500,
        blank=True,
        default="title abstract keywords names",
        help_text=_("Field codes, separated by spaces: title abstract keywords names irsti doi."),
    )
    romanization_ru = models.CharField(
        _("romanization of Russian"),
        max_length=12,
        choices=RussianScheme,
        default=RussianScheme.BGN_PCGN,
    )
    romanization_kk = models.CharField(
        _("romanization of Kazakh"),
        max_length=12,
        choices=KazakhScheme,
        default=KazakhScheme.BGN_PCGN,
    )
    irsti_label_kk = models.CharField(
        _("Kazakh label of the IRSTI code"), max_length=20, default="ХҒТАР"
    )
    keywords_label_kk = models.CharField(
        _("Kazakh heading of the keywords"), max_length=40, default="Түйін сөздер"
    )
    shows_usage = models.BooleanField(
        _("readers see how often articles are read"),
        default=False,
        db_default=False,
        help_text=_(
            "Views and downloads on each article's page, and the most read articles on the home "
            "page. Editors always see them, under Usage."
        ),
    )
    # The most read articles of the last 90 days with their views, `[[article, views], …]`, written
    # after each count: the home page lists them without asking for them.
    most_read = models.JSONField(
        default=list, db_default=models.Value([], models.JSONField()), editable=False
    )
    # How its PDFs are laid out; read by records/pdf_layout.py. {}: as usual.
    pdf_layout = models.JSONField(_("layout of PDFs"), default=dict, db_default={}, editable=False)
    facts_changed_at = models.DateTimeField(_("changed"), auto_now=True)
    # Whether its menu has each of them; see `models/journal_parts.py`.
    has_news = models.BooleanField(default=False, db_default=False, editable=False)
    has_board = models.BooleanField(default=False, db_default=False, editable=False)
    has_contacts = models.BooleanField(default=False, db_default=False, editable=False)
    has_databases = models.BooleanField(default=False, db_default=False, editable=False)

    name_kk: str
    name_ru: str
    name_en: str

    objects = JournalQuerySet.as_manager()

    class Meta:
        verbose_name = _("journal")
        verbose_name_plural = _("journals")
        constraints = [
            form_check("journal", "issn_print", ISSN_FORM),
            form_check("journal", "issn_online", ISSN_FORM),
            form_check("journal", "doi_prefix", PREFIX_FORM),
        ]

    def __str__(self) -> str:
        return text_for_editors(self, "name") or self.slug

    def get_absolute_url(self) -> str:
        return reverse("journal_detail", kwargs={"journal": self.slug})
