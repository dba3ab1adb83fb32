"""The article form: the article's own fields and its row sets, over one record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict

from articles.admin.numbers import parse_number
from articles.models import Article, Journal, Revision
from articles.queries.current_keys import with_current_keys
from articles.records.record import Record

from ..permissions import EditorPermissions, permissions_for
from .base import BaseArticleForm
from .errors import FormError, form_errors
from .from_record import initial_rows, initial_values
from .main_form import MainForm
from .row_sets import (
    PREFIXES,
    AffiliationRowSet,
    AuthorshipRowSet,
    FundingRowSet,
    GalleyRowSet,
    RelationRowSet,
    RowForm,
    RowSet,
)

Files = MultiValueDict[str, Any]


class ArticleForm:
    """`base` is the record that the editor began from; None for a new article."""

    def __init__(
        self,
        journal: Journal,
        article: Article | None = None,
        base: Record | None = None,
        data: QueryDict | None = None,
        files: Files | None = None,
        permissions: EditorPermissions | None = None,
    ) -> None:
        self.journal, self.article, self.base = journal, article, base
        self.permissions = permissions or EditorPermissions()
        self.main = MainForm(
            data,
            files,
            journal=journal,
            instance=article or Article(journal=journal),
            initial=initial_values(base, article.version) if base and article else {},
        )
        self.main.lock_other_languages(self.permissions.languages)
        self._data, self._files = data, files
        self._initial_rows = initial_rows(base) if base else {}
        self.affiliations = self._row_set("affiliations", AffiliationRowSet)
        self.authorships = self._row_set("authorships", AuthorshipRowSet)
        self.fundings = self._row_set("fundings", FundingRowSet)
        self.galleys = self._row_set("galleys", GalleyRowSet)
        self.relations = self._row_set("relations", RelationRowSet)

    def _row_set(self, prefix: str, kind: type[RowSet[RowForm]]) -> RowSet[RowForm]:
        initial = self._initial_rows.get(prefix, [])
        row_set = kind(self._data, self._files, prefix=prefix, initial=initial)
        row_set.permissions, row_set.linked_keys = self.permissions, self.linked_keys()
        row_set.can_delete = not self.is_translators
        if not self.base and prefix in ("affiliations", "authorships"):
            row_set.extra = 1
        return row_set

    @property
    def row_sets(self) -> dict[str, RowSet[Any]]:
        return {prefix: getattr(self, prefix) for prefix in PREFIXES}

    def linked_keys(self) -> set[int]:
        """Articles that the record is related to already: they stay whoever may see them."""
        relations = self.base.relations if self.base else ()
        return {relation.article_id for relation in relations if relation.article_id}

    @property
    def is_bound(self) -> bool:
        return self.main.is_bound

    @property
    def is_translators(self) -> bool:
        """Whether the editor may change texts of some languages only."""
        return self.permissions.languages is not None

    def is_valid(self) -> bool:
        """Validates every form, so that all errors are shown at once."""
        results = [self.main.is_valid(), *(rows.is_valid() for rows in self.row_sets.values())]
        return all(results)

    def full_clean(self) -> None:
        """Fills `cleaned_data` of every form with what can be read, valid as a whole or not."""
        self.is_valid()

    def errors(self) -> Iterator[FormError]:
        """All errors in the order of the page, without those of deleted rows."""
        yield from form_errors(self.main)
        for prefix, row_set in self.row_sets.items():
            yield from (FormError("", prefix, str(error)) for error in row_set.non_form_errors())
            for row in row_set.forms:
                if not row.is_deleted():
                    yield from form_errors(row, prefix)

    def forms(self) -> Iterator[BaseArticleForm]:
        yield self.main
        for row_set in self.row_sets.values():
            yield from row_set.forms


def open_form(
    request: HttpRequest,
    journal: Journal,
    article: Article | None,
    data: QueryDict | None = None,
) -> ArticleForm:
    """The form for this editor, over the version that they began from."""
    return ArticleForm(
        journal,
        article,
        base_record(article, data) if article else None,
        data,
        request.FILES if data is not None else None,
        permissions_for(request, journal, article),
    )


def base_record(article: Article, data: QueryDict | None) -> Record:
    """The record of `base_version`, or the latest where there is no such version."""
    typed = str(data.get("base_version", "")) if data is not None else ""
    versions = {article.version, parse_number(typed, article.version)}
    revisions = Revision.objects.filter(article=article, version__in=versions).order_by("version")
    (record,) = with_current_keys([revisions[0].record])
    return record
