"""Values from the environment are taken or refused."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from journal import environment as env


def refusal(read, *arguments):
    with pytest.raises(ImproperlyConfigured) as error:
        read(*arguments)
    return str(error.value)


@pytest.mark.parametrize(
    ("written", "meant"), [("1", True), ("Yes", True), ("0", False), ("off", False), ("", False)]
)
def test_a_flag_is_on_or_off(monkeypatch, written, meant):
    monkeypatch.setenv("DEBUG", written)

    assert env.flag("DEBUG") is meant


def test_a_flag_of_another_word_is_refused(monkeypatch):
    monkeypatch.setenv("DEBUG", "perhaps")

    assert refusal(env.flag, "DEBUG") == "DEBUG is 'perhaps'; write 1 or 0."


@pytest.mark.parametrize("written", ["0", "65536", "-1", "8000.5", "eight", "٨"])
def test_a_number_out_of_bounds_is_refused(monkeypatch, written):
    monkeypatch.setenv("PORT", written)

    assert refusal(env.number, "PORT", 8000, 1, 65_535) == (
        f"PORT is {written!r}; write a number from 1 to 65535."
    )


@pytest.mark.parametrize("written", ["https://journal.example.org", "http://127.0.0.1:8000/"])
def test_a_site_has_an_address_without_a_path(monkeypatch, written):
    monkeypatch.setenv("SITE_URL", written)

    assert env.site_url("SITE_URL", "") == written.rstrip("/")


@pytest.mark.parametrize(
    "written", ["journal.example.org", "ftp://x", "https://", "https://x/p", "https://x:port"]
)
def test_another_address_of_a_site_is_refused(monkeypatch, written):
    monkeypatch.setenv("SITE_URL", written)

    assert refusal(env.site_url, "SITE_URL", "") == (
        f"SITE_URL is {written!r}; write it like https://journal.example.org, without a path."
    )


def test_a_database_is_read_as_libpq_reads_it():
    assert env.database("postgresql://u:p%40ss@db.example.org:6543/journal?sslmode=require") == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "journal",
        "USER": "u",
        "PASSWORD": "p@ss",
        "HOST": "db.example.org",
        "PORT": "6543",
        "OPTIONS": {"sslmode": "require"},
    }


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://localhost/journal", "DATABASE_URL must name PostgreSQL, like "),
        ("postgresql://u:secret@host/x?colour=red", "DATABASE_URL cannot be read; write "),
        ("postgresql://u:secret@host", "DATABASE_URL names no database; write "),
    ],
)
def test_another_database_is_refused_without_repeating_its_password(url, said):
    assert refusal(env.database, url) == said + "postgresql://user:password@host:5432/name"


def test_a_file_gives_what_the_environment_does_not_say(monkeypatch, tmp_path):
    monkeypatch.setenv("PORT", "9000")
    monkeypatch.setenv("SITE_URL", "")
    monkeypatch.delenv("SITE_URL")
    (tmp_path / ".env").write_text("# ours\n\nPORT=8000\nSITE_URL='https://x.example.org'\n")

    env.load(tmp_path / ".env")

    assert (env.text("PORT"), env.text("SITE_URL")) == ("9000", "https://x.example.org")


def test_a_line_that_is_none_is_refused(tmp_path):
    (tmp_path / ".env").write_text("PORT=8000\nexport DEBUG\n")

    assert refusal(env.load, tmp_path / ".env") == ".env, line 2: write NAME=value."


def test_one_machine_keeps_pages_in_its_processes_and_files_in_a_folder(monkeypatch):
    monkeypatch.delenv("REDIS_URL", raising=False)
    monkeypatch.delenv("S3_BUCKET", raising=False)

    assert env.cache()["BACKEND"].endswith("LocMemCache")
    assert env.storage()["BACKEND"].endswith("FileSystemStorage")


def test_several_machines_share_them(monkeypatch):
    monkeypatch.setattr(env, "find_spec", lambda package: object())
    monkeypatch.setenv("REDIS_URL", "redis://cache.example.org/0")
    monkeypatch.setenv("S3_BUCKET", "journal")
    monkeypatch.setenv("S3_ENDPOINT", "https://s3.example.org")

    assert env.cache()["LOCATION"] == "redis://cache.example.org/0"
    assert env.storage()["OPTIONS"] == {
        "bucket_name": "journal",
        "endpoint_url": "https://s3.example.org",
        "file_overwrite": False,
        "default_acl": None,
    }


def test_a_package_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setattr(env, "find_spec", lambda package: None)
    monkeypatch.setenv("S3_BUCKET", "journal")

    assert refusal(env.storage) == (
        "S3_BUCKET needs a package more: "
        ".venv/bin/python -m journal.install requirements-several.txt"
    )
