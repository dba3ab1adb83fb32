"""Uploads that no article uses are deleted after a while; files of articles never are."""

from datetime import date, timedelta

import msgspec
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command

from articles.editing import save_article, uploads, working_record
from articles.editing.history import restore
from articles.management.commands import deposit
from tests.factories import a_galley, an_article

pytestmark = pytest.mark.django_db
LATER = timedelta(days=uploads.DAYS + 1)


def test_what_is_confirmed_is_copied_to_the_files_of_articles(tmp_path):
    galley = a_galley(b"%PDF-1.4 small", "мақала.pdf")

    article = an_article(galleys=(galley,))

    (kept,) = working_record(article).galleys
    assert kept.path.startswith("galleys/")
    assert article.galleys.get().file.name == kept.path
    assert (tmp_path / kept.path).read_bytes() == (tmp_path / galley.path).read_bytes()


def test_a_missing_upload_must_be_chosen_again():
    galley = a_galley(b"%PDF-1.4 small")
    default_storage.delete(galley.path)

    with pytest.raises(uploads.FileGone, match=r"“a\.pdf” was stored for 3 days"):
        an_article(galleys=(galley,))


@pytest.mark.parametrize(
    ("days", "left"),
    [(0, 1), (uploads.DAYS, 1), (uploads.DAYS + 1, 0)],
)
def test_an_upload_is_deleted_when_it_expires(days, left):
    galley = a_galley(b"%PDF-1.4 small")
    made_on = date.fromisoformat(galley.path.split("/")[1])

    uploads.delete_expired_uploads(made_on + timedelta(days=days))

    assert sum(default_storage.exists(one.path) for one in (galley,)) == left


def test_attached_files_are_never_deleted():
    """Neither the file that stands nor one that only the history still has."""
    first, second = a_galley(b"%PDF-1.4 small", "first.pdf"), a_galley(b"%PDF-1.4 x", "second.pdf")
    article = an_article(galleys=(first,))
    record = msgspec.structs.replace(working_record(article), galleys=(second,))
    save_article(record, article=article)
    today = date.fromisoformat(first.path.split("/")[1])

    deleted = uploads.delete_expired_uploads(today + LATER)
    article.refresh_from_db()
    current = working_record(article).galleys
    restore(article, 1)
    article.refresh_from_db()
    restored = working_record(article).galleys

    assert deleted == 2
    assert [one.name for one in (*current, *restored)] == ["second.pdf", "first.pdf"]
    assert [default_storage.exists(one.path) for one in (*current, *restored)] == [True, True]


def test_what_is_named_otherwise_is_left_alone():
    default_storage.save("unconfirmed/notes/a.txt", ContentFile(b"a"))
    default_storage.save("unconfirmed/2024-99-99/a.txt", ContentFile(b"a"))

    assert uploads.delete_expired_uploads() == 0
    assert uploads.expired_days(date(2030, 1, 1)) == []


def test_the_worker_sweeps_and_leaves_no_empty_folders(tmp_path):
    default_storage.save("unconfirmed/2024-01-01/x/a.pdf", ContentFile(b"a"))

    deposit.Command().queue_and_send()

    assert list((tmp_path / "unconfirmed").iterdir()) == []


def test_the_doctor_reports_expired_uploads(capsys):
    default_storage.save("unconfirmed/2024-01-01/x/a.pdf", ContentFile(b"a"))

    with pytest.raises(SystemExit):
        call_command("doctor", language="en")

    assert "! Days of unconfirmed files not cleaned up: 1." in capsys.readouterr().out
