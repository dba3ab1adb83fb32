"""All bulk changes, in the order in which the list of articles offers them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from articles.models.roles import Action

from . import dois, edits, export, organisations, publishing
from .change import BulkChange, one_by_one

save = one_by_one(edits.save_edit)

BULK_CHANGES: dict[str, BulkChange] = {
    change.name: change
    for change in (
        BulkChange(
            "make_ready",
            _("Mark as ready"),
            Action.EDIT,
            edits.edits(edits.set_status("draft", "ready")),
            save,
        ),
        BulkChange(
            "make_draft",
            _("Back to draft"),
            Action.EDIT,
            edits.edits(edits.set_status("ready", "draft")),
            save,
        ),
        BulkChange(
            "assign_issue",
            _("Add to an issue"),
            Action.EDIT,
            edits.edits(edits.set_issue),
            save,
            edits.IssueForm,
        ),
        BulkChange(
            "change_section",
            _("Change the section"),
            Action.EDIT,
            edits.edits(edits.set_section),
            save,
            edits.SectionForm,
        ),
        BulkChange(
            "change_licence",
            _("Change the licence"),
            Action.EDIT,
            edits.edits(edits.set_licence),
            save,
            edits.LicenceForm,
        ),
        BulkChange(
            "change_dates",
            _("Change dates"),
            Action.EDIT,
            edits.edits(edits.set_dates, edits.dates_note),
            save,
            edits.DatesForm,
        ),
        BulkChange(
            "set_organisation",
            _("Set organisation, ROR and country"),
            Action.EDIT,
            edits.edits(organisations.set_organisation, organisations.printed_text_note),
            save,
            organisations.OrganisationForm,
        ),
        BulkChange(
            "mint_dois", _("Assign DOIs"), Action.PUBLISH, dois.plan_minting, one_by_one(dois.mint)
        ),
        BulkChange(
            "publish",
            _("Publish"),
            Action.PUBLISH,
            publishing.plan_publishing,
            one_by_one(publishing.publish),
            publishing.PublishForm,
        ),
        BulkChange(
            "release",
            _("Release changes"),
            Action.PUBLISH,
            publishing.plan_release,
            one_by_one(publishing.release),
        ),
        BulkChange(
            "send_to_crossref",
            _("Send to Crossref"),
            Action.PUBLISH,
            dois.plan_sending,
            dois.send,
        ),
        BulkChange(
            "export_zip",
            _("Export as ZIP"),
            Action.VIEW,
            export.plan_export,
            form=export.ExportForm,
            download=export.download,
        ),
    )
}
