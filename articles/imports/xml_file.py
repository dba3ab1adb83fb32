"""Safe parsing of foreign XML: no entities, no network, limits of size and depth."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from lxml import etree

from articles.imports.exceptions import Unreadable

BYTES_MOST = 20_000_000
DEEPEST = 100  # elements inside each other
# Elements of these keep their namespace; all others are known by their local names.
KEPT_NAMESPACES = (
    "http://www.w3.org/1998/Math/MathML",
    "http://www.niso.org/schemas/ali/1.0/",
)


def looks_like_xml(content: bytes) -> bool:
    """Whether a file begins as XML does."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def parse(content: bytes) -> etree._Element:
    """Return the root element, with local names.

    Raises Unreadable for a file that is too large, not well-formed, too deep or uses entities.
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
    check_depth(root)
    for element in root.iter("{*}*"):
        use_local_name(element)
    return root


def use_local_name(element: etree._Element) -> None:
    name = etree.QName(element)
    if name.namespace and name.namespace not in KEPT_NAMESPACES:
        element.tag = name.localname


def check_entities(root: etree._Element) -> None:
    """Raise Unreadable for entities, which may name local files or expand without end."""
    message = _("The file uses XML entities. Save it again with ordinary characters.")
    for entity in root.iter(etree.Entity):
        for parent in entity.iterancestors():
            raise Unreadable(message, line=parent.sourceline)  # type: ignore[arg-type]  # the stubs
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(
        True
        for _entity in declared.iterentities()  # type: ignore[attr-defined]  # the stubs lack it
    ):
        raise Unreadable(message)


def check_depth(root: etree._Element) -> None:
    """Raise Unreadable, with its line, for an element that lies too deep."""
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            raise Unreadable(_("The XML is nested too deeply."), line=element.sourceline)
