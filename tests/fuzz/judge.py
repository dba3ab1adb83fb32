"""Reads a file all the way to a record and its findings, and collects what is wrong."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from django.utils.translation import override

from articles.imports.exceptions import Unreadable
from articles.imports.manuscript import Manuscript
from articles.imports.manuscript_process import Answer, read_answer
from articles.intake.manuscripts.draft_record import draft_of
from articles.preflight import findings
from articles.records.body import plain_body
from articles.records.cleaning import InvalidValue
from articles.records.countries import COUNTRIES, OTHER_NAMES
from articles.records.json import load, write
from articles.records.record import Record
from articles.records.validation import validate

from .printed import Printed

LANGUAGES = ("kk", "ru", "en")
SOURCELESS = {"article_language"}
# Fields that are not printed so; dates and body are checked by themselves.
NOT_PRINTED = {"schema", "status", "type", "language", "body", "marks", "corresponding", "url"}
NOT_PRINTED |= {"country"}  # a code, for a name that is printed
NOT_PRINTED |= {"first_page", "last_page"}  # from page numbers, which are running heads


class Verdict(msgspec.Struct, kw_only=True):
    """`outcome`: read, or refused with which message; `faults`: what must never happen."""

    outcome: str
    faults: list[str] = []
    characters: int = 0


def judge(data: bytes, name: str) -> Verdict:
    """Return the verdict on a file; raises whatever the reader raises."""
    answer = read_answer(data, name)
    carried = msgspec.msgpack.decode(msgspec.msgpack.encode(answer), type=Answer)
    if answer.manuscript is None:
        faults = [] if all(answer.refusal.get(code) for code in LANGUAGES) else ["no reason given"]
        return Verdict(outcome=f"refused: {answer.refusal.get('en', '')[:40]}", faults=faults)
    faults = [] if carried == answer else ["changed on its way from the process"]
    faults += faults_of_values(answer.manuscript)
    try:
        record = draft_of(answer.manuscript, body=answer.text.html).record
    except (Unreadable, InvalidValue) as refusal:
        faults.append(f"no record: {refusal}")
    else:
        faults += faults_of_record(record, answer.manuscript)
    count = sum(len(line.text) for line in answer.manuscript.lines)
    return Verdict(outcome="read", faults=faults, characters=count)


def faults_of_values(manuscript: Manuscript) -> list[str]:
    """Return the faults of values: no lines, lines that do not exist, or do not print the value."""
    lines = {line.number: line for line in manuscript.lines}
    json.loads(json.dumps(manuscript.to_json(), ensure_ascii=True))
    faults = []
    for value in manuscript.values:
        if not value.lines and value.path not in SOURCELESS:
            faults.append(f"{value.path} came from no line")
        if missing := set(value.lines) - set(lines):
            faults.append(f"{value.path} came from lines {sorted(missing)}, which are not there")
            continue
        printed = Printed(lines[number] for number in value.lines)
        if invented := list(printed.lacks(value.path, value.value)):
            faults.append(f"{value.path.split('.')[0]} invented: {value.path} {invented[:3]}")
    return faults


def faults_of_record(record: Record, manuscript: Manuscript) -> list[str]:
    """Return the faults of a record: invented values, and what later steps cannot handle."""
    faults = [] if load(write(record)) == record else ["record changed by JSON"]
    heads = set(manuscript.running_heads)  # they may be between the halves of a word
    printed = Printed(line for line in manuscript.lines if line.number not in heads)
    for field, value in msgspec.to_builtins(record).items():
        if (
            field not in NOT_PRINTED
            and not field.endswith("_on")
            and (invented := list(printed.lacks_any(value, NOT_PRINTED)))
        ):
            faults.append(f"record.{field} invented: {invented[:3]}")
    for affiliation in record.affiliations:
        code = affiliation.country
        names = [*COUNTRIES.get(code, ()), *OTHER_NAMES.get(code, ())]
        if names and all(any(printed.lacks_any(name, set())) for name in names):
            faults.append(f"record.affiliations invented: {affiliation.country}")
    if invented := list(printed.lacks_letters(plain_body(record.body))):
        faults.append(f"record.body invented: {invented[:3]}")
    all_findings: list[Any] = [*validate(record), *findings(record)]
    for code in LANGUAGES:
        with override(code):
            faults += ["finding without words" for each in all_findings if not str(each.message)]
    return faults
