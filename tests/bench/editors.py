"""What editors wait for: a form opened and saved, lists, preflight, a manuscript read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice

import msgspec
from django.contrib.auth import get_user_model
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from articles.editing import save_article
from articles.imports.manuscript import read_manuscript
from articles.models import Article, Journal
from articles.preflight import findings
from articles.records.record import Record
from tests.bench.database import AUTHORS, JOURNAL, REFERENCES
from tests.bench.figures import Figure
from tests.bench.filling import sample_record
from tests.bench.measuring import Site, cpu_ratio
from tests.imports.unseen.law import lines

MANUSCRIPT_BYTES = 45_000
FORM_AUTHORS, FORM_REFERENCES = 5, 30
MANY_REFERENCES = 200
SAVE_QUERIES = 40
OFFICE_RATIO = 120
PREFLIGHT_RATIO = 150
MANUSCRIPT_RATIO = 1_200


def figures() -> Iterator[Figure]:
    site = Site()
    queries = count_save_queries(FORM_REFERENCES)
    yield Figure("article_save", "queries", queries, SAVE_QUERIES)
    many = count_save_queries(MANY_REFERENCES)
    yield Figure("article_save_200", "queries", many, min(queries, SAVE_QUERIES))
    yield from office_figures(site)
    record = resized(AUTHORS, REFERENCES)
    preflight = cpu_ratio(site, lambda: findings(record))
    yield Figure("preflight", "hello_ratio", round(preflight, 1), PREFLIGHT_RATIO)
    data = manuscript()
    reading = cpu_ratio(site, lambda: read_manuscript(data, "article.md"), rounds=5)
    yield Figure("manuscript_45kb", "hello_ratio", round(reading, 1), MANUSCRIPT_RATIO)


def office_figures(site: Site) -> Iterator[Figure]:
    with signed_in_editor() as client:
        article = saved_article(FORM_REFERENCES)
        cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())
        pages = {
            "article_form": reverse("admin:articles_article_change", args=[article.pk]),
            "article_list": reverse("admin:articles_article_changelist"),
            "dashboard": reverse("admin:index"),
        }
        for name, path in pages.items():
            environ = site.environ(path, {"Cookie": cookie})
            site.get(environ)
            ratio = cpu_ratio(site, lambda environ=environ: site.get(environ))
            yield Figure(name, "hello_ratio", round(ratio, 1), OFFICE_RATIO)


def count_save_queries(references: int) -> int:
    """Queries of one save of the form in which every author and every reference is changed."""
    with signed_in_editor() as client:
        article = saved_article(references)
        address = reverse("admin:articles_article_change", args=[article.pk])
        page = html.fromstring(client.get(address).content)
        form = next(form for form in page.forms if "title_kk" in form.fields)
        values: dict[str, list[str]] = {}
        for name, value in form.form_values():
            values.setdefault(name, []).append(value)
        changed = values | {
            "title_kk": "Басқа",
            "keywords_kk": "бір\nекі",
            "references_original": "\n".join(f"Жаңа {place}." for place in range(references)),
            "affiliations-0-name_kk": "Басқа",
        }
        for place in range(FORM_AUTHORS):
            changed[f"authorships-{place}-family_name_kk"] = f"Басқа {place}"
        with CaptureQueriesContext(connection) as queries:
            response = client.post(address, changed)
        assert response.status_code == 302, response.content[:2000]
    return len(queries)


@contextmanager
def signed_in_editor() -> Iterator[Client]:
    """A client signed in as a superuser, in a transaction that is rolled back."""
    signals = (request_started, request_finished)
    for signal in signals:  # or the first request would end the transaction
        signal.disconnect(close_old_connections)
    with transaction.atomic():
        user = get_user_model().objects.create(
            username="bench", is_staff=True, is_superuser=True, interface_language="en"
        )
        client = Client(HTTP_HOST="127.0.0.1")
        client.force_login(user)
        yield client
        transaction.set_rollback(True)
    for signal in signals:
        signal.connect(close_old_connections)


def saved_article(references: int) -> Article:
    journal = Journal.objects.get(slug=JOURNAL)
    return save_article(resized(FORM_AUTHORS, references), journal=journal).article


def resized(authors: int, references: int) -> Record:
    """The sample record as a draft of no issue, with so many authors and references."""
    record = sample_record()
    return msgspec.structs.replace(
        record,
        authors=tuple(islice(cycle(record.authors), authors)),
        references=tuple(islice(cycle(record.references), references)),
        doi="",
        issue_id=None,
        section_id=None,
        status="draft",
        galleys=(),
        published_on=None,
        relations=(),
    )


def manuscript() -> bytes:
    """An invented article as Markdown, its longest paragraph repeated until it has 45 kB."""
    texts = [text for _style, text in lines()]
    longest = max(texts, key=len)
    place = texts.index(longest)
    missing = MANUSCRIPT_BYTES - len("\n\n".join(texts).encode())
    texts[place:place] = [longest] * (missing // len(longest.encode()) + 1)
    return "\n\n".join(texts).encode()
