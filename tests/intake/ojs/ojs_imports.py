"""Exports of OJS with one article or more, imported or planned."""

from __future__ import annotations

from articles.intake.ojs.decisions import Decisions
from articles.intake.ojs.export import Export
from articles.intake.ojs.importing import OjsImporter
from articles.intake.ojs.plan import make_plan
from articles.publishing.imported_articles import ImportPublisher
from tests.imports.ojs.exports import PDF, a_galley, a_publication, a_submission_file
from tests.imports.ojs.exports import an_article as exported_article


def importer(journal, path, decisions=None, publish=True, **options):
    return OjsImporter(
        export=Export(paths=(path,), journal=journal, **options),
        decisions=decisions or Decisions(),
        publisher=ImportPublisher(override="archive") if publish else None,
    )


def run(journal, path, decisions=None, publish=True, **options):
    return list(importer(journal, path, decisions, publish, **options).run())


def plan(journal, path, decisions=None):
    return make_plan(Export(paths=(path,), journal=journal), decisions)


def with_pdf(id="12", doi="10.5555/12", content=PDF, **attributes):
    inside = f'<id type="doi">{doi}</id>{a_galley()}' if doi else a_galley()
    version = a_publication(inside, id=f"{id}0")
    files = a_submission_file(content=content, **attributes)
    return exported_article(version, files, id=id, current_publication_id=f"{id}0")


def outcomes_of(results):
    return [(each.label, each.outcomes, [f.group for f in each.refusals]) for each in results]
