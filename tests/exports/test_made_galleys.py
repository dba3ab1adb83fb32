"""Files made from the record: told from uploaded ones, and from those of another text."""

from datetime import date

import msgspec
import pytest

from articles.exports.edition import typeset_article
from articles.exports.edition.galleys import accepted_galley, has_other_text, uploaded_galley
from articles.exports.edition.record_hash import record_hash
from articles.records.languages import text
from articles.records.record import Internal
from tests.exports.article_pdfs import FRACTION
from tests.factories import a_galley, a_public_record


def test_the_same_record_gives_the_same_bytes_whatever_its_files():
    record = a_public_record(body=f"<p>x</p>{FRACTION}")
    other = msgspec.structs.replace(record, galleys=(a_galley(b"%PDF-1.4"),))

    assert typeset_article(record, {}).pdf == typeset_article(other, {}).pdf
    assert record_hash(record) == record_hash(other)


@pytest.mark.parametrize(
    ("changes", "is_other"),
    [
        ({"title": text("Басқа")}, True),
        ({"published_on": date(2024, 5, 5)}, True),
        ({"status": "retracted"}, True),
        ({"galleys": (a_galley(b"x", "a.png", kind="image"),)}, True),
        ({"status": "ready"}, False),
        ({"internal": Internal(review_count=2)}, False),
        ({"position": 9}, False),
    ],
)
def test_the_hash_differs_where_the_pdf_would(changes, is_other):
    record = a_public_record()

    changed = record_hash(msgspec.structs.replace(record, **changes))

    assert (changed != record_hash(record)) is is_other


def test_files_made_here_are_told_from_uploaded_ones():
    made = a_galley(b"%PDF-a", "made.pdf", made_from="0" * 64)
    uploaded = a_galley(b"%PDF-b", "uploaded.pdf")
    english = a_galley(b"%PDF-c", "english.pdf", language="en")

    record = a_public_record(galleys=(english, made))

    assert (
        accepted_galley(record, "pdf"),
        uploaded_galley(record, "pdf"),
        has_other_text(record, "pdf"),
    ) == (
        made,
        None,
        True,
    )
    assert uploaded_galley(a_public_record(galleys=(english, uploaded)), "pdf") == uploaded
