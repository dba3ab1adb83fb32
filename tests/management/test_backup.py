"""Backup and restore of a whole site; a damaged archive changes nothing."""

import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from articles.editing.uploads import is_unconfirmed
from articles.management.backups import write
from articles.management.backups.tables import tables
from articles.models import Article, Journal, Revision, User
from tests.factories import a_galley, a_journal, a_member, a_public_article, an_article, an_issue

# Rows go and come in transactions of their own.
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def archive(media, tmp_path):
    journal = a_journal()
    issue = an_issue(journal)
    a_member(journal)
    galley = a_galley(b"%PDF-1.4 steppe", "дала.pdf")
    a_public_article(journal, issue_id=issue.pk, galleys=(galley,))
    an_article(journal, doi="10.5555/draft", title={"kk": "Таб\tқатар\nжол \\N «»"})
    path = tmp_path / "site.zip"
    call_command("backup", path, stdout=io.StringIO())
    return path


def everything():
    """Every row of every table, and every stored file but unconfirmed uploads."""
    with connection.cursor() as cursor:
        rows = {}
        for table in tables():
            cursor.execute(f'SELECT t::text FROM "{table.name}" t ORDER BY 1')
            rows[table.name] = [row for (row,) in cursor.fetchall()]
    root = Path(default_storage.location)
    files = {
        str(path.relative_to(root)): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and not is_unconfirmed(str(path.relative_to(root)))
    }
    return rows, files


def emptied():
    root = Path(default_storage.location)
    for path in [path for path in root.rglob("*") if path.is_file()]:
        path.unlink()
    names = ", ".join(
        f'"{table.name}"' for table in tables() if table.name not in ("django_migrations",)
    )
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {names} CASCADE")


def test_a_restored_site_is_the_same_site(archive):
    before = everything()
    page = Client().get(f"/kk/articles/{Article.objects.public().get().pk}/").content
    emptied()

    call_command("restore", archive, stdout=io.StringIO())

    assert everything() == before
    assert Client().get(f"/kk/articles/{Article.objects.public().get().pk}/").content == page
    assert Revision.objects.filter(article__doi="10.5555/draft").get().record.title == {
        "kk": "Таб\tқатар\nжол \\N «»"
    }


def test_rows_created_after_a_restore_get_unused_keys(archive):
    emptied()
    call_command("restore", archive, stdout=io.StringIO())

    article = an_article(Journal.objects.get(), doi="10.5555/next")

    assert article.pk == max(Article.objects.values_list("pk", flat=True))


def test_only_the_owner_may_read_the_archive(archive):
    assert archive.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damage", ["cut", "flipped", "text", "changed", "added", "left out"])
def test_a_damaged_archive_is_refused_and_changes_nothing(damage, archive):
    emptied()
    before = everything()
    damaged(archive, damage)

    with pytest.raises(CommandError):
        call_command("restore", archive, stdout=io.StringIO())

    assert everything() == before


def damaged(path, how):
    whole = path.read_bytes()
    if how == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    elif how == "flipped":
        middle = whole.index(b"%PDF-1.4 ") if b"%PDF-1.4 " in whole else len(whole) // 3
        path.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
    elif how == "text":
        path.write_bytes(b"This is no archive.")
    else:
        rewritten(path, how)


def rewritten(path, how):
    """A valid ZIP whose content differs from its manifest."""
    with zipfile.ZipFile(path) as old:
        members = {name: old.read(name) for name in old.namelist()}
    if how == "changed":
        members["database/articles_user.copy"] += b"x"
    if how == "added":
        members["files/../../evil"] = b"x"
    if how == "left out":
        members.pop(next(name for name in members if name.startswith("files/")))
    with zipfile.ZipFile(path, "w") as new:
        for name, body in members.items():
            new.writestr(name, body)


