"""Pages with the label that people type beside them: `С. 15-18`, `pp. 15–18`, `15-18 б.`"""

from __future__ import annotations

import re

from articles.records.cleaning import clean_line

# One letter is a label only with a point or a space after it: P12 and S5 are pages.
BEFORE = re.compile(
    r"^(?:(?:pp|pages?|стр|страниц[аы]|бет(?:тері)?)\b\.?\s*|[pсcб](?:\.\s*|\s+))(?=\w?\d|[ivxlc]+\b)",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"(?<=\w)\s+(?:pp?|pages?|стр|страниц[аы]?|с|c|б|бет(?:тер)?)\.?$", re.IGNORECASE
)
ARTICLE = re.compile(
    r"^(?:art(?:icle)?|статья|мақала)(?:\.\s*|\s+)(?:№\s*)?(?=\w*\d)", re.IGNORECASE
)


def without_page_label(typed: str) -> str:
    """The pages as they are printed, without the word for pages."""
    return AFTER.sub("", BEFORE.sub("", clean_line(typed)))


def labelled_article_number(typed: str) -> str:
    """The number in `Art. 105`, '' for what is not called an article."""
    typed = clean_line(typed)
    return ARTICLE.sub("", typed) if ARTICLE.match(typed) else ""
