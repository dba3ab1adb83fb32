"""Galleys whose label names another language than their locale: `PDF (Қаз)` under `ru_RU`."""

from __future__ import annotations

import msgspec

from articles.imports.ojs.locales import language_of_label
from articles.imports.ojs.values import Galley, Version
from articles.imports.ojs.versions import external_files
from articles.models.fields import LanguageChoice

from ..groups import Choice, PlanFinding


def take_languages_of_labels(version: Version, choice: Choice) -> tuple[Version, list[PlanFinding]]:
    """OJS gives a galley the language of the site unless somebody chose another."""
    galleys = [
        msgspec.structs.replace(each, language=language_of_label(each.label) or each.language)
        for each in version.galleys
    ]
    findings = [
        finding(galley, changed)
        for galley, changed in zip(version.galleys, galleys, strict=True)
        if galley.language != changed.language
    ]
    if choice != "repair" or not findings:
        return version, findings
    record = msgspec.structs.replace(version.record, external_files=tuple(external_files(galleys)))
    return msgspec.structs.replace(version, galleys=tuple(galleys), record=record), findings


def finding(galley: Galley, changed: Galley) -> PlanFinding:
    return PlanFinding(
        group="galley_language",
        field=f"galley {galley.id}".strip(),
        language=galley.language,
        text=galley.label,
        proposal=str(LanguageChoice(changed.language).label),
    )
