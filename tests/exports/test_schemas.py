"""The published schemas, as the tests load them, still refuse what is wrong."""

import pytest

from tests.exports.articles import a_full_record, written
from tests.exports.schemas import PUBLISHED, errors, path

WRONG = {
    "crossref": (b"<surname>", b"<surname><b/>"),
    "jats": (b"<article-title ", b"<para/><article-title "),
    "datacite": (b'titleType="TranslatedTitle"', b'titleType="Translated"'),
    "doaj": (b"<language>", b"<language>x"),
    "rinc": (b"<artTitles>", b"<artTitles><b/>"),
}


@pytest.mark.parametrize("format", WRONG)
def test_one_change_makes_a_document_invalid(format):
    right, wrong = WRONG[format]
    xml = written(format, a_full_record())

    assert errors(xml, format) == []
    assert right in xml
    assert errors(xml.replace(right, wrong, 1), format) != []


def test_identifiers_and_links_of_jats_are_checked():
    xml = written("jats", a_full_record())
    doubled = xml.replace(b'id="ref2"', b'id="ref1"', 1).replace(b'rid="aff2"', b'rid="aff9"', 1)

    twice, dangling = errors(doubled, "jats")

    assert twice.endswith("'ref1' is not a valid value of the atomic type 'xs:ID'.")
    assert dangling == "no id aff9"


def test_jats_of_another_number_is_refused():
    xml = written("jats", a_full_record()).replace(b'dtd-version="1.3"', b'dtd-version="1.9"')

    assert len(errors(xml, "jats")) > 0


def test_a_missing_schema_is_named_with_its_origin(settings, tmp_path, monkeypatch):
    monkeypatch.setattr("tests.exports.schemas.FETCHED", tmp_path)
    settings.SCHEMAS_DIR = tmp_path / "absent"

    with pytest.raises(pytest.skip.Exception) as skipped:
        path("doaj")

    assert str(skipped.value) == (
        "not proved by the schema of DOAJ articles 1.3, doaj/doajArticles.xsd in var/schemas: "
        "doaj.org/static/doaj has it, and iso_639-2b.xsd"
    )


def test_a_schema_put_in_by_hand_is_found(settings, tmp_path, monkeypatch):
    monkeypatch.setattr("tests.exports.schemas.FETCHED", tmp_path)
    settings.SCHEMAS_DIR = tmp_path / "absent"
    for schema in PUBLISHED.values():
        file = tmp_path / schema.pattern.replace("*", "7")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()

    assert [path(name).parent.name for name in PUBLISHED] == [
        "crossref-5.5.0", "crossref-5.5.0", "jats-1.3-dtd", "csl", "datacite-4.7", "doaj", "oai",
        "elibrary",
    ]  # fmt: skip
