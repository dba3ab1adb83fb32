"""Which columns exist in Kazakh, Russian and English (modeltranslation makes them)."""

from __future__ import annotations

from django.db.models import Model
from modeltranslation.translator import TranslationOptions, translator

from articles.models.article import Article
from articles.models.board import BoardGroup, BoardMember
from articles.models.contacts import Contacts, IndexingDatabase
from articles.models.issue import Issue, Section
from articles.models.journal import Journal
from articles.models.journal_pages import Page
from articles.models.look import Look
from articles.models.mail_texts import MailText
from articles.models.news import News
from articles.models.parts import ArticleAffiliation, Authorship, Funding
from articles.models.people import NAME_PARTS, Author, Organisation
from articles.models.portal import Portal
from articles.models.title_periods import TitlePeriod
from articles.records.plain_fields import TRILINGUAL

TRANSLATED: dict[type[Model], tuple[str, ...]] = {
    Journal: ("name", "tagline", "publisher", "founder", "city"),
    TitlePeriod: ("name",),
    Look: ("home_text",),
    Portal: ("name", "text"),
    Page: ("title", "text"),
    News: ("title", "text"),
    BoardGroup: ("title", "note"),
    BoardMember: ("name", "degree", "post", "affiliation", "city", "duties"),
    Contacts: ("address", "hours"),
    IndexingDatabase: ("name",),
    MailText: ("subject", "body"),
    Section: ("title",),
    Issue: ("title", "description"),
    Author: NAME_PARTS,
    Organisation: ("name", "city"),
    Article: TRILINGUAL,
    ArticleAffiliation: ("name", "unit", "city"),
    Authorship: (
        *NAME_PARTS,
        "collective",
        "degree",
        "academic_title",
        "post",
        "bio",
    ),
    Funding: ("funder",),
}

for model, fields in TRANSLATED.items():
    translator.register(model, type("Options", (TranslationOptions,), {"fields": fields}))
