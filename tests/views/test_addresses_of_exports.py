"""Every old address of the exports in ../shared/ojs, after an import of each."""

from __future__ import annotations

import hashlib
import json
from functools import cache

import pytest

from articles.intake.ojs.export import Export
from articles.intake.ojs.importing import OjsImporter
from articles.publishing.imported_articles import ImportPublisher
from tests.factories import a_journal
from tests.imports.ojs.truth import TRUTHS

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not TRUTHS, reason="the exports of OJS are not in ../shared/ojs"),
]


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_old_address_is_answered_as_it_was(client, path):
    truth = json.loads(path.read_text())
    import_export(path, truth["slug"])
    sha256_of = cache(lambda url: digest_of(client.get(url)))

    wrong = []
    for address in truth["old_urls"]:
        response = client.get(address["path"])
        answer = (response.status_code, response.headers.get("Location", ""))
        if not is_right(address, *answer, sha256_of, has_files="fileurls" not in path.name):
            wrong.append((address, answer))

    assert wrong == []


def import_export(path, slug):
    export = Export(
        paths=(path.with_name(path.name.replace(".truth.json", ".xml")),),
        journal=a_journal(),
        slug=slug,
    )
    list(OjsImporter(export=export, publisher=ImportPublisher(override="archive")).run())


def is_right(address, status, url, sha256_of, has_files):
    if not address["public"]:
        return status == 404
    if status != 301:
        return False
    if "redirects_to" in address:
        return url == address["redirects_to"]
    if "sha256" in address and has_files:
        return sha256_of(url) == address["sha256"]
    return (
        "/issues/" in url
        if address["kind"] == "issue"
        else url.endswith("/") and "/articles/" in url
    )


def digest_of(response):
    if response.status_code != 200 or not response.streaming:
        return f"{response.status_code}"
    return hashlib.sha256(b"".join(response.streaming_content)).hexdigest()
