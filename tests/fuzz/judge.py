"""The whole way of a file, and what is wrong with what came of it."""

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
from articles.records.json import load, write
from articles.records.record import Record
from articles.records.validation import validity

from .folding import Printed

LANGUAGES = ("kk", "ru", "en")
SOURCELESS = {"article_language"}
# What nobody printed so: forms, marks; the dates and the body, which are looked at by themselves.
OURS = {"schema", "status", "type", "language", "body", "marks", "corresponding", "url"}
OURS |= {"first_page", "last_page"}  # of the sheets, which are no lines of the article


class Verdict(msgspec.Struct, kw_only=True):
    """`outcome`: read, or refused and by which message; `faults`: what must never be."""

    outcome: str
    faults: list[str] = []
    characters: int = 0


def judge(data: bytes, name: str) -> Verdict:
    """Raises whatever the product raises."""
    answer = read_answer(data, name)
    carried = msgspec.json.decode(msgspec.json.encode(answer), type=Answer)
    if answer.manuscript is None:
        faults = [] if all(answer.refusal.get(code) for code in LANGUAGES) else ["no reason given"]
        return Verdict(outcome=f"refused: {answer.refusal.get('en', '')[:40]}", faults=faults)
    faults = [] if carried == answer else ["changed on its way through JSON"]
    faults += told_wrongly(answer.manuscript)
    try:
        record = draft_of(answer.manuscript, body=answer.text.html).record
    except (Unreadable, InvalidValue) as refusal:
        faults.append(f"no record: {refusal}")
    else:
        faults += wrong_in(record, answer.manuscript)
    count = sum(len(line.text) for line in answer.manuscript.lines)
    return Verdict(outcome="read", faults=faults, characters=count)


def told_wrongly(manuscript: Manuscript) -> list[str]:
    """Values without lines, from lines that are not there, or that their lines do not print."""
    lines = {line.number: line for line in manuscript.lines}
    json.loads(json.dumps(manuscript.to_json(), ensure_ascii=True))
    faults = []
    for found in manuscript.values:
        if not found.lines and found.path not in SOURCELESS:
            faults.append(f"{found.path} came from no line")
        if missing := set(found.lines) - set(lines):
            faults.append(f"{found.path} came from lines {sorted(missing)}, which are not there")
            continue
        printed = Printed(lines[number] for number in found.lines)
        if invented := list(printed.lacks(found.path, found.value)):
            faults.append(f"{found.path.split('.')[0]} invented: {found.path} {invented[:3]}")
    return faults


def wrong_in(record: Record, manuscript: Manuscript) -> list[str]:
    """What the record says more than the manuscript, and what later steps cannot bear."""
    faults = [] if load(write(record)) == record else ["record changed by JSON"]
    furniture = set(manuscript.running_heads)  # which may stand between the halves of a word
    printed = Printed(line for line in manuscript.lines if line.number not in furniture)
    for field, value in msgspec.to_builtins(record).items():
        if (
            field not in OURS
            and not field.endswith("_on")
            and (invented := list(printed.lacks_any(value, OURS)))
        ):
            faults.append(f"record.{field} invented: {invented[:3]}")
    if invented := list(printed.lacks_letters(plain_body(record.body))):
        faults.append(f"record.body invented: {invented[:3]}")
    said: list[Any] = [*validity(record), *findings(record)]
    for code in LANGUAGES:
        with override(code):
            faults += ["finding without words" for one in said if not str(one.message)]
    return faults
