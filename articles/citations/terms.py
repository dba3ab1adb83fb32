"""Terms and abbreviations of a bibliographic description in each language."""

from __future__ import annotations

import msgspec

from articles.records.languages import Language


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """The terms of one language."""

    volume: str
    number: str
    pages: str
    article: str  # before an article number, GOST
    article_apa: str
    and_others: str
    electronic: str  # kind of content and way of access, GOST R 7.0.100
    access: str  # GOST 7.1 with 7.82
    no_date: str
    ahead_of_issue: str


TERMS: dict[Language, Terms] = {
    "kk": Terms(
        volume="Т.",
        number="№",
        pages="Б.",
        article="Мақ.",
        article_apa="Мақала",
        and_others="[және т. б.]",
        electronic="Мәтін : электрондық",
        access="Қолжетімділік режимі:",
        no_date="б. ж.",
        ahead_of_issue="Алдын ала онлайн жарияланым",
    ),
    "ru": Terms(
        volume="Т.",
        number="№",
        pages="С.",
        article="Ст.",
        article_apa="Статья",
        and_others="[и др.]",
        electronic="Текст : электронный",
        access="Режим доступа:",
        no_date="б. г.",
        ahead_of_issue="Предварительная онлайн-публикация",
    ),
    "en": Terms(
        volume="Vol.",
        number="No.",
        pages="P.",
        article="Art.",
        article_apa="Article",
        and_others="[et al.]",
        electronic="Text : electronic",
        access="Mode of access:",
        no_date="n.d.",
        ahead_of_issue="Advance online publication",
    ),
}
