"""Notices in receivers that have text alone: `Retracted: https://doi.org/10.5555/notice`."""

from __future__ import annotations

from collections.abc import Iterator

from articles.exports.identifiers import is_doi
from articles.records.identifiers import doi_url
from articles.records.languages import Language
from articles.records.notices import NOTICE_WORDS, status_word
from articles.records.record import Record, Relation


def notice_lines(record: Record, language: Language) -> Iterator[str]:
    """Return a line for the status if no notice says it, and one for each notice."""
    kinds = {relation.kind for relation in record.relations}
    word = status_word(record, language)
    if word and not (record.status == "retracted" and "retracted_by" in kinds):
        yield word
    for relation in record.relations:
        if words := NOTICE_WORDS.get(relation.kind):
            yield ": ".join(filter(None, (words[language], related_url(record, relation))))


def related_url(record: Record, relation: Relation) -> str:
    """Return the DOI of the other article as an address, else its page; '' if neither is known."""
    return doi_url(relation.doi) if is_doi(relation.doi) else related_page(record, relation)


def related_page(record: Record, relation: Relation) -> str:
    """Return the page of the other article on this site, for one without a DOI."""
    if not (record.site and relation.article_id):
        return ""
    return f"{record.site}/{record.language}/articles/{relation.article_id}/"
