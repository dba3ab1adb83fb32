"""Minting the DOI of an article, or of every article of an issue that can have one."""

from __future__ import annotations

import msgspec
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.editing import EditConflict, save_article, working_record
from articles.models import Article, Issue, Revision, User
from articles.records.cleaning import InvalidValue

from .clashes import DoiNotChanged, clash
from .patterns import doi_by_pattern
from .planning import PlannedDoi, plan_issue_dois, refused


class IssueMinting(msgspec.Struct, frozen=True):
    """What became of an issue's articles that had no DOI."""

    minted: list[Article]
    refused: list[PlannedDoi]  # each with its problem and remedy


def mint_doi(article: Article, *, editor: User | None = None) -> Revision:
    """Saves the article with a DOI by its journal's pattern.

    Raises DoiNotChanged if it has a DOI or another article has this one, UnusablePattern,
    InvalidIdentifier, FrozenDoi for a cancelled DOI, EditConflict.
    """
    if article.doi:
        raise DoiNotChanged(_("The article already has the DOI %(doi)s.") % {"doi": article.doi})
    record = working_record(article)
    doi = doi_by_pattern(record, article.journal.doi_pattern)
    if other := Article.objects.with_doi(doi).select_related("issue").first():
        raise clash(article, other, doi)
    try:
        with transaction.atomic():
            return save_article(
                msgspec.structs.replace(record, doi=doi),
                article=article,
                base=article.version,
                editor=editor,
                reason=_("DOI assigned by the journal's pattern"),
            )
    except IntegrityError as error:
        raise DoiNotChanged(
            _("%(doi)s was just assigned to another article.") % {"doi": doi}
        ) from error


def mint_issue_dois(issue: Issue, *, editor: User | None = None) -> IssueMinting:
    """Mints DOIs for the articles of the issue that have none; those that cannot are returned."""
    minting = IssueMinting([], [])
    for planned in plan_issue_dois(issue):
        outcome = planned if planned.problem else _mint_planned(planned.article, editor)
        if outcome is None:
            minting.minted.append(planned.article)
        else:
            minting.refused.append(outcome)
    return minting


def _mint_planned(article: Article, editor: User | None) -> PlannedDoi | None:
    """None if it has its DOI now; else why not, such as a change by another editor meanwhile."""
    try:
        mint_doi(article, editor=editor)
    except (DoiNotChanged, InvalidValue, EditConflict) as error:
        return refused(article, error)
    article.refresh_from_db()
    return None
