"""schema.org by our own rules, for it has no schema: keys, addresses, dates, no empty values."""

import json
import re
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings

from articles.exports import schema_org, stamp
from articles.records.languages import LANGUAGES, text
from articles.records.markup import flat
from articles.records.notices import with_marked_title
from tests.exports.articles import a_full_record, the_real_article
from tests.exports.schemas import BESIDE, needs_shared
from tests.exports.strategies import public_records
from tests.factories import a_public_record
from tests.goldens import golden

STAMP = stamp(datetime(2024, 3, 29, tzinfo=UTC))
ADDRESSES = {"@id", "url", "license", "contentUrl", "sameAs", "mainEntityOfPage", "image"}
DATES = {"datePublished", "dateModified", "dateCreated"}
REQUIRED = {"@type", "@id", "url", "inLanguage", "headline", "name"}


def write(*articles):
    return b"".join(schema_org.write(articles, STAMP))


def faults(node, path=""):
    """Where our rules are broken."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from faults(value, f"{path}.{name}")
            if name in ADDRESSES and not re.match(r"https?://\S+$", value):
                yield f"{path}.{name}: {value}"
            if name in DATES and not re.match(r"\d{4}(-\d\d-\d\d)?$", value):
                yield f"{path}.{name}: {value}"
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from faults(value, f"{path}[{place}]")
    elif node in ("", None):
        yield f"{path}: empty"
    if node in ([], {}):
        yield f"{path}: empty"


def test_schema_org_equals_the_golden_file():
    element = schema_org.element(a_full_record())
    written = json.dumps(element, ensure_ascii=False, indent=2).encode()

    assert written == golden("article.jsonld", written)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_any_number_of_articles_is_one_graph(count):
    articles = [a_public_record(doi=f"10.5555/{number}") for number in range(count)]

    graph = json.loads(write(*articles))

    assert graph["@context"] == "https://schema.org"
    assert [article["@id"] for article in graph["@graph"]] == [
        f"https://doi.org/10.5555/{number}" for number in range(count)
    ]


def test_titles_and_abstracts_have_their_languages():
    element = schema_org.element(a_public_record())

    assert element["name"] == [
        {"@language": "kk", "@value": "Дала өсімдіктері"},
        {"@language": "ru", "@value": "Растения степи"},
        {"@language": "en", "@value": "Plants of the steppe"},
    ]
    assert [each["@language"] for each in element["abstract"]] == ["kk", "ru", "en"]


def test_a_script_in_a_title_cannot_end_the_pages_script():
    record = a_public_record(title=text(en="</script><script>alert('&')</script>\u2028"))

    script = schema_org.script(record)

    assert not set("<>&\u2028") & set(script)
    assert json.loads(script)["headline"] == flat(record.title["en"]).strip()


@needs_shared
def test_the_real_article_has_the_keys_of_the_worked_example():
    example = json.loads((BESIDE / "examples" / "schema-org.jsonld").read_text())
    lacking = {"@context", "license", "encoding"}  # the manuscript says neither

    element = schema_org.element(the_real_article())

    assert set(example) - lacking - set(element) == set()
    assert element["name"] == example["name"]
    assert element["keywords"] == example["keywords"]
    assert [author["familyName"] for author in element["author"]] == [
        author["familyName"] for author in example["author"]
    ]


@settings(max_examples=40, deadline=None)
@given(record=public_records().filter(lambda record: not list(schema_org.check(record))))
def test_any_record_keeps_our_rules(record):
    element = schema_org.element(record)

    assert list(faults(element)) == []
    assert set(element) >= REQUIRED
    expected = with_marked_title(record).title
    for code in LANGUAGES:
        written = {each["@language"]: each["@value"] for each in element["name"]}
        assert written.get(code, "") == flat(expected.get(code, "")).strip()
    assert json.loads(write(record))["@graph"] == [element]


@pytest.mark.parametrize(
    ("holder", "kind"),
    [("Tolegenova U.", "Person"), ("Dala Press", "Organization")],
)
def test_a_copyright_holder_is_a_person_where_an_author_is_named(holder, kind):
    record = a_public_record(copyright_holder={"en": holder})

    assert schema_org.element(record)["copyrightHolder"] == {"@type": kind, "name": holder}
