"""Finds the messages that the code and the templates translate, without GNU gettext."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON_FOLDERS = ("journal", "articles")
TEMPLATE_FOLDERS = ("templates", "articles/templates")
TEMPLATE_SUFFIXES = {".html", ".txt", ".xml"}


class Message(NamedTuple):
    text: str
    plural: str = ""
    context: str = ""


# What the arguments of gettext, ngettext, pgettext and npgettext are.
ARGUMENTS = {
    "": ("text",),
    "n": ("text", "plural"),
    "p": ("context", "text"),
    "np": ("context", "text", "plural"),
}
ARGUMENTS_BY_FUNCTION = {"_": ARGUMENTS[""]} | {
    f"{kind}gettext{ending}": arguments
    for kind, arguments in ARGUMENTS.items()
    for ending in ("", "_lazy", "_noop")
}
STRING = r"""(?:u?"(?:\\.|[^"\\])*"|u?'(?:\\.|[^'\\])*')"""
TEMPLATE_CALL = re.compile(rf"(?<!\w)(_|n?p?gettext)\(\s*({STRING}(?:\s*,\s*{STRING})*)", re.DOTALL)


def find_messages() -> dict[Message, list[str]]:
    """Each message with the files that use it."""
    files_by_message: dict[Message, list[str]] = {}
    for path, messages in (*messages_by_python_file(), *messages_by_template()):
        name = path.relative_to(ROOT).as_posix()
        for message in messages:
            files = files_by_message.setdefault(message, [])
            if name not in files:
                files.append(name)
    return files_by_message


def messages_by_python_file() -> Iterator[tuple[Path, list[Message]]]:
    for folder in PYTHON_FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path, list(messages_in_python(path.read_text()))


def messages_by_template() -> Iterator[tuple[Path, list[Message]]]:
    for folder in TEMPLATE_FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.*")):
            if path.suffix in TEMPLATE_SUFFIXES:
                yield path, list(messages_in_template(path.read_text()))


def messages_in_python(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            arguments = ARGUMENTS_BY_FUNCTION.get(function_name(node.func), ())
            texts = [text for text in map(constant_text, node.args[: len(arguments)]) if text]
            if arguments and len(texts) == len(arguments):
                yield Message(**dict(zip(arguments, texts, strict=True)))


def function_name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def constant_text(argument: ast.expr) -> str | None:
    match argument:
        case ast.Constant(value=str(text)):
            return text
    return None


def messages_in_template(source: str) -> Iterator[Message]:
    for call, strings in TEMPLATE_CALL.findall(templatize(source)):
        arguments = ARGUMENTS_BY_FUNCTION[call]
        texts = [ast.literal_eval(text) for text in re.findall(STRING, strings, re.DOTALL)]
        if len(texts) >= len(arguments):
            yield Message(**dict(zip(arguments, texts, strict=False)))
