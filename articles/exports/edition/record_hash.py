"""The hash of what an article's PDF is made from, which tells whether a file is still current."""

from __future__ import annotations

from hashlib import sha256

import msgspec

from articles.records import json
from articles.records.record import Internal, Record

PRINTED_STATUSES = ("retracted", "withdrawn")


def record_hash(record: Record) -> str:
    """Return the SHA-256 of the record without its galleys and what no PDF prints.

    Facts of the journal and the issue do not count; the pictures of the text do.
    """
    pictures = sorted(
        (galley.name, galley.checksum) for galley in record.galleys if galley.kind == "image"
    )
    printed = msgspec.structs.replace(
        json.without_facts(record),
        authors=tuple(
            msgspec.structs.replace(author, author_id=None, codes={}) for author in record.authors
        ),
        affiliations=tuple(
            msgspec.structs.replace(each, organisation_id=None) for each in record.affiliations
        ),
        galleys=(),
        external_files=(),
        relations=(),
        position=None,
        internal=Internal(),
        status=record.status if record.status in PRINTED_STATUSES else "published",
    )
    picture_list = msgspec.json.encode(pictures) if pictures else b""
    return sha256(json.write(printed) + picture_list).hexdigest()
