"""The PDF that the site makes of an article: made, kept, accepted as a file, made anew."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from hashlib import blake2b

import msgspec
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from articles.exports.edition import TEMPLATE, made_from, typeset_article
from articles.exports.edition.galleys import accepted_galley, has_other_head, has_other_text
from articles.exports.typesetting.compiler import Typeset
from articles.exports.typesetting.typesetter import BLOCKS, TypesettingFailed
from articles.models import Article, Revision, User
from articles.queries.pdf_designs import pdf_design
from articles.records import json
from articles.records.pdf_layout import PdfDesign
from articles.records.record import Record

from .made_galleys import accept, with_made_galley
from .pictures import logo_of, pictures_of

logger = logging.getLogger(__name__)


def made_pdf(record: Record, design: PdfDesign) -> Typeset:
    """The PDF of a record, made once and then kept. Raises TypesettingFailed."""
    path = kept_path(record, design)
    if default_storage.exists(path):
        with default_storage.open(path) as file:
            return msgspec.msgpack.decode(file.read(), type=Typeset)
    made = typeset_article(record, pictures_of(record), design, logo_of(design))
    try:
        default_storage.save(path, ContentFile(msgspec.msgpack.encode(made)))
    except OSError:  # a full disk: it is made again next time
        logger.exception("The PDF of an article could not be kept.")
    return made


def kept_path(record: Record, design: PdfDesign) -> str:
    """A file for each state of a record with its facts, of the design, and of the typesetting."""
    state = (json.write(record), msgspec.json.encode(design), *typesetting_sources())
    digest = blake2b(b"".join(state), digest_size=12).hexdigest()
    return f"proofs/{record.id}/pdf-{digest}.bin"


def typesetting_sources() -> Iterator[bytes]:
    """The programs and templates that make a PDF; a new version of the site makes it anew."""
    for folder in (TEMPLATE.parent, BLOCKS.parent):
        for path in sorted([*folder.glob("*.py"), *folder.glob("*.typ")]):
            yield path.read_bytes()


def accept_pdf(article: Article, *, version: int, editor: User | None) -> Revision:
    """Saves the PDF of this version of the article as its file, in place of an earlier one.

    Raises UploadedGalley, TypesettingFailed, and what save_article raises.
    """
    return accept(article, "pdf", with_pdf, version=version, editor=editor)


def with_pdf(record: Record) -> Record:
    """The record with its PDF as a file, stored. Raises TypesettingFailed."""
    design = pdf_design(record)
    made = made_pdf(record, design)
    return with_made_galley(record, "pdf", made.pdf, made_from(record, design), made.pages)


def with_current_pdf(record: Record) -> Record:
    """The record with its accepted PDF made anew, if that is stale.

    If it cannot be made, the earlier file stays, and preflight reports it.
    """
    if accepted_galley(record, "pdf") is None or record.status == "withdrawn":
        return record
    if not (has_other_text(record, "pdf") or has_other_head(record, pdf_design(record))):
        return record
    try:
        return with_pdf(record)
    except TypesettingFailed:
        logger.warning("The PDF of article %s could not be made anew.", record.id)
        return record
