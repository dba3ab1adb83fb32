"""The messages that the code and the templates ask a translation for; no gettext is needed."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PYTHON_FOLDERS = ("journal", "articles")
TEMPLATE_FOLDERS = ("templates", "articles/templates")


class Message(NamedTuple):
    text: str
    plural: str = ""
    context: str = ""


# Which arguments of a call are the text, its plural, its context.
ARGUMENTS = {
    "": ("text",),
    "n": ("text", "plural"),
    "p": ("context", "text"),
    "np": ("context", "text", "plural"),
}
CALLS = {"_": ARGUMENTS[""]} | {
    f"{kind}gettext{ending}": names
    for kind, names in ARGUMENTS.items()
    for ending in ("", "_lazy", "_noop")
}
STRING = r"""(?:u?"(?:\\.|[^"\\])*"|u?'(?:\\.|[^'\\])*')"""
TEMPLATE_CALL = re.compile(rf"(?<!\w)(_|n?p?gettext)\(\s*({STRING}(?:\s*,\s*{STRING})*)", re.DOTALL)


def messages() -> dict[Message, list[str]]:
    """Each message with the files that ask for it."""
    files_by_message: dict[Message, list[str]] = {}
    for path, found in (*of_code(), *of_templates()):
        name = path.relative_to(ROOT).as_posix()
        for message in found:
            files = files_by_message.setdefault(message, [])
            if name not in files:
                files.append(name)
    return files_by_message


def of_code() -> Iterator[tuple[Path, list[Message]]]:
    for folder in PYTHON_FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path, list(in_code(path.read_text()))


def of_templates() -> Iterator[tuple[Path, list[Message]]]:
    for folder in TEMPLATE_FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.*")):
            if path.suffix in {".html", ".txt", ".xml"}:
                yield path, list(in_template(path.read_text()))


def in_code(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            names = CALLS.get(name_of(node.func), ())
            texts = [text for text in map(constant, node.args[: len(names)]) if text]
            if names and len(texts) == len(names):
                yield Message(**dict(zip(names, texts, strict=True)))


def name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def constant(argument: ast.expr) -> str | None:
    match argument:
        case ast.Constant(value=str(text)):
            return text
    return None


def in_template(source: str) -> Iterator[Message]:
    for call, arguments in TEMPLATE_CALL.findall(templatize(source)):
        names = CALLS[call]
        texts = [ast.literal_eval(text) for text in re.findall(STRING, arguments, re.DOTALL)]
        if len(texts) >= len(names):
            yield Message(**dict(zip(names, texts, strict=False)))
