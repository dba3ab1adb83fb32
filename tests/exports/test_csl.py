"""CSL-JSON: valid by its schema, read back by citeproc-py."""

import json
from datetime import UTC, datetime
from functools import cache

import jsonschema
import pytest
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings

from articles.exports import csl, stamp
from articles.records.languages import LANGUAGES, text
from articles.records.markup import flat
from tests.exports.articles import a_full_record, the_real_article
from tests.exports.schemas import BESIDE, needs_shared, path
from tests.factories import ISSUE, JOURNAL, a_public_record
from tests.goldens import golden
from tests.strategies import full_texts, records, st

STAMP = stamp(datetime(2024, 3, 29, tzinfo=UTC))
FULL = records(title=full_texts, journal=st.just(JOURNAL), issue=st.just(ISSUE))


def write(*articles, language="all"):
    return b"".join(csl.write(articles, STAMP, language))


@cache
def validator():
    return jsonschema.Draft7Validator(json.loads(path("csl").read_text()))


def test_csl_equals_the_golden_file():
    written = json.dumps(json.loads(write(a_full_record())), ensure_ascii=False, indent=2).encode()

    assert written == golden("article.csl.json", written)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_all_languages_of_any_number_of_articles_are_one_array(count):
    articles = [a_public_record(id=number) for number in range(1, count + 1)]

    ids = [item["id"] for item in json.loads(write(*articles))]

    assert ids == [
        f"tolegenova2024-{number}-{code}" for number in range(1, count + 1) for code in LANGUAGES
    ]


@pytest.mark.parametrize(("language", "code"), [("", "ru"), ("kk", "kk"), ("ru", "ru")])
def test_one_article_is_an_object_in_the_language_that_is_asked_for(language, code):
    title = text(kk="Дала өсімдіктері", ru="Растения степи")
    record = a_public_record(language="ru", title=title)

    item = json.loads(write(record, language=language))

    assert (item["id"], item["language"], item["title"]) == (
        f"tolegenova2024-1-{code}",
        {"kk": "kk-KZ", "ru": "ru-RU"}[code],
        title[code],
    )


def test_one_article_is_an_object_without_a_language_in_its_own():
    written = b"".join(csl.write([a_public_record(language="en")], STAMP))

    assert json.loads(written)["title"] == "Plants of the steppe"


def test_an_article_without_a_title_in_that_language_is_given_in_its_own():
    record = a_public_record(language="ru", title=text(kk="Дала", ru="Степь"))

    item = json.loads(write(record, language="en"))

    assert (item["title"], item["language"]) == ("Степь", "ru-RU")


@pytest.mark.parametrize("count", [0, 2, 3])
def test_no_article_and_several_are_an_array_of_one_item_an_article(count):
    articles = [a_public_record(id=number) for number in range(1, count + 1)]

    items = json.loads(write(*articles, language="ru"))

    assert [item["id"] for item in items] == [
        f"tolegenova2024-{number}-ru" for number in range(1, count + 1)
    ]


@pytest.mark.parametrize("language", ["kk", "ru", "en", "all"])
def test_a_parallel_title_is_no_original_title(language):
    written = write(a_public_record(), a_public_record(id=2), language=language)

    assert {name for item in json.loads(written) for name in item if "title" in name} == {
        "title",
        "container-title",
    }


@needs_shared
def test_the_real_article_is_valid_and_has_the_values_of_the_worked_example():
    example = json.loads((BESIDE / "examples" / "csl.json").read_text())

    items = json.loads(write(the_real_article()))

    validator().validate(items)
    for item, expected in zip(items, example, strict=True):
        expected_names = set(expected) - {"number-of-pages", "original-title"}
        assert expected_names - set(item) == set()
        assert item["title"] == expected["title"]
        assert [author["family"] for author in item["author"]] == [
            author["family"] for author in expected["author"]
        ]
        assert (item["volume"], item["issue"], item["page"]) == ("134", "1", "23-30")


@pytest.mark.parametrize("article", [a_full_record(), a_public_record(issue=None, doi="")])
def test_csl_is_valid(article):
    validator().validate(json.loads(write(article)))


@settings(max_examples=40, deadline=None)
@given(record=FULL.filter(lambda record: not list(csl.check(record))))
def test_csl_of_any_record_is_valid(record):
    validator().validate(json.loads(write(record)))


@settings(max_examples=25, deadline=None)
@given(record=FULL.filter(lambda record: not list(csl.check(record))))
def test_citeproc_reads_any_record_without_loss(record):
    items = json.loads(write(record))

    read = CiteProcJSON(items)

    assert sorted(read) == sorted(item["id"] for item in items)
    for item in items:
        entry = read[item["id"]]
        assert str(entry.title) == record.title[item["language"][:2]]
        assert str(entry.get("DOI", "")) == record.doi
        assert [name.family for name in entry.get("author", [])] == [
            name.get("family") for name in item.get("author", [])
        ]
        assert flat(str(entry.get("abstract", ""))) == item.get("abstract", "")
