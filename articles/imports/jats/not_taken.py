"""What of a JATS article a record cannot hold: counted and named, for the editor."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from lxml.etree import _Element

from articles.imports.jats.formulas import is_source_alone
from articles.imports.jats.rights import has_text_alone
from articles.imports.jats.translations import translations
from articles.imports.xml_texts import XML_LANG, address_of, language_of, plain

NAMED_MOST = 10
TEXTS = ("article-title", "trans-title", "abstract", "trans-abstract", "kwd-group")
Counted = Callable[[int], str]


def not_taken(article: _Element) -> Iterator[str]:
    """The notes for an editor: one on parts of the text, others on what stands around it."""
    parts = [counted(each, count) for each, count in parts_of(article) if each]
    if parts:
        yield str(_("Not taken: %(parts)s.")) % {"parts": ", ".join(parts)}
    meta = article.find("front/article-meta")
    if meta is not None:
        yield from around(meta)


def parts_of(article: _Element) -> Iterator[tuple[list[_Element], Counted]]:
    """Elements that are left out, with the words for their number."""
    body = [part for part in article if part.tag in ("body", "back")]
    everywhere = [each for part in body for each in part.iter("*")]

    def those(*tags: str) -> Iterator[_Element]:
        return (each for each in everywhere if each.tag in tags)

    yield (
        [each for each in those("table-wrap") if not has(each, "table", "graphic")],
        lambda count: ngettext("%(count)d table", "%(count)d tables", count),
    )
    yield (
        [each for each in those("fig") if not has(each, "graphic")],
        lambda count: ngettext("%(count)d figure", "%(count)d figures", count),
    )
    yield (
        [each for each in those("inline-formula", "disp-formula") if is_source_alone(each)],
        lambda count: ngettext("%(count)d formula", "%(count)d formulas", count),
    )
    yield (
        list(those("supplementary-material", "inline-supplementary-material", "media")),
        lambda count: ngettext(
            "%(count)d supplementary file", "%(count)d supplementary files", count
        ),
    )
    yield (
        list(other_articles(article)),
        lambda count: ngettext("%(count)d attached article", "%(count)d attached articles", count),
    )
    yield (
        [each for each in translations(article) if each.find("body") is not None],
        lambda count: ngettext(
            "%(count)d translated full text", "%(count)d translated full texts", count
        ),
    )


def around(meta: _Element) -> Iterator[str]:
    """Texts in other languages than ours, and a licence without an address."""
    codes = {
        each.get(XML_LANG) or parent_language(each)
        for each in meta.iter(*TEXTS)
        if language_of(each) is None
    }
    if codes:
        yield str(_("Texts in other languages were left out: %(codes)s.")) % {
            "codes": ", ".join(sorted(codes))
        }
    if has_text_alone(meta):
        yield str(
            _("The text of the licence was left out: it gives no web address. Choose the licence.")
        )


def parent_language(element: _Element) -> str:
    return next(filter(None, (each.get(XML_LANG) for each in element.iterancestors())), "")


def other_articles(article: _Element) -> Iterator[_Element]:
    """Sub-articles and responses that are no translations."""
    known = set(translations(article))
    yield from (each for each in article.iterfind("sub-article") if each not in known)
    yield from article.iterfind("response")


def has(element: _Element, *tags: str) -> bool:
    return next(element.iter(*tags), None) is not None


def counted(elements: list[_Element], count: Counted) -> str:
    """`2 tables (Table 1, Table 2)`."""
    words = count(len(elements)) % {"count": len(elements)}
    names = list(filter(None, map(name_of, elements)))
    more = ["…"] if len(names) > NAMED_MOST else []
    return f"{words} ({', '.join([*names[:NAMED_MOST], *more])})" if names else words


def name_of(element: _Element) -> str:
    """The label as printed, else the title, the file or the id."""
    title = next(element.iter("article-title"), None)
    return (
        plain(element.find("label"))
        or plain(title)
        or element.get("id", "")
        or address_of(element)[:80]
    )
