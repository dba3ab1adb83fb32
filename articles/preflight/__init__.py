"""Preflight: all checks of an article before publication, in the order they are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from articles.records.findings import Finding
from articles.records.record import Record

from . import leftovers, references
from .broken_words import check_glued_words, check_halves, check_split_words
from .current_epub import check_current_epub
from .current_pdf import check_current_pdf
from .dates import (
    check_copyright_year,
    check_date_order,
    check_days_ahead,
    check_published_ahead,
    check_published_on,
    check_published_with_issue,
)
from .doi_suffix import check_doi_letters, check_doi_prefix, check_doi_suffix
from .full_text import check_paragraphs
from .identifiers import check_countries, check_identifiers, check_irsti_given
from .keywords import check_joined_keywords, check_keywords_in_text
from .letters import check_cyrillic_numerals, check_mixed_words
from .limits import (
    check_abstract_words,
    check_author_number,
    check_keyword_number,
    check_keyword_parity,
)
from .neighbours import EarlierName, Neighbour, Neighbours
from .pages import (
    check_overlap_within,
    check_page_inputs,
    check_page_order,
    check_pages_in_issue,
)
from .people import (
    check_capitals,
    check_corresponding,
    check_marks,
    check_name_parts,
    check_orcid_once,
    check_orcids_given,
    check_suffixes,
)
from .receivers import check_receivers
from .required_fields import check_affiliation_names, check_required
from .spellings import (
    check_biographies,
    check_biography_languages,
    check_earlier_names,
    check_romanized_names,
    check_swapped_names,
)
from .subject import Subject
from .translations import check_latin_names, check_letters_tell_the_language, check_same_text
from .variants import check_variants

__all__ = ["CHECKS", "EarlierName", "Neighbour", "Neighbours", "findings"]

Check = Callable[[Subject], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    # texts and their languages
    check_required,
    check_affiliation_names,
    check_abstract_words,
    check_keyword_number,
    check_keyword_parity,
    check_letters_tell_the_language,
    check_same_text,
    check_capitals,
    # people
    check_author_number,
    check_name_parts,
    check_suffixes,
    check_latin_names,
    check_swapped_names,
    check_romanized_names,
    check_earlier_names,
    check_biographies,
    check_biography_languages,
    check_corresponding,
    check_marks,
    check_orcid_once,
    check_orcids_given,
    # identifiers, dates, pages
    check_identifiers,
    check_countries,
    check_irsti_given,
    check_doi_prefix,
    check_doi_letters,
    check_doi_suffix,
    check_published_on,
    check_date_order,
    check_published_ahead,
    check_published_with_issue,
    check_days_ahead,
    check_copyright_year,
    check_page_inputs,
    check_page_order,
    check_overlap_within,
    check_pages_in_issue,
    # letters and words
    check_mixed_words,
    check_cyrillic_numerals,
    check_variants,
    check_split_words,
    check_halves,
    check_glued_words,
    check_keywords_in_text,
    check_joined_keywords,
    # signs that other programs leave
    leftovers.check_entities,
    leftovers.check_tags,
    leftovers.check_tex,
    leftovers.check_markdown,
    leftovers.check_invisible_characters,
    leftovers.check_note_marks,
    leftovers.check_unreadable_objects,
    check_paragraphs,
    check_current_pdf,
    check_current_epub,
    # references
    references.check_list_lengths,
    references.check_list_order,
    references.check_romanized,
    references.check_addresses,
    references.check_years,
    references.check_pages,
    references.check_access_days,
    references.check_possible_days,
    references.check_accessed_in_time,
    references.check_dashes,
    references.check_cited_numbers,
    references.check_citation_order,
    references.check_cited_pages,
    references.check_glued_citations,
    references.check_names_in_text,
    references.check_works_named,
    # receivers of the metadata
    check_receivers,
)

NO_NEIGHBOURS = Neighbours()
WEIGHTS = {"blocks": 0, "warns": 1, "notes": 2}


def findings(record: Record, neighbours: Neighbours = NO_NEIGHBOURS) -> list[Finding]:
    """The findings of all checks, blocking ones first. The record carries its journal's policy."""
    subject = Subject(record, neighbours)
    results = [_with_check_name(result, check) for check in CHECKS for result in check(subject)]
    return sorted(results, key=lambda finding: WEIGHTS[finding.level])


def _with_check_name(finding: Finding, check: Check) -> Finding:
    return finding if finding.check else msgspec.structs.replace(finding, check=check.__name__)
