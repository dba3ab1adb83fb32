"""Mutations of a Word file: elements doubled, dropped, nested, renamed; parts exchanged."""

from __future__ import annotations

import copy
import io
import random
import zipfile
from collections.abc import Callable

from lxml import etree

from articles.imports.readers.docx_xml import W

from .byte_mutations import mutate as mutate_bytes
from .text_mutations import mutate as mutate_text

TAGS = tuple(
    "p r t tbl tr tc sdt sdtContent del ins moveFrom moveTo br tab pPr rPr numPr txbxContent "  # noqa: SIM905
    "hyperlink footnoteReference pict drawing sectPr instrText body document".split()
)
VALUES = (
    "",
    "0",
    "-1",
    "1",
    "9",
    "99999999999",
    "²",
    "٣",
    "none",
    "superscript",
    "true",
    "\u00a0",
    "../../x",
    "1.5",
)
MOST = 300_000  # characters of a part that is made larger

Parts = dict[str, bytes]


def mutate(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Mutate a part of the package; mutate the bytes if it is no package any more."""
    parts, lent = parts_of(data), parts_of(other)
    if not parts:
        return mutate_bytes(data, other, chance)
    chance.choice(MUTATIONS)(parts, lent, chance)
    return pack(parts, chance)


def parts_of(data: bytes) -> Parts:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return {name: package.read(name) for name in package.namelist()}
    except Exception:  # mutated before: zipfile may raise anything
        return {}


def pack(parts: Parts, chance: random.Random) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def exchange(parts: Parts, lent: Parts, chance: random.Random) -> None:
    """Replace a part by one of another file, or of this one."""
    name = part_name(parts, chance)
    source = lent if lent and chance.random() < 0.5 else parts
    parts[name] = source[chance.choice(list(source))]


def lose(parts: Parts, lent: Parts, chance: random.Random) -> None:
    del parts[part_name(parts, chance)]


def damage(parts: Parts, lent: Parts, chance: random.Random) -> None:
    name = part_name(parts, chance)
    parts[name] = mutate_bytes(parts[name], b"".join(lent.values())[:9000], chance)


def rewrite(parts: Parts, lent: Parts, chance: random.Random) -> None:
    """Mutate the texts of the document as lines."""
    tree = tree_of(parts, "word/document.xml")
    texts = list(tree.iter(f"{W}t")) if tree is not None else []
    if texts and tree is not None:
        lines = mutate_text("\n".join(element.text or "" for element in texts), "", chance).split(
            "\n"
        )
        for element, line in zip(texts, lines, strict=False):
            element.text = "".join(sign for sign in line if sign.isprintable())
        put(parts, "word/document.xml", tree)


def rebuild(parts: Parts, lent: Parts, chance: random.Random) -> None:
    """Change the tree of one part in several places."""
    name = part_name(parts, chance)
    tree = tree_of(parts, name)
    if tree is None:
        return
    for _ in range(chance.choice((1, 3, 20))):
        elements = [element for element in tree.iter() if isinstance(element.tag, str)]
        if len(elements) > 1:
            chance.choice(CHANGES)(chance.choice(elements[1:]), chance.choice(elements), chance)
    put(parts, name, tree)


def tree_of(parts: Parts, name: str) -> etree._Element | None:
    try:
        return etree.fromstring(parts.get(name, b""), etree.XMLParser(resolve_entities=False))
    except (etree.XMLSyntaxError, ValueError):
        return None


def put(parts: Parts, name: str, tree: etree._Element) -> None:
    parts[name] = etree.tostring(tree)


def double(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    size = len(etree.tostring(element))
    for _ in range(min(chance.choice((1, 2, 200)), MOST // size)):
        element.addnext(copy.deepcopy(element))


def remove(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    if (above := element.getparent()) is not None:
        above.remove(element)


def put_into(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    if len(etree.tostring(element)) < MOST:
        other.insert(chance.randrange(len(other) + 1), copy.deepcopy(element))


def nest(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    """Nest the element many levels deep."""
    inner = copy.deepcopy(element)
    for _ in range(chance.choice((2, 20, 120, 230))):
        tag = element.tag if chance.random() < 0.5 else W + chance.choice(TAGS)
        outer = etree.Element(tag, dict(element.attrib))
        outer.append(inner)
        inner = outer
    if (above := element.getparent()) is not None:
        above.replace(element, inner)


def rename(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    element.tag = chance.choice((W + chance.choice(TAGS), other.tag, "{x}y", "z"))


def set_value(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    key = chance.choice([*element.attrib, *other.attrib, f"{W}val", f"{W}id"])
    element.set(key, chance.choice((*VALUES, *other.attrib.values())))


def set_text(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    mutated = mutate_text(element.text or other.text or "текст", "", chance)
    element.text = "".join(sign for sign in mutated if sign.isprintable())


def comment(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    """Insert a comment or a processing instruction."""
    made = chance.choice((etree.Comment("x"), etree.ProcessingInstruction("x", "y")))
    element.insert(0, made)


def part_name(parts: Parts, chance: random.Random) -> str:
    """Return the name of a part, half of the time the document."""
    if "word/document.xml" in parts and chance.random() < 0.5:
        return "word/document.xml"
    return chance.choice(list(parts))


MUTATIONS: tuple[Callable[[Parts, Parts, random.Random], None], ...] = (
    exchange, lose, damage, damage, rewrite, rewrite, rebuild, rebuild, rebuild, rebuild,
)  # fmt: skip
CHANGES = (double, remove, put_into, nest, rename, set_value, set_text, comment)
