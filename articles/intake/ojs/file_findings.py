"""Files that are missing, damaged or elsewhere, each with its place and the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.imports.ojs.contents import MOST_BYTES
from articles.imports.ojs.values import Article, File, Galley, Issue

from .file_kinds import FileProblem, claimed_kind, problem_of
from .groups import PlanFinding

REASONS: dict[FileProblem, str | Promise] = {
    "missing": gettext_lazy("its bytes are not in the export, nor in the folder of files"),
    "address": gettext_lazy("only a web address is given, and addresses are not fetched"),
    "outside": gettext_lazy("its path leaves the folder of files"),
    "too_large": gettext_lazy("it is larger than %(most)d MB"),
    "not_base64": gettext_lazy("it is damaged: its base64 cannot be decoded"),
    "other_size": gettext_lazy("it has %(size)d bytes, but the export says %(claimed)d"),
    "path_in_name": gettext_lazy("its name is a path"),
    "other_kind": gettext_lazy("it is not a %(kind)s file"),
}
MISSING: tuple[FileProblem, ...] = ("missing", "address")


def article_file_findings(article: Article) -> Iterator[PlanFinding]:
    """About the files of every published version: earlier ones keep their addresses."""
    seen: set[tuple[str, str]] = set()
    for version in (article.current, *article.other_versions):
        if not version.is_published and version is not article.current:
            continue
        for galley in version.galleys:
            for finding in galley_findings(galley):
                if (finding.field, finding.text) not in seen:
                    seen.add((finding.field, finding.text))
                    yield finding


def issue_file_findings(issue: Issue) -> Iterator[PlanFinding]:
    for galley in issue.galleys:
        yield from galley_findings(galley)
    for cover in issue.covers:
        yield from file_findings(Galley(language=cover.language), [cover.file], "cover")
    yield from without_place(issue)


def without_place(issue: Issue) -> Iterator[PlanFinding]:
    """A second cover has no place here; a second file of the issue only keeps its address."""
    for cover in issue.covers[1:]:
        yield PlanFinding(
            group="no_place", field="cover", language=cover.language, text=cover.file.name
        )
    for galley in issue.galleys[1:]:
        yield PlanFinding(
            group="no_place",
            field="issue_galley",
            language=galley.language,
            text=galley.label,
            proposal=_("the file keeps its old address"),
        )


def galley_findings(galley: Galley) -> Iterator[PlanFinding]:
    field = f"galley {galley.id}".strip()
    if galley.is_language_by_label:
        yield finding("galley_label", field, galley, galley.label)
    if galley.remote:
        yield finding("remote_galley", field, galley, f"{galley.label}: {galley.remote}")
    elif galley.file is None:
        reason = _("the galley has no file")
        yield finding("missing_file", field, galley, f"{galley.label}: {reason}")
    else:
        yield from file_findings(galley, [galley.file, *galley.dependent_files], field)
    for doi in filter(None, (galley.doi, galley.file.doi if galley.file else "")):
        yield finding("no_place", f"{field} doi", galley, doi)


def file_findings(galley: Galley, files: Iterable[File], field: str) -> Iterator[PlanFinding]:
    for file in files:
        if problem := problem_of(galley, file):
            group = "missing_file" if problem in MISSING else "broken_file"
            yield finding(group, field, galley, reason_of(galley, file, problem), file.line)


def reason_of(galley: Galley, file: File, problem: FileProblem) -> str:
    reason = str(REASONS[problem]) % {
        "most": MOST_BYTES // 1_000_000,
        "size": file.content.size,
        "claimed": file.claimed_size or 0,
        "kind": claimed_kind(galley, file).upper(),
    }
    name = file.name or galley.label or file.content.address
    return _("“%(name)s”: %(reason)s") % {"name": name[:100], "reason": reason}


def finding(group: str, field: str, galley: Galley, text: str, line: int = 0) -> PlanFinding:
    return PlanFinding(
        group=group, field=field, language=galley.language, text=text, line=line or galley.line
    )
