"""A file to a draft without anybody looking, for the command that was asked to."""

from __future__ import annotations

from django.core.files.base import ContentFile

from articles.models import Article, Journal, Manuscript
from articles.records import json
from articles.records.cleaning import InvalidValue

from ..import_errors import NotImported
from .queue import hand_in, read, throw_away
from .saving import save_draft


class NotSaved(Exception):
    """The file could not be read, or its draft could not be kept."""


def save_file(data: bytes, name: str, journal: Journal) -> Article:
    """Only what the file says: nothing is proposed.

    Raises NotSaved and InvalidValue, and then keeps nothing.
    """
    manuscript = hand_in(ContentFile(data, name), journal, None)
    read(manuscript)
    try:
        if manuscript.state == Manuscript.State.REFUSED:
            raise NotSaved(manuscript.why)
        return save_draft(manuscript, json.load(manuscript.stored), None).article
    except (NotImported, NotSaved, InvalidValue) as refusal:
        throw_away(manuscript)
        raise NotSaved(str(refusal)) from refusal
