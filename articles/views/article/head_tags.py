"""What the head of an article page tells crawlers and reference managers."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.text import Truncator

from articles.exports import highwire, schema_org
from articles.records.html import script_json
from articles.records.languages import Language, prefer
from articles.records.markup import flat
from articles.records.record import Record

DESCRIPTION_LENGTH = 200


class HeadTags(NamedTuple):
    """The head tags, equal in all three languages, or a crawler would see three articles.

    Only the description is in the language of the page.
    """

    meta: list[tuple[str, str]]  # name, content
    json_ld: SafeString
    description: str


def head_tags(record: Record, reader: Language) -> HeadTags:
    abstract = flat(prefer(record.abstract, reader, record.language))
    return HeadTags(
        meta=[*highwire.tags(record), *highwire.dublin_core(record)],
        json_ld=script_json(schema_org.script(record)),
        description=Truncator(abstract).chars(DESCRIPTION_LENGTH),
    )
