"""Safe parsing of foreign XML: no entities, no network, a limit on the size."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from lxml import etree

from articles.imports.exceptions import Unreadable

BYTES_MOST = 20_000_000


def parse_articles(content: bytes) -> list[etree._Element]:
    """Return the `article` elements of a file: its root, or those inside.

    Raises Unreadable for a file that is too large, not well-formed, uses entities, or has none.
    """
    if len(content) > BYTES_MOST:
        raise Unreadable(_("The file is larger than 20 MB. Put each article in its own file."))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line, column = getattr(error, "position", (None, None))
        raise Unreadable(
            _("This is not well-formed XML."), line=line or None, column=column or None
        ) from error
    check_entities(root)
    articles = [root] if root.tag == "article" else list(root.iter("article"))
    if not articles:
        raise Unreadable(_("This XML is not JATS: it has no “article” element."))
    return articles


def check_entities(root: etree._Element) -> None:
    """Raise Unreadable for entities, which may name local files or expand without end."""
    declared = root.getroottree().docinfo.internalDTD
    own = declared is not None and any(
        True
        for _entity in declared.iterentities()  # type: ignore[attr-defined]  # the stubs lack it
    )
    if own or any(True for _entity in root.iter(etree.Entity)):
        raise Unreadable(_("The file uses XML entities. Save it again with ordinary characters."))
