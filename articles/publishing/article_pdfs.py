"""The PDF that the site makes of an article: made, kept, accepted as a file, made anew."""

from __future__ import annotations

import logging
from hashlib import blake2b, sha256

import msgspec
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from articles.editing import save_article
from articles.editing.files import galley_path
from articles.editing.working_copy import working_record
from articles.exports.edition import TEMPLATE, made_from, typeset_article
from articles.exports.edition.galleys import accepted_pdf, is_stale, uploaded_pdf
from articles.exports.typesetting.compiler import Typeset
from articles.exports.typesetting.typesetter import BLOCKS, TypesettingFailed
from articles.models import Article, Revision, User
from articles.queries.pdf_designs import pdf_design
from articles.records import json
from articles.records.pdf_layout import PdfDesign
from articles.records.record import Galley, Record

from .pictures import logo_of, pictures_of

logger = logging.getLogger(__name__)


class UploadedPdf(Exception):
    """An editor uploaded a PDF in the language of the article; it is never replaced."""

    def __init__(self, galley: Galley) -> None:
        self.galley = galley
        super().__init__(
            _(
                "“%(name)s” was uploaded by an editor and stays. To offer the PDF made here, "
                "delete that file in the article form first."
            )
            % {"name": galley.name}
        )


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
    """A file for each state of a record with its facts, of the design, and of the templates."""
    templates = TEMPLATE.read_bytes() + BLOCKS.read_bytes()
    state = (json.write(record), msgspec.json.encode(design), templates)
    digest = blake2b(b"".join(state), digest_size=12).hexdigest()
    return f"proofs/{record.id}/pdf-{digest}.bin"


def accept_pdf(article: Article, *, version: int, editor: User | None) -> Revision:
    """Saves the PDF of this version of the article as its file, in place of an earlier one.

    Earlier files stay in storage. Raises UploadedPdf, TypesettingFailed, and what save_article
    raises.
    """
    record = working_record(article)
    if galley := uploaded_pdf(record):
        raise UploadedPdf(galley)
    record = with_pdf(record, pdf_design(record))
    return save_article(
        record, article=article, base=version, editor=editor, reason=_("PDF made from the record")
    )


def with_pdf(record: Record, design: PdfDesign) -> Record:
    """The record with its PDF as a file, stored; it takes the place of one made earlier.

    Raises TypesettingFailed.
    """
    earlier = accepted_pdf(record)
    made = made_pdf(record, design)
    galley = stored_galley(record, made, earlier, made_from(record, design))
    if earlier is None:
        return msgspec.structs.replace(record, galleys=(*record.galleys, galley))
    galleys = tuple(galley if each == earlier else each for each in record.galleys)
    return msgspec.structs.replace(record, galleys=galleys)


def stored_galley(record: Record, made: Typeset, earlier: Galley | None, source: str) -> Galley:
    checksum = sha256(made.pdf).hexdigest()
    name = earlier.name if earlier else pdf_name(record)
    path = galley_path(checksum, name)
    if not default_storage.exists(path):
        path = default_storage.save(path, ContentFile(made.pdf))
    return Galley(
        id=earlier.id if earlier else None,
        language=record.language,
        name=name,
        size=len(made.pdf),
        pages=made.pages,
        checksum=checksum,
        path=path,
        made_from=source,
    )


def pdf_name(record: Record) -> str:
    """`10.5555-abc.pdf`, `article-7.pdf` without a DOI."""
    letters = (sign if sign.isalnum() or sign in ".-_" else "-" for sign in record.doi)
    name = "".join(letters)[:90] if record.doi.isascii() else ""
    return f"{name or f'article-{record.id}'}.pdf"


def with_current_pdf(record: Record) -> Record:
    """The record with its accepted PDF made anew, if that is stale.

    If it cannot be made, the earlier file stays, and preflight reports it.
    """
    if accepted_pdf(record) is None or record.status == "withdrawn":
        return record
    design = pdf_design(record)
    if not is_stale(record, design):
        return record
    try:
        return with_pdf(record, design)
    except TypesettingFailed:
        logger.warning("The PDF of article %s could not be made anew.", record.id)
        return record
