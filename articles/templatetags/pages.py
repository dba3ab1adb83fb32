"""Tags of the readers' pages: texts in three languages, with their `lang`.

A text is a mapping of languages (`record.title`). A page shows it in its own language, else in
the language of the article, else in the first that it has.
"""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.records import html
from articles.records.board import dialled
from articles.records.identifiers import doi_url, orcid_url
from articles.records.languages import Language, Text, known_language, preferred_language

register = template.Library()
register.filter("doi_url", doi_url)
register.filter("orcid_url", orcid_url)
register.filter("linked", html.linked)
register.filter("markup", html.markup)
register.filter("unbroken", html.unbroken)
register.filter("dialled", dialled)


@register.simple_tag
def text(texts: Text, own: Language = "kk", soft: bool = False) -> SafeString:
    """`{% text record.title record.language %}`: the text, in a `<span lang dir>` if it needs one.

    `own` is the language of the article; `soft` puts soft hyphens into long Kazakh words.
    """
    return html.text_html(texts or {}, known_language(get_language()), own, soft)


@register.simple_tag
def lang(texts: Text, own: Language = "kk") -> SafeString:
    """`<h1{% lang record.title record.language %}>`: ` lang="ru" dir="auto"`.

    For the element around a `{% bare_text %}` of the same text; no `lang` in the page's language.
    """
    reader = known_language(get_language())
    code = preferred_language(texts or {}, reader, own)
    return html.text_attributes(code, reader) if code else html.EMPTY


@register.simple_tag
def bare_text(texts: Text, own: Language = "kk", soft: bool = False) -> SafeString:
    """The text alone, inside an element that has its `{% lang %}`; '' for a text in no language."""
    code = preferred_language(texts or {}, known_language(get_language()), own)
    if code is None:
        return html.EMPTY
    return html.soft_markup(texts[code], code) if soft else html.markup(texts[code])
