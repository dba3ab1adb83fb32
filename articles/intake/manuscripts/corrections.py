"""A corrected file against the article that stands: what differs, and what an editor took of it."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from articles.editing import working_record
from articles.editing.history import put, value_at
from articles.models import Article, Manuscript
from articles.records import json
from articles.records.diff import Path, comparable, dotted
from articles.records.record import Galley, Record

from .pictures import with_shown

Choice = Literal["article", "file"]

# What belongs to this site's row and never comes from a manuscript.
OURS = (
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
    """One place where the file tells something else than the article has."""

    path: Path
    earlier: Any  # what the file before told; None where none was kept
    article: Any
    file: Any
    both: bool = False  # the editors changed it too, since the earlier file

    @property
    def key(self) -> str:
        return dotted(self.path)


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    record: Record  # of the article as it stands
    version: int
    differences: tuple[Difference, ...]
    earlier: Manuscript | None = None
    pictures: tuple[Galley, ...] = ()  # of the file


def correction_of(manuscript: Manuscript, article: Article) -> Correction:
    """All that the file would change; a place that it does not tell of stays as it is."""
    standing = working_record(article)
    earlier = earlier_file(manuscript, article)
    theirs = comparable(standing)
    told = told_by(manuscript)
    before = told_by(earlier) if earlier else {}
    mine = laid_over(theirs, told)
    differences = tuple(
        Difference(path, was := value_at(before, path), old, new, was not in (None, old))
        for path, old, new in unlike(theirs, mine)
        if not (earlier and value_at(before, path) == new)
    )
    return Correction(
        record=standing,
        version=article.version,
        differences=differences,
        earlier=earlier,
        pictures=json.load(manuscript.stored).galleys,
    )


def earlier_file(manuscript: Manuscript, article: Article) -> Manuscript | None:
    """The file that the article was last made or mended from."""
    kept = Manuscript.objects.filter(article=article, state=Manuscript.State.SAVED)
    return kept.exclude(pk=manuscript.pk).exclude(stored="").order_by("-pk").first()


def told_by(manuscript: Manuscript) -> dict[str, Any]:
    """What the file itself says: without what every record has, and without what is empty."""
    plain = json.to_tree(Record(language="kk"))
    tree = comparable(json.load(manuscript.stored))
    return {
        field: value
        for field, value in tree.items()
        if field not in OURS and (field == "language" or value != plain.get(field))
    }


def laid_over(standing: Any, told: Any) -> Any:
    """The told over what stands: a text by its languages, a list of as many row by row."""
    if isinstance(standing, dict) and isinstance(told, dict):
        kept = {
            field: laid_over(standing.get(field), value)
            for field, value in told.items()
            if field not in LINKS and value not in ("", None, [], {})
        }
        return {**standing, **kept}
    if isinstance(standing, list) and isinstance(told, list) and len(standing) == len(told):
        return [laid_over(one, other) for one, other in zip(standing, told, strict=True)]
    return told


def unlike(before: Any, after: Any, path: Path = ()) -> list[tuple[Path, Any, Any]]:
    """Places, each as small as it can be chosen alone: a list of another length is one place."""
    if before == after:
        return []
    if isinstance(before, dict) and isinstance(after, dict):
        fields = [*before, *(field for field in after if field not in before)]
        return [
            one
            for field in fields
            for one in unlike(before.get(field), after.get(field), (*path, field))
        ]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        rows = enumerate(zip(before, after, strict=True))
        return [one for place, pair in rows for one in unlike(*pair, (*path, place))]
    return [(path, before, after)]


def chosen(correction: Correction, choices: dict[str, Choice]) -> Record:
    """The article with what was taken from the file, and the pictures that its text shows."""
    tree = comparable(correction.record)
    for one in correction.differences:
        if choices.get(one.key) == "file":
            put(tree, one.path, one.file)
    return with_shown(json.from_tree(tree), correction.pictures)
