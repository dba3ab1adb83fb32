"""Another journal's file is refused: by its ISSNs or its number at eLIBRARY.

The first of these that both the file and the journal have decides. A file that says nothing of its
journal is let through. The prefix of a DOI is no evidence: a journal that changed its publisher
keeps the DOIs that it has registered.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from django.utils.translation import gettext_lazy as _

from articles.imports import Reading
from articles.imports.named_journal import real_issns, real_number
from articles.models import Journal

from .import_errors import not_imported

REFUSAL = _(
    "This is the file of another journal: “%(other)s”, not “%(own)s” (%(evidence)s). Choose that "
    "journal. If it is this one, enter its former title with the ISSN, or say that the file is "
    "right: --same-journal, in the admin the mark “the files are of this journal”."
)


def refuse_other_journal(reading: Reading, journal: Journal) -> None:
    """Raises NotImported for another journal's article."""
    if found := contradiction(reading, journal):
        field, evidence = found
        raise not_imported(
            REFUSAL,
            field,
            other=reading.journal.title or "–",
            own=journal,
            evidence=evidence,
        )


def contradiction(reading: Reading, journal: Journal) -> tuple[str, str] | None:
    """The field by which an article is another journal's, and what stands there and here."""
    named, own_number = reading.journal, real_number(journal.elibrary_id)
    issns = issns_of(journal)
    if named.issns and issns:
        differs = named.issns.isdisjoint(issns)
        return ("issn", f"ISSN {listed(named.issns)} ≠ {listed(issns)}") if differs else None
    if named.elibrary_id and own_number:
        differs = named.elibrary_id != own_number
        return ("titleid", f"titleid {named.elibrary_id} ≠ {own_number}") if differs else None
    return None


def other_prefixes(dois: Iterable[str], journal: Journal) -> set[str]:
    """The prefixes of the DOIs if none of them is the journal's; nothing if either is unknown."""
    prefixes = {doi.partition("/")[0] for doi in dois if doi}
    return prefixes if journal.doi_prefix and journal.doi_prefix not in prefixes else set()


def issns_of(journal: Journal) -> set[str]:
    """The ISSNs that the journal has or had."""
    former = journal.title_periods.values_list("issn_print", "issn_online")
    return real_issns(chain((journal.issn_print, journal.issn_online), *former))


def listed(values: Iterable[str]) -> str:
    return ", ".join(sorted(values))
