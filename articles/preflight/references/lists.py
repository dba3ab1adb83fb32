"""The two lists: equal length, the same order, one style of dashes."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from articles.records.findings import Finding, Level
from articles.records.reference_imprint import find_labelled_ranges, without_addresses

from ..messages import fill, spot_in
from ..subject import Subject
from .romanization_keys import romanization_keys

NO_PAIR, PAIR = 60, 75  # fuzz.token_set_ratio: below, no pair; above, a pair
CONTEXT = 4  # characters before a page range, to show its label


def check_list_lengths(subject: Subject) -> Iterator[Finding]:
    """If there is a romanized list, each entry has both versions."""
    references = subject.record.references
    if not any(reference.romanized for reference in references):
        return
    for place, reference in enumerate(references, 1):
        for half, other in (("text", "romanized"), ("romanized", "text")):
            if getattr(reference, half) and not getattr(reference, other):
                yield Finding(
                    Level.WARNS,
                    f"references[{place}].{other}",
                    None,
                    fill(_("Entry %(place)d is in only one of the two lists."), place=place),
                    _("Enter the other one, or check whether an entry was split."),
                )


def check_list_order(subject: Subject) -> Iterator[Finding]:
    """A romanized entry that belongs to another entry of the list."""
    entries = [
        (comparison_key(one.text), comparison_key(one.romanized))
        for one in subject.record.references
    ]
    for place, (_own, romanized) in enumerate(entries):
        if not romanized or fuzz.token_set_ratio(*entries[place]) >= NO_PAIR:
            continue
        scores = [fuzz.token_set_ratio(text, romanized) for text, _romanized in entries]
        best = max(range(len(scores)), key=scores.__getitem__)
        if scores[best] >= PAIR:
            yield Finding(
                Level.WARNS,
                f"references[{place + 1}].romanized",
                None,
                fill(
                    _("Romanized entry %(place)d belongs to entry %(other)d."),
                    place=place + 1,
                    other=best + 1,
                ),
                _("Put both lists in the same order."),
            )


def check_dashes(subject: Subject) -> Iterator[Finding]:
    """Page ranges of one list are written either with hyphens or with dashes."""
    for half in ("text", "romanized"):
        first: dict[bool, str] = {}
        for reference in subject.record.references:
            text = without_addresses(getattr(reference, half))
            for match in find_labelled_ranges(text):
                example = text[max(0, match.start() - CONTEXT) : match.end()]
                first.setdefault(match[2] in "-‐‑", example.lstrip(" .,:;-–—"))
        if len(first) == 2:
            yield Finding(
                Level.NOTES,
                "references",
                None,
                fill(
                    _("Pages are written with a hyphen (%(hyphen)s) and with a dash (%(dash)s)."),
                    hyphen=first[True],
                    dash=first[False],
                ),
                _("Choose one of them for the whole list."),
                spot=spot_in(first[True], 0, len(first[True])),
            )


def comparison_key(text: str) -> str:
    return " ".join(romanization_keys(without_addresses(text)))
