"""Tags of the readers' pages: words looked up once a language, and texts of an article."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.base import Node, Parser, TextNode, Token
from django.templatetags.i18n import TranslateNode
from django.templatetags.i18n import do_translate as translate_when_rendered
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.records.html import shown
from articles.records.languages import LANGUAGES, Language, Text

register = template.Library()


@register.tag
def translate(parser: Parser, token: Token) -> Node:
    """Django's own, but a word is looked up when the template is read.

    Each language has an engine of its own (settings.TEMPLATES), so the word stays the right one.
    """
    node: Any = translate_when_rendered(parser, token)
    if not isinstance(node, TranslateNode) or node.asvar or node.noop or not is_constant(node):
        return node
    return TextNode(node.render(template.Context()))


def is_constant(node: Any) -> bool:
    expression = node.filter_expression
    return not expression.filters and (
        isinstance(expression.var, str) or expression.var.literal is not None
    )


@register.simple_tag
def text(texts: Text, language: Language) -> SafeString:
    """`{% text record.title record.language %}`: the reader's language, else the article's, marked.

    Nothing for a text in no language.
    """
    active = get_language()
    reader = next((code for code in LANGUAGES if code == active), language)
    found = shown(texts, reader, language, soft=True)
    if found is None:
        return SafeString("")
    if not found.language:
        return found.html
    marked = '<span lang="{}">{}</span> <small class="lng">{}</small>'
    return format_html(marked, found.language, found.html, found.language)
