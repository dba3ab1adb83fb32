"""What a worker does with an uploaded export: it makes the plan, or it imports issue by issue."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec

from articles.intake.importing import Publisher
from articles.intake.ojs.decisions import Decisions
from articles.intake.ojs.export import Export
from articles.intake.ojs.importing import ImportedIssue, OjsImporter
from articles.intake.ojs.plan import make_plan
from articles.intake.ojs.planned import Plan
from articles.intake.ojs.result_text import is_refused
from articles.models import OjsImport

State = OjsImport.State
PROGRESS = ["issue_count", "results", "changed_at"]


def plan_upload(ojs_import: OjsImport, paths: tuple[Path, ...]) -> None:
    """Stores the plan. Nothing else is saved."""

    def report_progress(count: int, total: int) -> None:
        row.update(issue_count=count, issue_total=total)

    row = OjsImport.objects.filter(pk=ojs_import.pk)
    plan = make_plan(export_of(ojs_import, paths), decisions_of(ojs_import), report_progress)
    ojs_import.plan = msgspec.json.encode(plan).decode()
    ojs_import.issue_total = sum(bool(issue.coming) for issue in plan.issues)
    ojs_import.issue_count = 0
    finish(ojs_import, State.PLANNED, ["plan", "issue_total", "issue_count"])


def import_upload(
    ojs_import: OjsImport,
    paths: tuple[Path, ...],
    publisher: Publisher | None,
    is_stopped: Callable[[], bool],
) -> None:
    """Imports until the end, until an editor cancels, or until the worker is to stop.

    A stopped one is due at once: the next worker goes on, since what is imported does not change.
    """
    importer = OjsImporter(
        export=export_of(ojs_import, paths),
        decisions=decisions_of(ojs_import),
        publisher=publisher,
        editor=ojs_import.editor,
    )
    results: list[ImportedIssue] = []
    for result in importer.run():
        results.append(result)
        save_progress(ojs_import, results)
        if is_cancelled(ojs_import):
            finish(ojs_import, State.PLANNED, [])
            return
        if is_stopped():
            OjsImport.objects.filter(pk=ojs_import.pk).update(due_at=ojs_import.changed_at)
            return
    finish(ojs_import, State.DONE, [])


def save_progress(ojs_import: OjsImport, results: list[ImportedIssue]) -> None:
    ojs_import.issue_count = sum(not is_refused(result) for result in results)
    ojs_import.results = msgspec.json.encode(results).decode()
    ojs_import.save(update_fields=PROGRESS)


def is_cancelled(ojs_import: OjsImport) -> bool:
    return OjsImport.objects.filter(pk=ojs_import.pk, is_cancelled=True).exists()


def finish(ojs_import: OjsImport, state: OjsImport.State, fields: list[str]) -> None:
    ojs_import.state = state
    ojs_import.is_cancelled = False
    ojs_import.due_at = None
    ojs_import.save(update_fields=["state", "is_cancelled", "due_at", "changed_at", *fields])


def export_of(ojs_import: OjsImport, paths: tuple[Path, ...]) -> Export:
    return Export(
        paths=paths,
        journal=ojs_import.journal,
        address=ojs_import.address.rstrip("/"),
        slug=ojs_import.slug,
    )


def decisions_of(ojs_import: OjsImport) -> Decisions:
    if not ojs_import.decisions:
        return Decisions()
    return msgspec.json.decode(ojs_import.decisions, type=Decisions)


def plan_of(ojs_import: OjsImport) -> Plan:
    return msgspec.json.decode(ojs_import.plan, type=Plan) if ojs_import.plan else Plan()


def results_of(ojs_import: OjsImport) -> list[ImportedIssue]:
    if not ojs_import.results:
        return []
    return msgspec.json.decode(ojs_import.results, type=list[ImportedIssue])
