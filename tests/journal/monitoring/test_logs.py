"""Log lines: JSON with request id, user and journal, for people without; no secrets in either."""

import io
import json
import logging
import sys

import pytest
from django.contrib.auth import get_user_model
from django.db import connection

from journal.monitoring import masking, request_context
from journal.monitoring.logs import JsonFormatter, LineFormatter
from tests.factories import a_public_article

ID = "0af7651916cd43dd8448eb211c80319c"


@pytest.fixture
def log():
    """What is logged from now on, as JSON lines."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonFormatter())
    loggers = [logging.getLogger(name) for name in ("", "django")]
    for logger in loggers:
        logger.addHandler(handler)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    for logger in loggers:
        logger.removeHandler(handler)


@pytest.mark.parametrize(
    "proposed", [ID, "2f1c7d3e-8a49-4f0d-9b1e-1d2c3b4a5f6e", "req_1.2-3", "a" * 64]
)
def test_a_well_formed_id_is_taken_over(client, proposed):
    assert client.get("/healthz", HTTP_X_REQUEST_ID=proposed)["X-Request-ID"] == proposed


@pytest.mark.parametrize(
    "proposed",
    ["", "short", "a" * 65, "-leading", "two words here", f"{ID}\n", f"{ID}\r\nSet-Cookie: a=b",
     "<script>alert(1)</script>", "деректер-деректер", '"quoted-value"'],
)  # fmt: skip
def test_another_id_is_replaced(client, proposed):
    answer = client.get("/healthz", HTTP_X_REQUEST_ID=proposed)["X-Request-ID"]

    assert len(answer) == 32
    assert int(answer, 16)


@pytest.mark.django_db
def test_an_error_page_has_an_id_too(client):
    assert client.get("/no/such/page", HTTP_X_REQUEST_ID=ID)["X-Request-ID"] == ID


@pytest.mark.django_db
def test_a_request_is_one_json_line_with_id_user_and_journal(client, settings, log):
    settings.LOG_REQUESTS = True
    article = a_public_article()
    editor = get_user_model().objects.create_superuser("editor")
    client.force_login(editor)

    client.get(f"/admin/articles/article/{article.pk}/history/", HTTP_X_REQUEST_ID=ID)

    line = log()[-1]
    assert line["time"].endswith("Z")
    assert {name: line[name] for name in line.keys() - {"time", "process", "seconds",
            "query_count", "query_seconds"}} == {
        "level": "INFO",
        "logger": "journal.requests",
        "message": f"GET /admin/articles/article/{article.pk}/history/ 200",
        "request_id": ID,
        "user": editor.pk,
        "journal": article.journal.slug,
        "method": "GET",
        "path": f"/admin/articles/article/{article.pk}/history/",
        "view": "admin:articles_article_history",
        "status": 200,
    }  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("path", ["/kk/articles/{pk}/", "/ru/{slug}/issues/"])
def test_a_readers_line_has_the_journal_and_no_user(client, settings, log, path, times):
    settings.LOG_REQUESTS = True
    article = a_public_article()

    for _time in range(times):
        client.get(path.format(pk=article.pk, slug=article.journal.slug))

    assert log()[-1]["journal"] == article.journal.slug
    assert "user" not in log()[-1]


@pytest.mark.django_db
def test_without_the_setting_and_for_health_no_line_is_written(client, settings, log):
    settings.LOG_REQUESTS = False
    client.get("/robots.txt")
    settings.LOG_REQUESTS = True
    client.get("/healthz")

    assert log() == []


@pytest.mark.django_db
def test_the_context_ends_with_the_response(client):
    client.get("/robots.txt")

    assert request_context.current.get() is None


@pytest.mark.django_db
def test_a_slow_query_is_logged_without_its_parameters(client, settings, log):
    settings.SLOW_QUERY_MS = 1

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.01),\n    %s::text", ["geheim"])

    (line,) = log()
    assert line["level"] == "WARNING"
    assert (
        line["message"] == f"slow query, {line['seconds']:.3f} s: SELECT pg_sleep(0.01), %s::text"
    )


@pytest.mark.django_db
def test_no_query_is_slow_if_the_setting_is_0(settings, log):
    settings.SLOW_QUERY_MS = 0

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(0.01)")

    assert log() == []


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Not Found: /kk/proof/aB3_x-9/", "Not Found: /kk/proof/***/"),
        ("GET /ru/proof/aB3_x-9/files/7/a.png", "GET /ru/proof/***/files/7/a.png"),
        ("/login/?next=%2Fkk%2Fproof%2FaB3_x-9%2F", "/login/?next=%2Fkk%2Fproof%2F***%2F"),
        ("/admin/reset/MQ/c8z2-0f3a/", "/admin/reset/***/"),
        ("/admin/reset/MQ/set-password/", "/admin/reset/***/"),
        ("/admin/reset/done/", "/admin/reset/done/"),
        ("postgresql://journal:s3cr:et@db/journal", "postgresql://journal:***@db/journal"),
        ("redis://:s3cret@cache:6379/0", "redis://:***@cache:6379/0"),
        ("usr=a&pwd=b c&login_passwd=d", "usr=a&pwd=*** c&login_passwd=***"),
        ("{'password1': 'two words', 'b': 1}", "{'password1': ***, 'b': 1}"),
        ("Authorization: Bearer abc.def", "Authorization: ***"),
        ("/oai/?resumptionToken=abc", "/oai/?resumptionToken=abc"),
        ("/kk/articles/12/ 200", "/kk/articles/12/ 200"),
    ],
)  # fmt: skip
def test_secrets_are_masked(text, masked):
    assert masking.mask(text) == masked


def test_the_sites_own_secrets_are_masked_wherever_they_are(settings, monkeypatch):
    monkeypatch.setenv("CROSSREF_PASSWORD_10_5555", "steppe-wind")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "bucket+key/")
    settings.EMAIL_HOST_PASSWORD = "letters7"
    settings.SECRET_KEY = "k" * 50
    masking.own_secrets.cache_clear()

    text = masking.mask(f"a steppe-wind b bucket+key/ c letters7 d {'k' * 50}")

    assert text == "a *** b *** c *** d ***"
    masking.own_secrets.cache_clear()


@pytest.mark.parametrize("formatter", [LineFormatter(), JsonFormatter()])
def test_a_traceback_is_masked(formatter):
    try:
        raise ValueError("postgresql://journal:geheim@db/journal")
    except ValueError:
        record = logging.makeLogRecord({"msg": "failed", "exc_info": sys.exc_info()})

    line = formatter.format(record)

    assert "postgresql://journal:***@db/journal" in line
    assert "geheim" not in line


@pytest.mark.django_db
def test_the_link_of_a_proof_reaches_no_log(client, settings, log):
    settings.LOG_REQUESTS = True

    client.get("/kk/proof/0123456789abcdef0123456789abcdef/")

    lines = log()
    assert [line["message"] for line in lines] == [
        "GET /kk/proof/***/ 404",
        "Not Found: /kk/proof/***/",
    ]
    assert len({line["request_id"] for line in lines}) == 1
    assert "0123456789abcdef" not in json.dumps(lines)


def test_a_message_of_several_lines_is_one_json_line_in_its_own_letters():
    record = logging.makeLogRecord({"msg": "бір\nекі \ud800 %s", "args": ('"',)})

    line = JsonFormatter().format(record)

    assert "\n" not in line
    assert "бір" in line
    assert json.loads(line)["message"] == 'бір\nекі \ud800 "'
