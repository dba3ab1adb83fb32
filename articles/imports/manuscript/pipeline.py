"""The steps from a file to a manuscript, in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from articles.imports.manuscript.authors.authors import author_values
from articles.imports.manuscript.authors.biographies import bio_values, bios_of
from articles.imports.manuscript.authors.contact_details import address_values, known_people
from articles.imports.manuscript.authors.contacts import emails, orcids
from articles.imports.manuscript.body.reference_lists import lists_of, reference_values
from articles.imports.manuscript.body.sections import claim_body, sections_of
from articles.imports.manuscript.body.statements import statement_values
from articles.imports.manuscript.classify.biographies import claim_bios
from articles.imports.manuscript.classify.header_blocks import Block, find_blocks
from articles.imports.manuscript.classify.layout import Outline, Zone
from articles.imports.manuscript.classify.reference_lists import claim_lists
from articles.imports.manuscript.classify.single_lines import claim_singles
from articles.imports.manuscript.classify.statements import claim_sections
from articles.imports.manuscript.facts.values import code_values, date_values, page_values
from articles.imports.manuscript.header.titles import (
    Heads,
    headers_of,
    text_values,
    title_values,
    voices_of,
)
from articles.imports.manuscript.language import own, tongue
from articles.imports.manuscript.lines.joining import paragraphs_of
from articles.imports.manuscript.lines.language_columns import by_language
from articles.imports.manuscript.lines.paragraph import Paragraph
from articles.imports.manuscript.lines.repair import mended
from articles.imports.manuscript.lines.running_heads import Sheets, find_furniture
from articles.imports.manuscript.manuscript import Manuscript, manuscript_of
from articles.imports.manuscript.sourced_value import Found, Sureness
from articles.imports.readers import read_lines
from articles.records.languages import Language

# Whose place its own label or form tells, the surest first; front matter and body come later.
CLAIMS = (claim_lists, claim_singles, claim_bios, claim_sections)
READ_WHOLE: tuple[Zone, ...] = ("references", "bios", "other", "abstract", "keywords", "body")


def read_manuscript(data: bytes, filename: str) -> Manuscript:
    """What a file says of its article; raises Unreadable with the reason if it says nothing."""
    lines = read_lines(data, filename)
    sheets = find_furniture(lines)
    kept = (mended(line) for line in lines if line.number not in sheets.furniture)
    text = tuple(by_language(kept))
    outline = Outline(paragraphs_of(text))
    for claim in CLAIMS:
        claim(outline)
    blocks = find_blocks(outline)
    claim_body(outline)
    found = list(_found(outline, blocks, sheets))
    return manuscript_of(found, lines, sheets.furniture, _placed(outline, found))


def _placed(outline: Outline, found: list[Found]) -> set[int]:
    """Lines of parts that are read whole: their labels and headings are no values of their own."""
    members = [at for zone in READ_WHOLE for at in outline.members(zone)]
    members += [at for at in range(len(outline)) if outline.is_alone(at)]
    members += [at for at in outline.members("contact") if _is_known(outline.paragraphs[at], found)]
    return {number for at in members for number in outline.paragraphs[at].lines}


def _is_known(paragraph: Paragraph, found: list[Found]) -> bool:
    """A line whose addresses were all found elsewhere."""
    addresses = [mail.lower() for mail in emails(paragraph.text)] + orcids(paragraph.text)
    values = [each.value for each in found]
    return bool(addresses) and all(address in values for address in addresses)


def _found(outline: Outline, blocks: list[Block], sheets: Sheets) -> Iterator[Found]:
    language = article_language(outline, blocks)
    if language:
        yield Found("article_language", language, ())
    heads = headers_of(outline, blocks)
    yield from title_values(heads)
    yield from text_values(outline, blocks)
    yield from _people(outline, heads, language)
    yield from code_values(outline)
    yield from date_values(outline)
    yield from page_values(outline, sheets)
    yield from _sections(outline)
    yield from statement_values(outline)
    yield from reference_values(lists_of(outline))
    yield from bio_values(bios_of(outline))


def article_language(outline: Outline, blocks: list[Block]) -> Language | None:
    """The language of the body; without a body, of the first block."""
    body = [outline.paragraphs[at].text for at in outline.members("body")]
    votes: Counter[str] = Counter()
    for text in body:
        votes[tongue(text)] += len(text)
    if votes:
        return own(votes.most_common(1)[0][0])  # type: ignore[arg-type]
    return blocks[0].language if blocks else None


def _people(outline: Outline, heads: Heads, language: Language | None) -> Iterator[Found]:
    voices = voices_of(heads, language)
    if not voices:
        return
    yield from author_values(voices, voices[0])
    people = known_people(voices, voices[0])
    yield from address_values(people, _contacts(outline, heads), bios_of(outline))


def _contacts(outline: Outline, heads: Heads) -> list[Paragraph]:
    """Lines of addresses, also those that stand on a line with an organisation."""
    found = [outline.paragraphs[at] for at in outline.members("contact")]
    for _block, header in heads:
        found += header.contacts
        found += [
            Paragraph(text=" ".join((*each.emails, *each.orcids)), lines=each.lines)
            for each in header.organisations
            if each.emails or each.orcids
        ]
    return found


def _sections(outline: Outline) -> Iterator[Found]:
    for at, section in enumerate(sections_of(outline)):
        value = {"heading": section.heading, "text": section.text}
        sureness = Sureness.CERTAIN if section.heading else Sureness.LIKELY
        yield Found(f"sections.{at}", value, section.lines, sureness)
