"""JATS 1.3, Journal Publishing: the archive format, the only one that holds a whole article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from articles.exports.format import Stamp
from articles.exports.jats.back import back
from articles.exports.jats.body import body_and_notes
from articles.exports.jats.checks import check, check_saved
from articles.exports.jats.front import article_meta, journal_meta
from articles.exports.xml import Xml, block
from articles.exports.xml_documents import documents
from articles.records.jats import ARTICLE_TYPES, PERSONALIA
from articles.records.record import Record

__all__ = ["article", "check", "check_saved", "element", "write"]

ROOT = {
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    "xmlns:ali": "http://www.niso.org/schemas/ali/1.0/",
    "dtd-version": "1.3",
}
XSI = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA = "https://jats.nlm.nih.gov/publishing/1.3/xsd/JATS-journalpublishing1-3-mathml3.xsd"


def write(records: Iterable[Record], stamp: Stamp) -> Iterator[bytes]:
    """Yield one `article`, or several inside `articles`. Raises NotExportable."""
    return documents(records, "articles", article, check)


def article(record: Record, attributes: Mapping[str, str] = ROOT) -> Xml:
    """Return the `article` element of a record."""
    body, footnotes = body_and_notes(record)
    own = {
        "article-type": ARTICLE_TYPES[record.type],
        "specific-use": PERSONALIA if record.type == "personalia" else "",
        "xml:lang": record.language,
    }
    return block(
        "article",
        [
            block("front", [journal_meta(record), article_meta(record)]),
            body,
            back(record, footnotes),
        ],
        {**attributes, **own},
    )


def element(record: Record) -> Xml:
    """Return the article for OAI-PMH: JATS has no namespace, so that of OAI is reset."""
    schema = {"xmlns:xsi": XSI, "xsi:noNamespaceSchemaLocation": SCHEMA}
    return Xml(article(record, {**ROOT, **schema}).replace("<article ", '<article xmlns="" ', 1))
