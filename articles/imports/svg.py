"""The check of an SVG picture from outside: drawing alone, no script, no link, no other file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from lxml import etree

from articles.imports.exceptions import Unreadable
from articles.imports.xml_file import check_depth, check_entities
from articles.records.cleaning import InvalidValue

BYTES_MOST = 300_000
ELEMENTS_MOST, USES_MOST = 5_000, 100
SVG = "http://www.w3.org/2000/svg"
XHTML = "http://www.w3.org/1999/xhtml"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
# Elements that draw. All others of SVG, such as script, foreignObject, a and animate, are refused.
DRAWING = {
    *("svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch", "view"),
    *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image"),
    *("text", "tspan", "textPath", "linearGradient", "radialGradient", "stop", "pattern"),
    *("clipPath", "mask", "marker", "filter"),
}
EFFECT = "fe"  # the elements of a filter: feBlend, feOffset …
INNER_LINK = re.compile(r"\s*(#|data:image/(png|jpeg|gif|webp);base64,)")
# Style sheets that fetch something; `url(#gradient)` stays within the picture.
FETCHING = re.compile(r"@import|image-set|src\s*\(|url\s*\((?![\"'\s]*#)|\\", re.I)
STYLES = ("style", "fill", "stroke", "filter", "mask", "clip-path", "cursor", "marker")


class HostileSvg(InvalidValue):
    """The picture holds what no drawing needs, and what could act on the page."""


def check_svg(content: bytes) -> None:
    """Raises HostileSvg, and Unreadable for what is not well-formed, too deep or has entities."""
    if len(content) > BYTES_MOST:
        raise HostileSvg(
            _("The SVG is larger than %(size)d kB. Save it simplified, or as PNG."),
            size=BYTES_MOST // 1_000,
        )
    root = parsed(content)
    if root.tag != f"{{{SVG}}}svg":
        raise HostileSvg(_("The file is not an SVG picture."))
    check_uses(root)
    for number, element in enumerate(root.iter("*"), 1):
        if number > ELEMENTS_MOST:
            raise HostileSvg(_("The SVG has too many elements. Save it simplified, or as PNG."))
        for what in hostile_parts(element):
            raise HostileSvg(
                _("The SVG holds “%(what)s” in line %(line)s. Save it as plain SVG, or as PNG."),
                what=what,
                line=element.sourceline,
            )


def parsed(content: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(_("This is not well-formed XML.")) from error
    check_entities(root)
    check_depth(root)
    if root.getroottree().xpath("//processing-instruction('xml-stylesheet')"):
        raise HostileSvg(_("The SVG names a style sheet. Save it as plain SVG, or as PNG."))
    return root


def check_uses(root: etree._Element) -> None:
    """Raise HostileSvg for parts that use parts that use parts: a few lines that draw a million."""
    uses = list(root.iter(f"{{{SVG}}}use"))
    used = {
        (use.get("href") or use.get(XLINK_HREF) or "").strip().removeprefix("#") for use in uses
    }
    is_nested = any(part.get("id") in used for use in uses for part in (use, *use.iterancestors()))
    if is_nested or len(uses) > USES_MOST:
        raise HostileSvg(_("The SVG has too many elements. Save it simplified, or as PNG."))


def hostile_parts(element: etree._Element) -> Iterator[str]:
    """Yield the element or the attributes of it that are refused, as the file writes them.

    What drawing programs add in namespaces of their own does nothing, and stays.
    """
    name = etree.QName(element)
    if is_hostile_element(name):
        yield f"<{name.localname}>"
    if name.localname == "style" and FETCHING.search("".join(map(str, element.itertext()))):
        yield "<style>"
    for key, value in element.attrib.items():
        attribute = etree.QName(str(key)).localname
        if is_hostile(attribute.lower(), str(value)):
            yield attribute


def is_hostile_element(name: etree.QName) -> bool:
    if name.namespace == SVG:
        return name.localname not in DRAWING and not name.localname.startswith(EFFECT)
    return name.namespace in (None, XHTML)


def is_hostile(attribute: str, value: str) -> bool:
    if attribute.startswith("on"):
        return True
    if attribute in ("href", "src"):
        return not INNER_LINK.match(value)
    return attribute.startswith(STYLES) and bool(FETCHING.search(value))
