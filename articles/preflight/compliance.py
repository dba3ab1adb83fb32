"""What journals are asked to have of each article: who has it, and how much.

The demands are those that journals of Kazakhstan publish for their authors; which of them an
order of the ministry makes is for the office to judge.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.exports.papers.compliance_sheet import Answer
from articles.records.facts import Policy
from articles.records.findings import Finding
from articles.records.imprint import page_range
from articles.records.languages import Language
from articles.records.markup import count_words
from articles.records.record import Authorship, Record

NOTHING = Answer("lacks")


class Demand(msgspec.Struct, frozen=True):
    """What is asked, and the function that tells what an article has of it."""

    label: str | Promise
    answer: Callable[[Record], Answer]


def answers_of(record: Record, findings: Sequence[Finding]) -> tuple[Answer, ...]:
    """Return an answer to each of `DEMANDS`, then what the pre-publication check says."""
    blocking = sum(finding.is_blocking() for finding in findings)
    checked = Answer("lacks", str(blocking)) if blocking else Answer("has")
    return (*(demand.answer(record) for demand in DEMANDS), checked)


def labels() -> tuple[str, ...]:
    """Return the headings of the answers, in the active language."""
    return (*(str(demand.label) for demand in DEMANDS), _("Check without errors"))


def policy_of(record: Record) -> Policy:
    return record.journal.policy if record.journal else Policy()


def given(*values: str) -> Answer:
    shown = ", ".join(filter(None, values))
    return Answer("has", shown) if shown else NOTHING


def in_languages(record: Record, amounts: Mapping[Language, str]) -> Answer:
    """An answer for a text that each language of the journal needs; '' where it is missing."""
    wanted = policy_of(record).languages
    has = [code for code in wanted if amounts.get(code)]
    shown = ", ".join(f"{code} {amounts[code]}".strip() for code in has)
    if len(has) == len(wanted):
        return Answer("has", shown)
    return Answer("part", shown) if has else NOTHING


def titles(record: Record) -> Answer:
    return in_languages(record, {code: " " for code, text in record.title.items() if text})


def abstracts(record: Record) -> Answer:
    """The words of each abstract; `part` where one is outside the journal's limits."""
    counts = {code: count_words(text) for code, text in record.abstract.items()}
    answer = in_languages(record, {code: str(count) for code, count in counts.items() if count})
    limits = policy_of(record).abstract_words
    return within(answer, [(counts.get(code, 0), limits[code]) for code in limits])


def keywords(record: Record) -> Answer:
    counts = {code: len(terms) for code, terms in record.keywords.items()}
    answer = in_languages(record, {code: str(count) for code, count in counts.items() if count})
    limits = policy_of(record).keywords
    return within(answer, [(count, limits) for count in counts.values()])


def within(answer: Answer, counts: Sequence[tuple[int, tuple[int, int]]]) -> Answer:
    """The answer, `part` if a count is outside its limits; 0 is no limit."""
    is_outside = any(count < least or 0 < most < count for count, (least, most) in counts)
    if answer.state == "has" and is_outside:
        return msgspec.structs.replace(answer, state="part")
    return answer


def all_of(authors: Sequence[Authorship], has: Callable[[Authorship], object]) -> Answer:
    """How many authors have something: `2/3`."""
    count = sum(bool(has(author)) for author in authors)
    shown = f"{count}/{len(authors)}"
    if not count:
        return NOTHING
    return Answer("has" if count == len(authors) else "part", shown)


def names(record: Record) -> Answer:
    wanted = policy_of(record).languages
    return all_of(
        record.authors,
        lambda author: all(code in author.names or code in author.collective for code in wanted),
    )


def persons(record: Record) -> list[Authorship]:
    return [author for author in record.authors if author.kind == "person"]


def organisations(record: Record) -> Answer:
    wanted = policy_of(record).languages
    whole = [all(code in each.name for code in wanted) for each in record.affiliations]
    if not any(whole):
        return NOTHING
    return Answer("has" if all(whole) else "part", f"{sum(whole)}/{len(whole)}")


def corresponding(record: Record) -> Answer:
    return given(*(author.email for author in record.authors if author.corresponding))


def references(record: Record) -> Answer:
    return given(str(len(record.references) or ""))


def romanized(record: Record) -> Answer:
    count = sum(bool(reference.romanized) for reference in record.references)
    if not count:
        return NOTHING
    is_whole = count == len(record.references)
    return Answer("has" if is_whole else "part", f"{count}/{len(record.references)}")


def day(value: date | None) -> Answer:
    return given(f"{value:%d.%m.%Y}" if value else "")


def originality(record: Record) -> Answer:
    percent = record.internal.originality
    return given(f"{percent:g} %" if percent is not None else "")


def full_text(record: Record) -> Answer:
    """A file of the full text, or its address on another site."""
    kinds = {each.kind for each in record.galleys} - {"supplement", "image"}
    return given(*sorted(kinds), *(each.label or "URL" for each in record.external_files))


DEMANDS = (
    Demand(gettext_lazy("IRSTI"), lambda record: given(*record.irsti)),
    Demand(gettext_lazy("UDC"), lambda record: given(*record.udc)),
    Demand("DOI", lambda record: given(record.doi)),
    Demand(gettext_lazy("Title"), titles),
    Demand(gettext_lazy("Abstract, words"), abstracts),
    Demand(gettext_lazy("Keywords, number"), keywords),
    Demand(gettext_lazy("Authors' names"), names),
    Demand("ORCID", lambda record: all_of(persons(record), lambda one: one.orcid)),
    Demand(gettext_lazy("Organisation's name"), organisations),
    Demand(gettext_lazy("Corresponding author, e-mail"), corresponding),
    Demand(gettext_lazy("References"), references),
    Demand(gettext_lazy("References in Latin script"), romanized),
    Demand(gettext_lazy("Received"), lambda record: day(record.received_on)),
    Demand(gettext_lazy("Accepted"), lambda record: day(record.accepted_on)),
    Demand(gettext_lazy("Published"), lambda record: day(record.published_on)),
    Demand(
        gettext_lazy("Pages"),
        lambda record: given(page_range(record, "–") or record.article_number),
    ),
    Demand(gettext_lazy("Reviews"), lambda record: given(str(record.internal.review_count or ""))),
    Demand(gettext_lazy("Originality"), originality),
    Demand(gettext_lazy("Full text"), full_text),
)
