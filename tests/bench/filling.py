"""Fills the bench's database with the sample's articles many times over; kept from run to run."""

from __future__ import annotations

from datetime import date
from itertools import cycle, islice
from pathlib import Path

import msgspec
from django.core.management import call_command
from django.db import connection

from articles.editing import save_article
from articles.models import Author, Issue, Journal, Listing, Page
from articles.publishing import publish_article
from articles.records import json
from articles.records.record import Record
from tests.bench.copying import add_copies
from tests.bench.database import (
    ARTICLES,
    AUTHORS,
    GREAT_ISSUE,
    GREAT_ISSUE_ARTICLES,
    ISSUE_ARTICLES,
    JOURNAL,
    LOADED_ARTICLES,
    PROLIFIC_AUTHOR,
    REFERENCES,
    SAVED_ARTICLES,
)
from tests.bench.loading import load
from tests.factories import a_journal, an_issue

SAMPLE = Path(__file__).resolve().parents[2] / "articles" / "management" / "sample"


def fill(wanted: int = ARTICLES) -> None:
    """Save and publish articles as editors would, then load invented ones, then copy all."""
    call_command("migrate", verbosity=0)
    journal = Journal.objects.filter(slug=JOURNAL).first() or new_journal()
    have = Listing.objects.count()
    for number in range(have, min(wanted, SAVED_ARTICLES)):
        add_article(journal, number)
        if number % 100 == 99:
            print(f"\r{number + 1} of {wanted} articles", end="", flush=True)
    if wanted > SAVED_ARTICLES and not Journal.objects.filter(slug="bench-1").exists():
        load(min(wanted, LOADED_ARTICLES) - SAVED_ARTICLES)
        call_command("rebuild_search")
    if have < wanted and wanted > LOADED_ARTICLES:
        add_copies(wanted // LOADED_ARTICLES - 1)
    if have < wanted:
        print()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def new_journal() -> Journal:
    """A journal with pages, an issue, a hundred authors and one who wrote 300 articles."""
    journal = a_journal(slug=JOURNAL, depositor_name="Bench", depositor_email="doi@example.org")
    for slug in ("about", "board", "for-authors"):
        Page.objects.create(journal=journal, slug=slug, title_kk=slug, title_ru=slug, title_en=slug)
    Author.objects.create(family_name_kk=PROLIFIC_AUTHOR, given_name_kk="Ұлжан")
    for number in range(100):
        Author.objects.create(family_name_kk=f"Төлегенова {number}", given_name_kk="Ұлжан")
    an_issue(journal, **GREAT_ISSUE)
    return journal


def add_article(journal: Journal, number: int) -> None:
    record = sample_record()
    prolific, *keys = Author.objects.order_by("pk").values_list("pk", flat=True)
    author_ids = [keys[(number * 7 + place) % len(keys)] for place in range(AUTHORS)]
    if number < GREAT_ISSUE_ARTICLES:
        author_ids[0] = prolific
    authors = tuple(
        msgspec.structs.replace(author, author_id=author_id, orcid="")
        for author, author_id in zip(cycle(record.authors), author_ids, strict=False)
    )
    record = msgspec.structs.replace(
        record,
        title={code: f"{title} {number}" for code, title in record.title.items()},
        doi=f"10.5555/bench.{number}",
        authors=authors,
        references=tuple(islice(cycle(record.references), REFERENCES)),
        issue_id=get_or_create_issue(journal, number).pk,
        section_id=None,
        status="draft",
        published_on=None,
        body="",
        position=number % GREAT_ISSUE_ARTICLES + 1,
        relations=(),
        galleys=(),
    )
    article = save_article(record, journal=journal).article
    publish_article(article, published_on=date(2024, 3, 29), override="bench")


def get_or_create_issue(journal: Journal, number: int) -> Issue:
    """The issue of the article with this number: the first has 300 articles, the others 20."""
    rest = max(0, number - GREAT_ISSUE_ARTICLES)
    place = 0 if number < GREAT_ISSUE_ARTICLES else 1 + rest // ISSUE_ARTICLES
    columns = {"year": 2000 + place // 4, "number": str(place % 4 + 1), "through_number": ""}
    issue, _new = Issue.objects.get_or_create(
        journal=journal, **columns, defaults={"published_on": date(2000 + place // 4, 3, 29)}
    )
    return issue


def sample_record() -> Record:
    return json.read((SAMPLE / "2026-2-1.json").read_bytes())
