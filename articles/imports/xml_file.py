"""Safe parsing of foreign XML: no entities, no network, limits of size and depth."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from lxml import etree

from articles.imports.exceptions import Unreadable

from .xml_bytes import legal_xml, narrow_start

BYTES_MOST = 20_000_000
START_BYTES = 4_096  # by which XML is known
DEEPEST = 100  # elements inside each other
CUT = (  # the file ends inside an element, a tag, or a text
    etree.ErrorTypes.ERR_TAG_NOT_FINISHED,
    etree.ErrorTypes.ERR_DOCUMENT_EMPTY,
    etree.ErrorTypes.ERR_CDATA_NOT_FINISHED,
)
ENCODING = (etree.ErrorTypes.ERR_INVALID_ENCODING, etree.ErrorTypes.ERR_UNKNOWN_ENCODING)
NOT_WELL_FORMED = _(
    "This is not well-formed XML. Export the file again; if it was changed by hand, correct this "
    "place."
)
CUT_SHORT = _("The file ends too early: it is incomplete. Export or upload it again.")
WRONG_ENCODING = _(
    "The letters are not in the encoding that the first line of the file names. Export the file "
    "again, or save it as UTF-8."
)
# Elements of these keep their namespace; all others are known by their local names.
KEPT_NAMESPACES = (
    "http://www.w3.org/1998/Math/MathML",
    "http://www.niso.org/schemas/ali/1.0/",
)


def looks_like_xml(content: bytes) -> bool:
    """Whether a file begins as XML does, in UTF-16 as well."""
    start = narrow_start(content[:START_BYTES])
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


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
        root = etree.fromstring(legal_xml(content), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line, column = getattr(error, "position", (None, None))
        raise Unreadable(
            reason_of(error, content), line=line or None, column=column or None
        ) from error
    check_entities(root)
    check_depth(root)
    for element in root.iter("{*}*"):
        use_local_name(element)
    return root


def reason_of(error: Exception, content: bytes) -> str | Promise:
    """What is wrong with the file, and what to do. One that does not end in a tag is cut short."""
    code = getattr(error, "code", 0)
    if code in ENCODING:
        return WRONG_ENCODING
    is_whole = content.rstrip(b" \t\r\n\0").endswith(b">")
    return NOT_WELL_FORMED if is_whole and code not in CUT else CUT_SHORT


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
