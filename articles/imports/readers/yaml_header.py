"""The YAML header of a Pandoc manuscript, as the lines that a printed header would have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

KEY = re.compile(r"([\w.][\w. -]{0,60}):(?:\s+(.*)|$)")
BLOCK = re.compile(r"[|>][+-]?\d?$")
LABELS = {
    "abstract": {"kk": "Аңдатпа", "ru": "Аннотация"},
    "keywords": {"kk": "Түйін сөздер", "ru": "Ключевые слова"},
}
CODES = ("udc", "irsti", "doi")
ORGANISATIONS = ("affiliation", "affiliations", "institute", "institution", "organization")
DEEPEST = 20  # levels
Numbered = list[tuple[int, str]]  # the lines, each with its indent


def header_lines(yaml: str) -> Iterator[str]:
    """Yield Markdown lines: codes, title, authors with marks, organisations, contacts, abstract."""
    lines = [(len(raw) - len(raw.lstrip()), raw.strip()) for raw in yaml.split("\n") if raw.strip()]
    header = _read([line for line in lines if not line[1].startswith("#")], 0)
    if not isinstance(header, dict):
        return
    yield from (f"{code.upper()}: {header[code]}" for code in CODES if _is_text(header.get(code)))
    yield from (f"# {value}" for key, value in header.items() if _is_title(key, value))
    yield from _author_lines(header)
    language = str(header.get("lang", ""))[:2]
    for name, labels in LABELS.items():
        value = header.get(name)
        text = ", ".join(map(str, value)) if isinstance(value, list) else value
        if _is_text(text):
            yield f"**{labels.get(language, name.capitalize())}:** {text}"


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_title(key: str, value: Any) -> bool:
    return re.fullmatch(r"title(?:[-_]\w\w)?", key) is not None and _is_text(value)


def _author_lines(header: dict[str, Any]) -> Iterator[str]:
    named = _named_organisations(header)
    organisations: list[str] = []
    contacts: list[str] = []
    byline: list[str] = []
    for author in map(_as_author, _as_list(header.get("author") or header.get("authors"))):
        own = [named.get(str(each), str(each)) for key in ORGANISATIONS
               for each in _as_list(author.get(key)) if not isinstance(each, dict)]  # fmt: skip
        organisations += [each for each in own if each not in organisations]
        marks = [str(organisations.index(each) + 1) for each in own]
        marks += ["\\*"] * any(
            _is_true(author.get(key)) for key in ("corresponding", "correspondence")
        )
        if name := str(author.get("name") or ""):
            byline.append(f"{name}^{','.join(marks)}^" if marks else name)
            contacts += [
                f"{label}: {name}: {author[key]}"
                for key, label in (("email", "E-mail"), ("orcid", "ORCID"))
                if author.get(key)
            ]
    if byline:
        yield ", ".join(byline)
    yield from (f"^{at}^{each}" for at, each in enumerate(organisations, 1))
    yield from contacts


def _is_true(value: Any) -> bool:
    return str(value or "").lower() not in ("", "false", "no", "none")


def _as_author(author: Any) -> dict[str, Any]:
    """`Name`, `name: Name …`, or `Name: {email: …}` as Scholarly Markdown has it."""
    if not isinstance(author, dict):
        return {"name": str(author)}
    if "name" in author or len(author) != 1:
        return author
    name, details = next(iter(author.items()))
    return {"name": name, **(details if isinstance(details, dict) else {})}


def _named_organisations(header: dict[str, Any]) -> dict[str, str]:
    """The organisations that authors refer to by a short name or a number."""
    named: dict[str, str] = {}
    for key in ORGANISATIONS:
        for each in _as_list(header.get(key)):
            if isinstance(each, dict) and "name" in each:
                named[str(each.get("id", each.get("index", "")))] = str(each["name"])
            elif isinstance(each, dict):
                named |= {short: str(name) for short, name in each.items() if _is_text(name)}
    return named


def _as_list(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    return [] if value in (None, "") else [value]


def _read(lines: Numbered, depth: int) -> Any:
    """The value that lines of one level make: a list, a mapping, or a text over several lines."""
    if not lines or depth > DEEPEST:
        return ""
    if lines[0][1].startswith("- ") or lines[0][1] == "-":
        return [_read_item(block, depth) for block in _blocks(lines)]
    if not KEY.match(lines[0][1]):
        return " ".join(text for _indent, text in lines)
    pairs = (_read_pair(block, depth) for block in _blocks(lines))
    return {key: value for key, value in pairs if key}


def _blocks(lines: Numbered) -> Iterator[Numbered]:
    """Each line of the outermost level with the deeper lines below it."""
    outer, is_list = lines[0][0], lines[0][1].startswith("-")
    block: Numbered = []
    for indent, text in lines:
        if block and indent <= outer and text.startswith("-") == is_list:
            yield block
            block = []
        block.append((indent, text))
    yield block


def _read_item(block: Numbered, depth: int) -> Any:
    indent, text = block[0]
    bare = text[1:].lstrip()
    first = [(indent + len(text) - len(bare), bare)] if bare else []
    if KEY.match(bare) or not first:
        return _read([*first, *block[1:]], depth + 1)
    return _scalar(bare)


def _read_pair(block: Numbered, depth: int) -> tuple[str, Any]:
    match = KEY.match(block[0][1])
    if not match:
        return "", ""
    value = (match[2] or "").strip()
    if not value or BLOCK.match(value):
        return match[1], _read_block(block[1:], bool(value), depth)
    return match[1], _scalar(" ".join([value, *(text for _indent, text in block[1:])]))


def _read_block(lines: Numbered, is_text: bool, depth: int) -> Any:
    return " ".join(text for _, text in lines) if is_text else _read(lines, depth + 1)


def _scalar(text: str) -> Any:
    """A text without its quotation marks, or the members of `[a, b]`."""
    if text.startswith("[") and text.endswith("]"):
        return [_scalar(each.strip()) for each in text[1:-1].split(",") if each.strip()]
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1]
    return text
