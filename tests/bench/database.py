"""A database of its own with the sample's articles many times over; kept from run to run."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import msgspec
import psycopg

ARTICLES = 100_000 if os.environ.get("FULL") else int(os.environ.get("BENCH_ARTICLES", "2000"))
AS_EDITORS = 2_000  # the rest is copied into the tables, or it would take hours
IN_AN_ISSUE = 20
IN_THE_GREAT_ISSUE = 300
REFERENCES = 20
AUTHORS = 3
SAMPLE = Path(__file__).resolve().parents[2] / "articles" / "management" / "sample"


def use_bench_database() -> None:
    """Before Django reads its settings: the server that stands, a database of our own on it."""
    from journal.quickstart import postgres

    postgres.join()
    address = os.environ["DATABASE_URL"]
    before, _slash, after = address.partition("?")
    host, _slash, _name = before.rpartition("/")
    with psycopg.connect(address, autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = 'bench'")
        if not found.fetchone():
            connection.execute("CREATE DATABASE bench TEMPLATE template0")
    os.environ["DATABASE_URL"] = f"{host}/bench?{after}"


def fill(wanted: int = ARTICLES) -> None:
    """As editors would: each article is saved and published; beyond AS_EDITORS, invented ones."""
    from django.core.management import call_command
    from django.db import connection

    from articles.models import Journal, Listing

    call_command("migrate", verbosity=0)
    journal = Journal.objects.filter(slug="bench").first() or new_journal()
    have = Listing.objects.count()
    for number in range(have, min(wanted, AS_EDITORS)):
        add_article(journal, number)
        if number % 100 == 99:
            print(f"\r{number + 1} of {wanted} articles", end="", flush=True)
    if wanted - AS_EDITORS > 0 and not Journal.objects.filter(slug="bench-1").exists():
        from tests.bench.loading import load

        load(wanted - AS_EDITORS)
        call_command("rebuild_search")
    if have < wanted:
        print()
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def new_journal():
    """With pages, an issue and a hundred people who write for it."""
    from articles.models import Author, Page
    from tests.factories import a_journal, an_issue

    journal = a_journal(slug="bench", depositor_name="Bench", depositor_email="doi@example.org")
    for slug in ("about", "board", "for-authors"):
        Page.objects.create(journal=journal, slug=slug, title_kk=slug, title_ru=slug, title_en=slug)
    for number in range(100):
        Author.objects.create(family_name_kk=f"Төлегенова {number}", given_name_kk="Ұлжан")
    an_issue(journal, year=2000, number="1")
    return journal


def add_article(journal, number: int) -> None:
    from articles.editing import save_article
    from articles.models import Author
    from articles.publishing import publish_article

    record = example()
    keys = list(Author.objects.order_by("pk").values_list("pk", flat=True))
    authors = tuple(
        msgspec.structs.replace(author, author_id=keys[(number * 7 + at) % len(keys)])
        for at, author in enumerate((record.authors * AUTHORS)[:AUTHORS])
    )
    record = msgspec.structs.replace(
        record,
        title={code: f"{title} {number}" for code, title in record.title.items()},
        doi=f"10.5555/bench.{number}",
        authors=authors,
        references=(record.references * REFERENCES)[:REFERENCES],
        issue_id=issue_of(journal, number).pk,
        section_id=None,
        status="draft",
        published_on=None,
        body="",
        position=number % IN_THE_GREAT_ISSUE + 1,
        relations=(),
        galleys=(),
    )
    article = save_article(record, journal=journal).article
    publish_article(article, published_on=date(2024, 3, 29), override="bench")


def issue_of(journal, number: int):
    """The first holds three hundred articles, each of the others twenty."""
    from articles.models import Issue

    rest = max(0, number - IN_THE_GREAT_ISSUE)
    place = 0 if number < IN_THE_GREAT_ISSUE else 1 + rest // IN_AN_ISSUE
    columns = {"year": 2000 + place // 4, "number": str(place % 4 + 1), "through_number": ""}
    issue, _new = Issue.objects.get_or_create(
        journal=journal, **columns, defaults={"published_on": date(2000 + place // 4, 3, 29)}
    )
    return issue


def example():
    from articles.records import json

    return json.read((SAMPLE / "2026-2-1.json").read_bytes())
