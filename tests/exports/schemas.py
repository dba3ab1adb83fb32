"""The published schemas beside the project, compiled once; SCHEMAS_DIR finds them."""

from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from lxml import etree

BESIDE = Path(__file__).resolve().parents[2].parent / "shared"
SCHEMAS = settings.SCHEMAS_DIR
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)

needs_schemas = pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason=f"no schemas at {SCHEMAS}: set SCHEMAS_DIR to their folder"
)
needs_shared = pytest.mark.skipif(
    not BESIDE.is_dir(), reason=f"no {BESIDE}: the real article's manuscript lies there"
)


@cache
def schema(path: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SCHEMAS / path)))


@cache
def dtd(path: str) -> etree.DTD:
    return etree.DTD(str(SCHEMAS / path))


def parse(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, PARSER)


def errors(xml: bytes, path: str) -> list[str]:
    """What the schema has against a document: [] for a valid one."""
    validator = dtd(path) if path.endswith(".dtd") else schema(path)
    if validator.validate(parse(xml)):
        return []
    return [f"{error.line}: {error.message}" for error in validator.error_log]
