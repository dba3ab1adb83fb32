"""A sheet of the desk: the form and its rows over one record, typed or as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from articles.editing import rows as columns
from articles.models import Article, Journal
from articles.records.languages import LANGUAGES
from articles.records.record import Record

from ..permissions import Writer
from ..relation_targets import target_of
from .errors import Told, told
from .fields_form import ArticleForm
from .rows import ROW_SETS

Columns = dict[str, Any]


class Sheet:
    """`base` is the record that the editor began from; None for a new article."""

    def __init__(
        self,
        journal: Journal,
        article: Article | None = None,
        base: Record | None = None,
        data: Any = None,
        files: Any = None,
        writer: Writer | None = None,
    ) -> None:
        self.journal, self.article, self.base = journal, article, base
        self.writer = writer or Writer()
        self.own = self.writer.own
        self.form = ArticleForm(
            data,
            files,
            journal=journal,
            instance=article or Article(journal=journal),
            initial=form_columns(base, article.version) if base and article else {},
        )
        self.form.keep_others(self.own)
        rows = row_columns(base) if base else {}
        self.rows: dict[str, Any] = {
            name: self._row_set(name, kind, rows.get(name, []), data, files)
            for name, kind in ROW_SETS.items()
        }

    def _row_set(
        self, name: str, kind: type[Any], rows: list[Columns], data: Any, files: Any
    ) -> Any:
        made = kind(data, files, prefix=name, initial=rows)
        made.writer, made.standing_targets = self.writer, self.standing_targets()
        made.can_delete = self.own is None
        if not self.base and name in ("affiliations", "authorships"):
            made.extra = 1
        return made

    def standing_targets(self) -> set[int]:
        """Articles that the record leads to already, whoever may know of them."""
        relations = self.base.relations if self.base else ()
        return {one.article_id for one in relations if one.article_id}

    @property
    def is_bound(self) -> bool:
        return self.form.is_bound

    def is_valid(self) -> bool:
        """Every form is asked, so that every error is shown."""
        answers = [self.form.is_valid(), *(one.is_valid() for one in self.rows.values())]
        return all(answers)

    def read(self) -> None:
        """What can be read is in `cleaned_data`, whether all of it is valid or not."""
        self.is_valid()

    def errors(self) -> Iterator[Told]:
        """Everything wrong, in the order of the page; of a row that is deleted nothing matters."""
        yield from told(self.form)
        for name, rows in self.rows.items():
            yield from (Told("", name, message) for message in rows.non_form_errors())
            for row in rows.forms:
                if not row.is_going():
                    yield from told(row, name)

    def forms(self) -> Iterator[Any]:
        yield self.form
        for rows in self.rows.values():
            yield from rows.forms


def form_columns(record: Record, version: int) -> Columns:
    own = columns.article_columns(record)
    return {
        **own,
        "issue": own.pop("issue_id"),
        "section": own.pop("section_id"),
        "doi": record.doi,
        **{f"keywords_{code}": record.keywords.get(code, ()) for code in LANGUAGES},
        "references_original": [one.text for one in record.references],
        "references_romanized": without_end([one.romanized for one in record.references]),
        "base_version": version,
    }


def without_end(lines: list[str]) -> list[str]:
    """Empty lines at the end say nothing."""
    while lines and not lines[-1]:
        lines.pop()
    return lines


def row_columns(record: Record) -> dict[str, list[Columns]]:
    def numbered(rows: list[Columns]) -> list[Columns]:
        return [{"order": order, **row} for order, row in enumerate(rows, 1)]

    return {
        "affiliations": numbered(
            [
                {"organisation": one.organisation_id, **columns.affiliation_columns(one)}
                for one in record.affiliations
            ]
        ),
        "authorships": numbered(
            [{"author": one.author_id, **columns.authorship_columns(one)} for one in record.authors]
        ),
        "fundings": numbered([columns.funding_columns(one) for one in record.funding]),
        "galleys": numbered([columns.galley_columns(one) for one in record.galleys]),
        "relations": numbered(
            [
                {
                    "kind": one.kind,
                    "target": target_of(one.article_id, one.doi),
                    "key": one.article_id,
                }
                for one in record.relations
            ]
        ),
    }
