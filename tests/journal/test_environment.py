"""Settings read from the environment, and the values that are refused."""

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


def test_a_choice_is_one_of_its_values(monkeypatch):
    monkeypatch.delenv("LOG_FORMAT", raising=False)
    assert env.choice("LOG_FORMAT", "line", "line", "json") == "line"

    monkeypatch.setenv("LOG_FORMAT", "xml")
    assert refusal(env.choice, "LOG_FORMAT", "line", "line", "json") == (
        "LOG_FORMAT is 'xml'; write one of: line, json."
    )


def test_networks_are_separated_by_commas(monkeypatch):
    monkeypatch.setenv("METRICS_FROM", "127.0.0.1, 10.0.0.0/8,fd00::/8")

    assert list(map(str, env.networks("METRICS_FROM"))) == [
        "127.0.0.1/32",
        "10.0.0.0/8",
        "fd00::/8",
    ]


def test_a_network_that_is_none_is_refused(monkeypatch):
    monkeypatch.setenv("METRICS_FROM", "10.0.0.1/8")

    assert refusal(env.networks, "METRICS_FROM") == (
        "METRICS_FROM: 10.0.0.1/8 has host bits set; write networks such as 127.0.0.1,10.0.0.0/8."
    )


@pytest.mark.parametrize("written", ["https://journal.example.org", "http://127.0.0.1:8000/"])
def test_the_address_of_a_site_has_no_path(monkeypatch, written):
    monkeypatch.setenv("SITE_URL", written)

    assert env.site_url("SITE_URL", "") == written.rstrip("/")


@pytest.mark.parametrize(
    "written", ["journal.example.org", "ftp://x", "https://", "https://x/p", "https://x:port"]
)
def test_a_bad_address_of_a_site_is_refused(monkeypatch, written):
    monkeypatch.setenv("SITE_URL", written)

    assert refusal(env.site_url, "SITE_URL", "") == (
        f"SITE_URL is {written!r}; write it like https://journal.example.org, without a path."
    )


def test_a_database_address_is_read_as_libpq_reads_it():
    assert env.database("postgresql://u:p%40ss@db.example.org:6543/journal?sslmode=require") == {
        "ENGINE": "journal.postgresql",
        "NAME": "journal",
        "USER": "u",
        "PASSWORD": "p@ss",
        "HOST": "db.example.org",
        "PORT": "6543",
        "OPTIONS": {"sslmode": "require"},
    }


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mysql://localhost/journal", "DATABASE_URL must name PostgreSQL, like "),
        ("postgresql://u:secret@host/x?colour=red", "DATABASE_URL cannot be read; write "),
        ("postgresql://u:secret@host", "DATABASE_URL names no database; write "),
    ],
)
def test_a_bad_database_address_is_refused_without_its_password(url, message):
    assert refusal(env.database, url) == message + "postgresql://user:password@host:5432/name"


def test_the_environment_wins_over_the_env_file(monkeypatch, tmp_path):
    monkeypatch.setenv("PORT", "9000")
    monkeypatch.setenv("SITE_URL", "")
    monkeypatch.delenv("SITE_URL")
    (tmp_path / ".env").write_text("# ours\n\nPORT=8000\nSITE_URL='https://x.example.org'\n")

    env.load(tmp_path / ".env")

    assert (env.text("PORT"), env.text("SITE_URL")) == ("9000", "https://x.example.org")


def test_a_line_without_a_value_is_refused(tmp_path):
    (tmp_path / ".env").write_text("PORT=8000\nexport DEBUG\n")

    assert refusal(env.load, tmp_path / ".env") == ".env, line 2: write NAME=value."


def test_by_default_the_cache_is_in_memory_and_files_are_in_a_folder(monkeypatch):
    monkeypatch.delenv("REDIS_URL", raising=False)
    monkeypatch.delenv("S3_BUCKET", raising=False)

    assert env.cache()["BACKEND"].endswith("LocMemCache")
    assert env.storage()["BACKEND"] == "journal.folder.Folder"


def test_several_machines_share_a_cache_and_a_bucket(monkeypatch):
    monkeypatch.setattr(env, "find_spec", lambda package: object())
    monkeypatch.setenv("REDIS_URL", "redis://cache.example.org/0")
    monkeypatch.setenv("S3_BUCKET", "journal")
    monkeypatch.setenv("S3_ENDPOINT", "https://s3.example.org")

    assert env.cache() == {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": "redis://cache.example.org/0",
        "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
    }
    assert env.storage()["OPTIONS"] == {
        "bucket_name": "journal",
        "endpoint_url": "https://s3.example.org",
        "file_overwrite": False,
        "default_acl": None,
    }


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(env, "find_spec", lambda package: None)
    monkeypatch.setenv("S3_BUCKET", "journal")

    assert refusal(env.storage) == (
        "S3_BUCKET needs another package: "
        ".venv/bin/pip install --require-hashes -r requirements-several.txt"
    )


@pytest.mark.parametrize("endpoint", ["", "https://s3.example.org"])
def test_a_bucket_needs_no_endpoint_at_amazon(monkeypatch, endpoint):
    monkeypatch.setattr(env, "find_spec", lambda package: object())
    monkeypatch.setenv("S3_BUCKET", "journal")
    monkeypatch.setenv("S3_ENDPOINT", endpoint)

    options = {"bucket_name": "journal", "file_overwrite": False, "default_acl": None}
    assert env.storage() == {
        "BACKEND": "journal.bucket.Bucket",
        "OPTIONS": {**options, **({"endpoint_url": endpoint} if endpoint else {})},
    }


@pytest.mark.parametrize(("value", "number"), [("", 3), ("1", 1), ("9", 9), (" 5 ", 5)])
def test_a_number_is_read_within_its_limits(monkeypatch, value, number):
    monkeypatch.setenv("COUNT", value)

    assert env.number("COUNT", 3, 1, 9) == number


@pytest.mark.parametrize("value", ["0", "10", "x", "-1", "٥"])
def test_a_number_past_its_limits_is_refused(monkeypatch, value):
    monkeypatch.setenv("COUNT", value)

    assert refusal(env.number, "COUNT", 3, 1, 9) == (
        f"COUNT is {value!r}; write a number from 1 to 9."
    )


def test_the_web_servers_location_of_files_is_a_folder(monkeypatch):
    monkeypatch.setenv("FILES_BY_WEB_SERVER", "/protected-files/")

    assert env.location("FILES_BY_WEB_SERVER") == "/protected-files/"


@pytest.mark.parametrize("value", ["/", "/files", "files/", "https://x/files/", "/a b/"])
def test_another_location_of_files_is_refused(monkeypatch, value):
    monkeypatch.setenv("FILES_BY_WEB_SERVER", value)

    assert refusal(env.location, "FILES_BY_WEB_SERVER") == (
        f"FILES_BY_WEB_SERVER is {value!r}; write it like /protected-files/."
    )


def test_files_in_a_bucket_are_not_given_to_the_web_server(monkeypatch):
    monkeypatch.setenv("FILES_BY_WEB_SERVER", "/protected-files/")
    monkeypatch.setenv("S3_BUCKET", "journal")

    assert refusal(env.location, "FILES_BY_WEB_SERVER") == (
        "FILES_BY_WEB_SERVER is for files in MEDIA_ROOT; with S3_BUCKET leave it out."
    )