def test_a_path_that_leaves_the_archive_is_refused(archive):
    emptied()
    with zipfile.ZipFile(archive) as old:
        members = {name: old.read(name) for name in old.namelist()}
    manifest = json.loads(members["manifest.json"])
    body = b"evil"
    evil = {"name": "files/../../evil", "size": 4, "sha256": sha256(body).hexdigest()}
    manifest["entries"].append({**evil, "columns": []})
    members |= {"manifest.json": json.dumps(manifest).encode(), evil["name"]: body}
    with zipfile.ZipFile(archive, "w") as new:
        for name, content in members.items():
            new.writestr(name, content)

    with pytest.raises(CommandError, match="points outside the archive"):
        call_command("restore", archive, stdout=io.StringIO())


def test_a_site_in_use_is_not_restored_over(archive):
    before = everything()

    with pytest.raises(CommandError, match="There are users or journals already"):
        call_command("restore", archive, stdout=io.StringIO())

    assert everything() == before


def test_unconfirmed_uploads_are_not_in_the_backup(archive):
    with zipfile.ZipFile(archive) as backup:
        files = [name for name in backup.namelist() if name.startswith("files/")]

    assert list(Path(default_storage.location).glob("unconfirmed/*/*/*")) != []
    assert [name for name in files if not name.startswith("files/galleys/")] == []


def test_a_table_of_no_model_is_left_out_and_a_deleted_file_is_named(media, tmp_path):
    galleys = (a_galley(b"%PDF-1.4 one", "one.pdf"), a_galley(b"%PDF-1.4 two", "two.pdf"))
    a_public_article(galleys=galleys)
    path = tmp_path / "site.zip"
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE articles_searchrow_new (LIKE articles_searchrow)")
    try:
        manifest = write(path, deleting("one.pdf"))
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE articles_searchrow_new")
    emptied()
    call_command("restore", path, "--check", stdout=io.StringIO())
    call_command("restore", path, stdout=io.StringIO())

    assert "articles_searchrow" in manifest.tables
    assert "articles_searchrow_new" not in manifest.tables
    assert [Path(name).name for name in manifest.deleted] == ["one.pdf"]
    assert [Path(name).name for name in everything()[1]] == ["two.pdf"]
    assert Article.objects.count() == 1


def deleting(name):
    """A report that deletes a file as soon as it is named."""

    def report(line):
        if line.endswith(name):
            default_storage.delete(line)

    return report


def test_no_table_is_replaced_while_the_rows_are_written(media, tmp_path):
    locked = set()

    def report(line):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT relation::regclass::text FROM pg_locks JOIN pg_class ON oid = relation "
                "WHERE mode = 'AccessShareLock' AND pid = pg_backend_pid() AND relkind = 'r'"
            )
            locked.update(name for (name,) in cursor.fetchall())
        raise StopAtTheFirst

    with pytest.raises(StopAtTheFirst):
        write(tmp_path / "site.zip", report)

    assert locked >= {table.name for table in tables()}


class StopAtTheFirst(Exception):
    pass


def test_a_table_of_no_model_in_an_archive_is_seen_by_the_check(archive):
    with zipfile.ZipFile(archive) as old:
        members = {name: old.read(name) for name in old.namelist()}
    manifest = json.loads(members["manifest.json"])
    leftover = {"name": "database/articles_searchrow_new.copy", "size": 0}
    manifest["entries"].append({**leftover, "sha256": sha256(b"").hexdigest(), "columns": []})
    members |= {"manifest.json": json.dumps(manifest).encode(), leftover["name"]: b""}
    with zipfile.ZipFile(archive, "w") as new:
        for name, content in members.items():
            new.writestr(name, content)

    with pytest.raises(CommandError) as refused:
        call_command("restore", archive, "--check", stdout=io.StringIO())

    assert str(refused.value) == "The archive has an unknown table: articles_searchrow_new"


def test_the_doctor_reports_a_missing_file(archive):
    output = io.StringIO()
    next(iter(Path(default_storage.location).glob("galleys/**/*.pdf"))).unlink()

    with pytest.raises(SystemExit):
        call_command("doctor", language="en", stdout=output)

    assert "! Files of articles that are missing: 1." in output.getvalue().splitlines()


def test_the_admin_opens_after_a_restore(archive):
    emptied()
    call_command("restore", archive, stdout=io.StringIO())
    client = Client()
    client.force_login(User.objects.get())

    assert client.get(reverse("admin:index")).status_code == 200
