"""Contributors in a byline who are not authors, by the name of their user group in OJS."""

from __future__ import annotations

import re

import msgspec

from articles.imports.ojs.values import Version
from articles.records.names import full_name
from articles.records.record import Authorship

from ..groups import Choice, PlanFinding

AUTHOR = re.compile(r"автор|author|contributor|участник|соавт", re.IGNORECASE)


def leave_out_contributors(version: Version, choice: Choice) -> tuple[Version, list[PlanFinding]]:
    """Whose group is not that of authors: a translator, an editor of a volume."""
    others = [
        place for place, group in enumerate(version.groups) if group and not AUTHOR.search(group)
    ]
    authors = version.record.authors
    findings = [
        PlanFinding(
            group="contributor",
            field=f"authors[{place + 1}]",
            text=f"{printed(authors[place])} ({version.groups[place]})",
        )
        for place in others
    ]
    if choice != "leave_out" or not others:
        return version, findings
    kept = [place for place in range(len(authors)) if place not in others]
    record = msgspec.structs.replace(
        version.record, authors=tuple(authors[place] for place in kept)
    )
    changed = msgspec.structs.replace(
        version,
        record=record,
        groups=tuple(version.groups[place] for place in kept),
        countries=tuple(version.countries[place] for place in kept if version.countries),
    )
    return changed, findings


def printed(author: Authorship) -> str:
    return next((full_name(name, code) for code, name in author.names.items()), "–")
