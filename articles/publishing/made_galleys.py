"""Files that the site makes of an article, as galleys: stored, and put among its files."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import msgspec
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.editing import save_article
from articles.editing.files import galley_path
from articles.editing.working_copy import working_record
from articles.exports.edition.galleys import MadeKind, accepted_galley, uploaded_galley
from articles.models import Article, Revision, User
from articles.records.record import Galley, Record

UPLOADED: dict[MadeKind, Promise] = {
    "pdf": _(
        "“%(name)s” was uploaded by an editor and stays. To offer the PDF made here, "
        "delete that file in the article form first."
    ),
    "epub": _(
        "“%(name)s” was uploaded by an editor and stays. To offer the EPUB made here, "
        "delete that file in the article form first."
    ),
}
REASONS: dict[MadeKind, Promise] = {
    "pdf": _("PDF made from the record"),
    "epub": _("EPUB made from the record"),
}


class UploadedGalley(Exception):
    """An editor uploaded a file of this kind in the article's language; it is never replaced."""

    def __init__(self, galley: Galley, kind: MadeKind) -> None:
        super().__init__(UPLOADED[kind] % {"name": galley.name})


def accept(
    article: Article,
    kind: MadeKind,
    add: Callable[[Record], Record],
    *,
    version: int,
    editor: User | None,
) -> Revision:
    """Saves this version of the article with the file that `add` makes, in place of an earlier one.

    Earlier files stay in storage. Raises UploadedGalley, what `add` raises, and what save_article
    raises.
    """
    record = working_record(article)
    if galley := uploaded_galley(record, kind):
        raise UploadedGalley(galley, kind)
    return save_article(
        add(record), article=article, base=version, editor=editor, reason=str(REASONS[kind])
    )


def with_made_galley(
    record: Record, kind: MadeKind, content: bytes, made_from: str, pages: int | None = None
) -> Record:
    """The record with the file, stored; it takes the place of one made earlier."""
    earlier = accepted_galley(record, kind)
    checksum = sha256(content).hexdigest()
    name = earlier.name if earlier else made_name(record, kind)
    path = galley_path(checksum, name)
    if not default_storage.exists(path):
        path = default_storage.save(path, ContentFile(content))
    galley = Galley(
        id=earlier.id if earlier else None,
        language=record.language,
        kind=kind,
        name=name,
        size=len(content),
        pages=pages,
        checksum=checksum,
        path=path,
        made_from=made_from,
    )
    if earlier is None:
        return msgspec.structs.replace(record, galleys=(*record.galleys, galley))
    galleys = tuple(galley if each == earlier else each for each in record.galleys)
    return msgspec.structs.replace(record, galleys=galleys)


def made_name(record: Record, suffix: str) -> str:
    """`10.5555-abc.pdf`, `article-7.pdf` without a DOI."""
    letters = (sign if sign.isalnum() or sign in ".-_" else "-" for sign in record.doi)
    name = "".join(letters)[:90] if record.doi.isascii() else ""
    return f"{name or f'article-{record.id}'}.{suffix}"
