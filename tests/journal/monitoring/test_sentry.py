"""Error reports: what a report holds of a request, and what it does not."""

import json

import pytest
import sentry_sdk
from django.contrib.auth import get_user_model
from django.core.exceptions import ImproperlyConfigured

from journal import environment as env
from journal.monitoring import sentry

DSN = "https://key@sentry.example.org/1"
ID = "0af7651916cd43dd8448eb211c80319c"


@pytest.fixture
def reports(monkeypatch):
    """The reports that would be sent."""
    sent = []

    class Transport(sentry_sdk.Transport):
        def capture_envelope(self, envelope):
            sent.append(envelope.get_event())

    init = sentry_sdk.init
    monkeypatch.setattr(
        sentry.sentry_sdk, "init", lambda **options: init(transport=Transport, **options)
    )
    sentry.start(DSN, "journal.example.org")
    yield sent
    init()


@pytest.mark.django_db
def test_a_report_names_request_and_editor_and_no_secret(client, reports, monkeypatch, settings):
    editor = get_user_model().objects.create_superuser("editor", "editor@example.org")
    client.force_login(editor)
    client.raise_request_exception = False

    def fail(token):
        assert sentry.current.get().request.user.pk == editor.pk  # as views of the admin ask
        raise ValueError("postgresql://journal:geheim@db/journal")

    monkeypatch.setattr("articles.views.proof.proof_or_404", fail)

    client.get("/kk/proof/aB3_x-9/?a=b", HTTP_X_REQUEST_ID=ID)

    (report,) = [sent for sent in reports if "exception" in sent]
    assert report["tags"]["request_id"] == ID
    assert report["user"] == {"id": editor.pk}
    assert report["request"] == {"method": "GET", "url": f"{settings.SITE_URL}/kk/proof/***/"}
    text = json.dumps(report, default=str)
    assert "postgresql://journal:***@db/journal" in text
    for secret in ("geheim", "aB3_x-9", "editor@example.org", client.cookies["sessionid"].value):
        assert secret not in text


def test_without_the_setting_there_are_no_reports(monkeypatch):
    monkeypatch.delenv("SENTRY_DSN", raising=False)

    assert env.sentry("SENTRY_DSN") == ""


@pytest.mark.parametrize(
    "dsn", ["sentry.example.org", "https://sentry.example.org/1", "https://key@host"]
)
def test_a_dsn_that_cannot_be_read_is_refused(monkeypatch, dsn):
    monkeypatch.setenv("SENTRY_DSN", dsn)

    with pytest.raises(ImproperlyConfigured) as error:
        env.sentry("SENTRY_DSN")

    assert str(error.value) == ("SENTRY_DSN cannot be read; write https://key@sentry.host/number.")


def test_without_the_package_the_program_says_what_to_install(monkeypatch):
    monkeypatch.setenv("SENTRY_DSN", DSN)
    monkeypatch.setattr(env, "find_spec", lambda package: None)

    with pytest.raises(ImproperlyConfigured) as error:
        env.sentry("SENTRY_DSN")

    assert str(error.value) == (
        "SENTRY_DSN needs another package: "
        ".venv/bin/pip install --require-hashes -r requirements-sentry.txt"
    )
