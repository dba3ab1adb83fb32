"""A picture in a line of a Word file (DrawingML)."""

from __future__ import annotations

from lxml.etree import _Element

from articles.exports.docx.pictures import Picture
from articles.exports.docx.xml import NAMESPACES, element


def drawing(key: str, picture: Picture, alt: str, number: int) -> _Element:
    """A picture in a line, with what it shows for those who do not see it."""
    size = {"cx": str(picture.width), "cy": str(picture.height)}
    identity = {"id": str(number), "name": key}
    blip = element("a:blip", r_embed=key)
    shape = element(
        "pic:spPr",
        element("a:xfrm", element("a:off", x="0", y="0"), element("a:ext", **size)),
        element("a:prstGeom", element("a:avLst"), prst="rect"),
    )
    shown = element(
        "pic:pic",
        element("pic:nvPicPr", element("pic:cNvPr", **identity), element("pic:cNvPicPr")),
        element("pic:blipFill", blip, element("a:stretch", element("a:fillRect"))),
        shape,
    )
    graphic = element("a:graphic", element("a:graphicData", shown, uri=NAMESPACES["pic"]))
    inline = element(
        "wp:inline",
        element("wp:extent", **size),
        element("wp:docPr", **identity, descr=alt),
        graphic,
        distT="0", distB="0", distL="0", distR="0",
    )  # fmt: skip
    return element("w:drawing", inline)
