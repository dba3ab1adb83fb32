"""A stand-in for Crossref over real HTTP, and its login in the environment."""

import pytest

from articles.dois.stand_in import LOGIN, PASSWORD, StandIn


@pytest.fixture
def crossref(settings, monkeypatch):
    monkeypatch.setenv("CROSSREF_LOGIN_10_5555", LOGIN)
    monkeypatch.setenv("CROSSREF_PASSWORD_10_5555", PASSWORD)
    with StandIn() as service:
        settings.CROSSREF_HOST = service.address
        yield service
