"""The author's proof as PDF: the latest revision with its pictures."""

from __future__ import annotations

import logging
from hashlib import blake2b

import msgspec
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.editing.working_copy import latest_revision
from articles.exports.proof import DraftVersion, write
from articles.exports.typesetting.typesetter import TypesettingFailed
from articles.models import Article, Revision
from articles.queries.pdf_designs import pdf_design
from articles.queries.record_facts import attach
from articles.records import json
from articles.records.pdf_layout import PdfDesign
from articles.records.record import Record

from .pictures import pictures_of

logger = logging.getLogger(__name__)


def proof_of(article: Article) -> bytes:
    """The PDF of the latest revision, made once and then kept. Raises TypesettingFailed."""
    revision = latest_revision(article)
    record = attach(revision.record, article)
    design = pdf_design(record)
    path = kept_path(revision, record, design)
    if default_storage.exists(path):
        with default_storage.open(path) as file:
            return file.read()
    draft = DraftVersion(revision.version, timezone.localtime(revision.at))
    pdf = write(record, draft, pictures_of(record), design)
    try:
        default_storage.save(path, ContentFile(pdf))
    except OSError:  # a full disk: it is made again next time
        logger.exception("The PDF of a proof could not be kept.")
    return pdf


def kept_path(revision: Revision, record: Record, design: PdfDesign) -> str:
    """A file for each version; another one if the design or a fact of journal or issue changed."""
    state = json.write(record) + msgspec.json.encode(design)
    digest = blake2b(state, digest_size=12).hexdigest()
    return f"proofs/{revision.article_id}/{revision.version}-{digest}.pdf"


def proof_response(article: Article) -> HttpResponse:
    """The PDF as a response that the browser shows and no cache stores."""
    try:
        response = HttpResponse(proof_of(article), content_type="application/pdf")
    except TypesettingFailed:
        message = _("The article is too long to create a PDF here. Read it on the page.")
        response = HttpResponse(message, status=503, content_type="text/plain; charset=utf-8")
    else:
        name = f"proof-{article.pk}-{article.version}.pdf"
        response["Content-Disposition"] = f'inline; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
