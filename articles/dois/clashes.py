"""Two articles that would have one DOI: what is wrong, and what tells them apart."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from articles.models import Article, Issue

from .patterns import field_names

# By field of a pattern: the column of the issue.
ISSUE_COLUMNS = {
    "part": "part",
    "volume": "volume",
    "through": "through_number",
    "number": "number",
    "year": "year",
}


class DoiNotChanged(ValueError):
    """The DOI was not changed; the message says why, and `remedy` what to do."""

    def __init__(self, message: str, remedy: str | Promise = "") -> None:
        super().__init__(message)
        self.remedy = remedy


def clash(article: Article, other: Article, doi: str) -> DoiNotChanged:
    """The error for an article whose DOI another one has, or is to get before it."""
    values = {"article": other, "doi": other.doi or doi}
    if other.doi:
        message = _("“%(article)s” has the DOI %(doi)s.") % values
    else:
        message = _("“%(article)s” will get the DOI %(doi)s.") % values
    return DoiNotChanged(message, _remedy(article, other, field_names(article.journal.doi_pattern)))


def _remedy(article: Article, other: Article, names: list[str]) -> str:
    mine, theirs = article.issue, other.issue
    if mine and theirs and mine != theirs:
        return remedy_for_issues(mine, theirs, names)
    if mine and mine == theirs and "sequence" in names and article.position == other.position:
        position = {"position": article.position}
        return _("Both have position %(position)d in the issue. Correct one of them.") % position
    return _("Add {id} to the journal's DOI pattern, or enter the DOI by hand.")


def remedy_for_issues(one: Issue, other: Issue, names: list[str]) -> str:
    """The field that tells two issues apart, if the pattern lacks one; else their numbers."""
    for name, column in ISSUE_COLUMNS.items():
        values = getattr(one, column), getattr(other, column)
        is_in_both = all(values) or name == "part"
        if name not in names and is_in_both and values[0] != values[1]:
            return _("Add {%(name)s} to the journal's DOI pattern.") % {"name": name}
    return _("Fill in “number in DOIs” of one of the two issues.")
