"""The metadata (XMP) of an article's PDF: DOI and authors, for which Typst has no fields."""

from __future__ import annotations

import io
from collections.abc import Iterable

from lxml import etree
from lxml.etree import _Element

from articles.records.cleaning import FORBIDDEN

DC = "http://purl.org/dc/elements/1.1/"
PRISM = "http://prismstandard.org/namespaces/basic/2.0/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
etree.register_namespace("prism", PRISM)
NAMESPACES = {"dc": DC, "rdf": RDF, "pdfaExtension": EXTENSION}
# PDF/A takes a property that it does not know only with its description.
PRISM_SCHEMA = f"""
<rdf:li rdf:parseType="Resource" xmlns:rdf="{RDF}"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaSchema:schema>PRISM basic metadata</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>{PRISM}</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>prism</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:category>external</pdfaProperty:category>
    <pdfaProperty:description>Digital Object Identifier of the article</pdfaProperty:description>
    <pdfaProperty:name>doi</pdfaProperty:name>
    <pdfaProperty:valueType>Text</pdfaProperty:valueType>
  </rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li>
"""


def with_metadata(pdf: bytes, doi: str, authors: Iterable[str]) -> bytes:
    """Return the PDF of the typesetter with the DOI and the authors in its metadata."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import StreamObject

    reader = PdfReader(io.BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    stream = writer.root_object["/Metadata"].get_object()
    if isinstance(stream, StreamObject):
        stream.set_data(packet_with(stream.get_data(), doi, authors))
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def packet_with(packet: bytes, doi: str, authors: Iterable[str]) -> bytes:
    """Return the packet with the DOI, and an entry for each author in place of one for all."""
    root = etree.fromstring(FORBIDDEN.sub("", packet.decode()).encode())
    for creators in root.iterfind(".//dc:creator/rdf:Seq", NAMESPACES):
        creators[:] = [element(RDF, "li", name) for name in authors]
    if doi:
        for extensions in root.iterfind(".//pdfaExtension:schemas/rdf:Bag", NAMESPACES):
            extensions.append(etree.fromstring(PRISM_SCHEMA))
        for description in root.iterfind("rdf:RDF/rdf:Description", NAMESPACES):
            description.append(element(DC, "identifier", f"doi:{doi}"))
            description.append(element(PRISM, "doi", doi))
    return etree.tostring(root.getroottree(), encoding="UTF-8")


def element(namespace: str, name: str, value: str) -> _Element:
    made = etree.Element(f"{{{namespace}}}{name}")
    made.text = FORBIDDEN.sub("", value)
    return made
