"""What an import from OJS did, as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from .importing import ImportedIssue
from .plan_text import finding_line


def error_lines(result: ImportedIssue) -> Iterator[str]:
    """Why the issue, or the rest of its file, was not imported."""
    for finding in result.refusals:
        yield f"{result.source}: {finding_line(finding)}"
    if result.error:
        yield ": ".join(filter(None, (result.source, result.label, result.error)))


def is_refused(result: ImportedIssue) -> bool:
    return bool(result.refusals or result.error)


def result_line(result: ImportedIssue) -> str:
    """`2020, vol. 3, № 1 · 5 new · 1 stays behind`."""
    return " · ".join([result.label or "–", *outcome_texts(result)])


def outcome_texts(result: ImportedIssue) -> Iterator[str]:
    for outcome, count in result.outcomes.items():
        yield outcome_text(outcome, count)
    if result.behind_count:
        yield _("%(count)d not published in OJS") % {"count": result.behind_count}


def outcome_text(outcome: str, count: int) -> str:
    names = {
        "new": _("%(count)d new"),
        "unchanged": _("%(count)d unchanged"),
        "updated": _("%(count)d updated"),
        "here": _("%(count)d already here, left as they are"),
        "edited": _("%(count)d edited here, left as they are"),
    }
    return names[outcome] % {"count": count}


def last_line(results: list[ImportedIssue]) -> str:
    count = sum(sum(result.outcomes.values()) for result in results)
    return _("Articles: %(count)d, issues: %(issues)d.") % {"count": count, "issues": len(results)}
