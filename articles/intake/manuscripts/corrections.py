"""A corrected file compared with its article: the differences, and a record by the choices."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from articles.editing import working_record
from articles.editing.history import set_value, value_at
from articles.models import Article, Manuscript
from articles.records import json
from articles.records.diff import Path, comparable, format_path
from articles.records.record import Galley, Record

from .pictures import with_new_pictures

Choice = Literal["article", "file"]

# Fields that this site sets itself; a manuscript never changes them.
SITE_FIELDS = (
    "schema",
    "status",
    "issue_id",
    "section_id",
    "position",
    "galleys",
    "relations",
    "internal",
)
LINKS = ("author_id", "organisation_id", "codes")


class Difference(msgspec.Struct, frozen=True):
    """One place of the record where the file and the article differ."""

    path: Path
    earlier: Any  # in the earlier file; None without one
    article: Any
    file: Any
    changed_in_both: bool = False  # editors, too, have changed it since the earlier file

    @property
    def key(self) -> str:
        return format_path(self.path)


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    record: Record  # the article's working record
    version: int
    differences: tuple[Difference, ...]
    earlier: Manuscript | None = None
    pictures: tuple[Galley, ...] = ()  # of the file


def correction_of(manuscript: Manuscript, article: Article) -> Correction:
    """What the file would change. What it does not mention, it does not change."""
    record = working_record(article)
    earlier = earlier_file(manuscript, article)
    article_tree = comparable(record)
    earlier_tree = file_tree(earlier) if earlier else {}
    file_over_article = overlay(article_tree, file_tree(manuscript))
    differences = tuple(
        Difference(path, was := value_at(earlier_tree, path), old, new, was not in (None, old))
        for path, old, new in unequal_places(article_tree, file_over_article)
        if not (earlier and value_at(earlier_tree, path) == new)
    )
    return Correction(
        record=record,
        version=article.version,
        differences=differences,
        earlier=earlier,
        pictures=json.load(manuscript.stored).galleys,
    )


def earlier_file(manuscript: Manuscript, article: Article) -> Manuscript | None:
    """The file from which the article was last made or corrected."""
    saved = Manuscript.objects.filter(article=article, state=Manuscript.State.SAVED)
    return saved.exclude(pk=manuscript.pk).exclude(stored="").order_by("-pk").first()


def file_tree(manuscript: Manuscript) -> dict[str, Any]:
    """The tree of what the file says, without defaults and without what is empty."""
    defaults = json.to_tree(Record(language="kk"))
    tree = comparable(json.load(manuscript.stored))
    return {
        field: value
        for field, value in tree.items()
        if field not in SITE_FIELDS and (field == "language" or value != defaults.get(field))
    }


def overlay(base: Any, above: Any) -> Any:
    """The values of `above` over those of `base`.

    Texts are overlaid language by language, lists of equal length row by row; empty values and
    links to people and organisations never replace anything.
    """
    if isinstance(base, dict) and isinstance(above, dict):
        replaced = {
            field: overlay(base.get(field), value)
            for field, value in above.items()
            if field not in LINKS and value not in ("", None, [], {})
        }
        return {**base, **replaced}
    if isinstance(base, list) and isinstance(above, list) and len(base) == len(above):
        return [overlay(one, other) for one, other in zip(base, above, strict=True)]
    return above


def unequal_places(before: Any, after: Any, path: Path = ()) -> list[tuple[Path, Any, Any]]:
    """The smallest places that can be chosen alone; lists of unequal length are one place."""
    if before == after:
        return []
    if isinstance(before, dict) and isinstance(after, dict):
        fields = [*before, *(field for field in after if field not in before)]
        return [
            place
            for field in fields
            for place in unequal_places(before.get(field), after.get(field), (*path, field))
        ]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        rows = enumerate(zip(before, after, strict=True))
        return [place for row, pair in rows for place in unequal_places(*pair, (*path, row))]
    return [(path, before, after)]


def apply_choices(correction: Correction, choices: dict[str, Choice]) -> Record:
    """The article's record with the places chosen from the file, and the pictures they need."""
    tree = comparable(correction.record)
    for difference in correction.differences:
        if choices.get(difference.key) == "file":
            set_value(tree, difference.path, difference.file)
    return with_new_pictures(json.from_tree(tree), correction.pictures)
