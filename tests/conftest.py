"""Every test has messages in English, plain static files and a folder of its own for uploads."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _plain_files(settings, tmp_path):
    settings.STORAGES = {
        "default": {"BACKEND": "journal.folder.Folder"},
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.MEDIA_ROOT = tmp_path
