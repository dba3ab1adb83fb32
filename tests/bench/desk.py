"""What editors wait for: a manuscript read, an article checked, a form saved."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from .database import AUTHORS, REFERENCES, example
from .measuring import cpu, measure

MANUSCRIPT_BYTES = 45_000
FORM = (5, 30)  # authors and references of a form that is saved
MANY = 200  # references, which must cost no query more


def measures() -> Iterator[dict]:
    yield measure("preflight", "cpu_ms", preflight(), 60)
    yield measure("manuscript_45kb", "cpu_ms", manuscript(), 500)
    for name, references in (("article_save", FORM[1]), ("article_save_200", MANY)):
        yield measure(name, "queries", save(references), 40)


def preflight() -> float:
    from articles.preflight import findings

    record = grown(AUTHORS, REFERENCES)
    return cpu(lambda: findings(record))


def manuscript() -> float:
    """An invented article as Markdown, its text repeated until it is long enough."""
    from articles.imports.manuscript import read_manuscript
    from tests.imports.unseen.law import lines

    texts = [text for _style, text in lines()]
    longest = max(texts, key=len)
    at = texts.index(longest)
    short = MANUSCRIPT_BYTES - len("\n\n".join(texts).encode())
    texts[at:at] = [longest] * (short // len(longest.encode()) + 1)
    data = "\n\n".join(texts).encode()
    return cpu(lambda: read_manuscript(data, "article.md"))


def save(references: int) -> int:
    """Queries of one click in the form, every author and every reference changed; then undone."""
    from django.contrib.auth import get_user_model
    from django.db import connection, transaction
    from django.test import Client
    from django.test.utils import (
        CaptureQueriesContext,
        setup_test_environment,
        teardown_test_environment,
    )
    from django.urls import reverse

    from articles.editing import save_article
    from articles.models import Journal
    from tests.admin.test_article_form import as_sent

    setup_test_environment(debug=False)  # pages tell what they were made of
    with transaction.atomic():
        user = get_user_model().objects.create(
            username="bench", is_staff=True, is_superuser=True, interface_language="en"
        )
        client = Client(HTTP_HOST="127.0.0.1")
        client.force_login(user)
        journal = Journal.objects.get(slug="bench")
        article = save_article(grown(FORM[0], references), journal=journal).article
        address = reverse("admin:articles_article_change", args=[article.pk])
        sent = as_sent(client.get(address))
        changed = sent | {
            "title_kk": "Басқа",
            "keywords_kk": "бір\nекі",
            "references_original": "\n".join(f"Жаңа {at}." for at in range(references)),
            **{f"authorships-{at}-family_name_kk": f"Басқа {at}" for at in range(FORM[0])},
            "affiliations-0-name_kk": "Басқа",
        }
        with CaptureQueriesContext(connection) as asked:
            answer = client.post(address, changed)
        assert answer.status_code == 302, answer.content[:2000]
        transaction.set_rollback(True)
    teardown_test_environment()
    return len(asked)


def grown(authors: int, references: int):
    """The example with so many of both, and of no issue."""
    import msgspec

    record = example()
    return msgspec.structs.replace(
        record,
        authors=tuple(one for one, _at in zip(cycle(record.authors), range(authors), strict=False)),
        references=tuple(
            one for one, _at in zip(cycle(record.references), range(references), strict=False)
        ),
        doi="",
        issue_id=None,
        section_id=None,
        status="draft",
        galleys=(),
        published_on=None,
        relations=(),
    )
