"""What a page says, without how it is laid out: its texts, links and fields, a line each.

Two pages that differ in white space, classes, wrappers and styles alone have one outline.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml import html

SHOWN = (
    *("action", "alt", "aria-current", "aria-label", "checked", "colspan", "content", "datetime"),
    *("disabled", "for", "href", "hreflang", "id", "lang", "method", "name", "property", "rel"),
    *("required", "selected", "src", "title", "type", "value"),
)
HEADERS = ("Content-Disposition", "Content-Language", "Link", "Location", "X-Robots-Tag")
SECRET = "csrfmiddlewaretoken"
SIGNED = re.compile(r"[\w-]+:[\w-]{6}:[\w-]{43}")  # with its time, by Django's signer
DIGESTS = re.compile(r'^\{("[\w-]+":"[0-9a-f]{18}",?)*\}$')  # of the values of a form


def without_tokens(value: str) -> str:
    return DIGESTS.sub("(digests)", SIGNED.sub("(signed)", value))


def outline(response, within: str = "/html") -> str:
    """Status, headers and content of an answer; of a page only what is below an XPath."""
    kind = response.headers.get("Content-Type", "").partition(";")[0]
    lines = [f"{response.status_code} {kind}"]
    lines += [f"{name}: {response[name]}" for name in HEADERS if name in response]
    content = b"".join(response) if response.streaming else response.content
    if kind == "text/html" and content:
        for root in html.document_fromstring(content.decode()).xpath(within):
            for span in root.xpath(".//span[@class='nb']"):
                span.drop_tag()
            lines += lines_of(root)
    elif kind == "application/json":
        lines.append(json.dumps(json.loads(content), ensure_ascii=False, indent=1))
    else:
        lines.append(content.decode())
    return "\n".join(lines) + "\n"


def lines_of(element: html.HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.get("name") == SECRET:
        return
    attributes = [
        f"{name}={without_tokens(element.get(name, ''))!r}"
        for name in SHOWN
        if name in element.attrib and not (name == "id" and element.tag in ("div", "section"))
    ]
    if attributes or element.tag in ("h1", "h2", "h3", "h4", "li", "tr"):
        yield " ".join([element.tag, *attributes])
    is_code = element.tag in ("style", "script") and element.get("type") != "application/ld+json"
    yield from text_of("" if is_code else element.text)
    for child in element:
        yield from lines_of(child)
        yield from text_of(child.tail)


def text_of(text: str | None) -> Iterator[str]:
    if squeezed := re.sub(r"\s+", " ", text or "").strip():
        yield f"| {squeezed}"
