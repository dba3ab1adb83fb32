"""Terms of JATS for our types and kinds, shared by the export and the import."""

from __future__ import annotations

from articles.records.languages import Language
from articles.records.record import ArticleType, Status

ARTICLE_TYPES: dict[ArticleType, str] = {
    "research": "research-article",
    "review": "review-article",
    "short": "brief-report",
    "conference": "proceedings-paper",
    "editorial": "editorial",
    "book_review": "book-review",
    "letter": "letter",
    "personalia": "other",  # most are of the living: JATS has `obituary` alone
    "correction": "correction",
    "retraction": "retraction",
    "other": "other",
}
PERSONALIA = "personalia"  # in `specific-use`, by which such an article is read back
PUBLICATION_TYPES = {
    "journal_article": "journal",
    "book": "book",
    "chapter": "book-chapter",
    "conference_paper": "confproc",
    "dissertation": "thesis",
    "web_resource": "webpage",
}
RELATED_ARTICLES = {
    "corrects": "corrected-article",
    "corrected_by": "correction-forward",
    "retracts": "retracted-article",
    "retracted_by": "retraction-forward",
    "expresses_concern": "object-of-concern",
    "concern_expressed_by": "expression-of-concern",
    "translates": "translated-article",
    "translated_by": "translation",
}
# The events of `pub-history` that say what became of the article; a draft has none.
EVENTS: dict[Status, str] = {"retracted": "retracted", "withdrawn": "withdrawn"}
HISTORY = {"received_on": "received", "revised_on": "rev-recd", "accepted_on": "accepted"}
CODES = {"irsti": "IRSTI", "udc": "UDC", "jel": "JEL"}
FAMILY_FIRST: dict[Language, str] = {"kk": "eastern", "ru": "eastern", "en": "western"}
ROMANIZED = "romanized"
CREDIT = "https://credit.niso.org/contributor-roles/"
