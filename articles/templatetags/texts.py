"""A text in the reader's language, or in the article's with its `lang` and a mark."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.records.html import shown
from articles.records.languages import LANGUAGES, Language, Text

register = template.Library()


@register.simple_tag
def text(texts: Text, language: Language) -> SafeString:
    """`{% text record.title record.language %}`; '' for a text in no language."""
    active = get_language()
    reader = next((code for code in LANGUAGES if code == active), language)
    found = shown(texts, reader, language, soft=True)
    if found is None:
        return SafeString("")
    if not found.language:
        return found.html
    marked = '<span lang="{}">{}</span> <small class="lng">{}</small>'
    return format_html(marked, found.language, found.html, found.language)
