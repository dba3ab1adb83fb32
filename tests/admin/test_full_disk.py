"""A full disk, of the files or of the database: the editor is told, and nothing is half saved."""

import resource

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse

from articles.editing import working_record
from articles.models import Article, Manuscript, Revision
from tests.admin.manuscripts.manuscript_pages import upload
from tests.admin.test_article_form import ADD, posted
from tests.factories import a_journal, an_article

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4 " + bytes(50_000)
FULL = (
    "The server's disk is full, and nothing was saved. Tell the administrator of the site, then "
    "send it again."
)
# What PostgreSQL itself raises (SQLSTATE 53100), where a revision is written.
FULL_DATABASE = """
CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
CREATE TRIGGER full_disk BEFORE INSERT ON articles_revision
FOR EACH ROW EXECUTE FUNCTION full_disk();
"""


@pytest.fixture
def editor(admin_client, admin_user):
    admin_user.interface_language = "en"
    admin_user.save()
    admin_client.raise_request_exception = False
    return admin_client


@pytest.fixture
def _full_disk():
    """The kernel lets this process write no file of more than 10,000 bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.fixture
def _full_database():
    with connection.cursor() as cursor:
        cursor.execute(FULL_DATABASE)


def with_a_file(**fields):
    pdf = SimpleUploadedFile("a.pdf", PDF)
    row = {"galleys-0-language": "kk", "galleys-0-kind": "pdf", "galleys-0-upload": pdf}
    return posted(**fields, **row, **{"galleys-TOTAL_FORMS": "1"})


def stored_files(tmp_path):
    return [path.name for path in tmp_path.rglob("*") if path.is_file()]


def answer(response):
    return response.status_code, response.content.decode()


@pytest.mark.usefixtures("_full_disk")
def test_a_file_for_which_there_is_no_room_saves_no_article(editor, tmp_path):
    response = editor.post(ADD, with_a_file(journal=a_journal().pk))

    assert answer(response) == (507, FULL)
    assert (Article.objects.count(), stored_files(tmp_path)) == (0, [])


@pytest.mark.usefixtures("_full_disk")
def test_a_manuscript_for_which_there_is_no_room_is_not_queued(editor, tmp_path):
    response = upload(editor, ("a.pdf", PDF), journal=a_journal().pk)

    assert answer(response) == (507, FULL)
    assert (Manuscript.objects.count(), stored_files(tmp_path)) == (0, [])


def test_the_same_file_is_saved_when_there_is_room_again(editor, request):
    form = {"journal": a_journal().pk}
    request.getfixturevalue("_full_disk")
    editor.post(ADD, with_a_file(**form))
    _limit, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    editor.post(ADD, with_a_file(**form))

    (galley,) = working_record(Article.objects.get()).galleys
    assert default_storage.open(galley.path).read() == PDF


@pytest.mark.usefixtures("_full_database")
def test_a_database_without_room_saves_nothing_of_an_article(editor):
    response = editor.post(ADD, posted(journal=a_journal().pk))

    assert answer(response) == (507, FULL)
    assert (Article.objects.count(), Revision.objects.count()) == (0, 0)


def test_a_database_without_room_leaves_an_article_as_it_was(editor, request):
    article = an_article()
    request.getfixturevalue("_full_database")
    before = working_record(article)

    response = editor.post(
        reverse("admin:articles_article_change", args=[article.pk]),
        posted(journal=article.journal.pk, title_kk="Басқа атау"),
    )

    assert answer(response) == (507, FULL)
    article.refresh_from_db()
    assert working_record(article) == before
