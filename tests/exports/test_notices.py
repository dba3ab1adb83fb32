"""Retracted, corrected, doubted, withdrawn, translated: what each receiver is told."""

import difflib
import json
from datetime import date

import msgspec
import pytest
from lxml import etree

from articles.citations import STYLES, cite
from articles.exports import FORMATS, highwire
from articles.exports.notices import notice_lines, related_url
from articles.records.languages import text
from articles.records.notices import with_marked_title
from articles.records.record import Record, Relation
from tests.exports.articles import written
from tests.exports.schemas import errors
from tests.factories import a_public_record
from tests.goldens import golden
from tests.imports.records import records_in

NOTICE, ARTICLE = "10.5555/notice", "10.5555/article"


def related(kind, doi="", **changes) -> Record:
    relation = Relation(kind=kind, article_id=7, doi=doi)
    return a_public_record(relations=(relation,), **changes)


STATES = {
    "retracted": related("retracted_by", NOTICE, status="retracted"),
    "retracted by a notice without a DOI": related("retracted_by", status="retracted"),
    "retracted, the notice is not known": a_public_record(status="retracted"),
    "retraction notice": related("retracts", ARTICLE, type="retraction"),
    "corrected": related("corrected_by", NOTICE),
    "corrected by a notice without a DOI": related("corrected_by"),
    "correction notice": related("corrects", ARTICLE, type="correction"),
    "concern": related("concern_expressed_by", NOTICE),
    "concern notice": related("expresses_concern", ARTICLE, type="editorial"),
    "withdrawn": a_public_record(status="withdrawn"),
    "translation": related("translates", ARTICLE),
    "translated": related("translated_by", NOTICE),
}
XML = {"crossref": "crossref", "jats": "jats", "datacite": "datacite", "doaj": "doaj",
       "oai_dc": "oai", "rinc": "rinc"}  # fmt: skip


def lines(format: str, record: Record) -> list[str]:
    """An export line by line, JSON indented."""
    content = written(format, record).decode()
    if FORMATS[format].extension in ("json", "jsonld"):
        content = json.dumps(json.loads(content), ensure_ascii=False, indent=1)
    return content.splitlines()


def tagged(record: Record) -> list[str]:
    tags = [*highwire.tags(record), *highwire.dublin_core(record)]
    return [f"{name}: {content}" for name, content in tags]


def added(plain: list[str], found: list[str]) -> list[str]:
    """The lines that an article in this state has and a plain one has not."""
    return [line[2:].strip() for line in difflib.ndiff(plain, found) if line.startswith("+ ")]


def told(name: str, write) -> list[str]:
    plain = write(a_public_record())
    table = []
    for state, record in STATES.items():
        table += [f"## {name}: {state}", *(added(plain, write(record)) or ["(nothing)"]), ""]
    return table


def test_every_receiver_is_told_what_it_can_hear():
    table = [line for name in FORMATS for line in told(name, lambda record: lines(name, record))]  # noqa: B023
    table += told("meta tags", tagged)
    content = "\n".join(table).encode()

    assert content == golden("notices.txt", content)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("format", XML)
def test_every_state_is_valid(format, state):
    assert errors(written(format, STATES[state]), XML[format]) == []


MARKED = {
    "kk": "КЕРІ ҚАЙТАРЫЛДЫ: Дала өсімдіктері",
    "ru": "РЕТРАГИРОВАНА: Растения степи",
    "en": "RETRACTED: Plants of the steppe",
}


def test_a_mark_is_in_the_language_of_the_title():
    retracted = with_marked_title(a_public_record(status="retracted"))

    assert retracted.title == MARKED


@pytest.mark.parametrize("status", ["draft", "ready", "published"])
def test_other_articles_have_no_mark(status):
    record = a_public_record(status=status)

    assert with_marked_title(record) is record


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Retracted: Plants", "Retracted: Plants"),
        ("<b>RETRACTED</b> Plants", "<b>RETRACTED</b> Plants"),
        ("Ретрагирована: Plants", "Ретрагирована: Plants"),
        ("Plants retracted", "RETRACTED: Plants retracted"),
        ("<i>Stipa</i>", "RETRACTED: <i>Stipa</i>"),
        ("<i></i>", "<i></i>"),
        (" ", " "),
    ],
)
def test_a_title_is_marked_once_and_an_empty_one_not_at_all(title, expected):
    record = a_public_record(status="retracted", title={"en": title})

    assert with_marked_title(record).title == {"en": expected}


@pytest.mark.parametrize("format", ["crossref", "datacite", "doaj", "oai_dc", "rinc"])
def test_the_title_of_a_retracted_article_says_so_in_every_language(format):
    root = etree.fromstring(written(format, STATES["retracted"]))

    titles = {
        element.text for element in root.iterfind(".//{*}*") if element.text in MARKED.values()
    }
    assert titles == set(MARKED.values())


@pytest.mark.parametrize(
    ("state", "language", "expected"),
    [
        ("retracted", "en", ["Retracted: https://doi.org/10.5555/notice"]),
        ("retracted", "kk", ["Кері қайтарылды: https://doi.org/10.5555/notice"]),
        ("retracted, the notice is not known", "ru", ["Ретрагирована"]),
        ("withdrawn", "en", ["Withdrawn"]),
        ("corrected", "ru", ["Исправлена: https://doi.org/10.5555/notice"]),
        (
            "corrected by a notice without a DOI",
            "en",
            ["Corrected: https://journal.example.org/kk/articles/7/"],
        ),
        ("concern", "en", ["Expression of concern: https://doi.org/10.5555/notice"]),
        ("translated", "en", []),
    ],
)
def test_a_notice_is_a_line_of_text(state, language, expected):
    assert list(notice_lines(STATES[state], language)) == expected


def test_a_withdrawn_article_that_was_retracted_before_has_both_lines():
    record = related("retracted_by", NOTICE, status="withdrawn")

    assert list(notice_lines(record, "en")) == [
        "Withdrawn",
        "Retracted: https://doi.org/10.5555/notice",
    ]


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        (Relation(kind="corrects", doi="10.5555/a"), "https://doi.org/10.5555/a"),
        (Relation(kind="corrects", article_id=7), "https://journal.example.org/kk/articles/7/"),
        (
            Relation(kind="corrects", article_id=7, doi="bad"),
            "https://journal.example.org/kk/articles/7/",
        ),
        (Relation(kind="corrects"), ""),
    ],
)
def test_the_other_article_has_the_address_of_its_doi_or_its_page(relation, expected):
    assert related_url(a_public_record(), relation) == expected


def test_without_a_site_there_is_no_page():
    record = a_public_record(site="")

    assert related_url(record, Relation(kind="corrects", article_id=7)) == ""


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("kk", "Дала өсімдіктері [Кері қайтарылды]"),
        ("ru", "Растения степи [Ретрагирована]"),
        ("en", "Plants of the steppe [Retracted]"),
    ],
)
def test_citations_have_the_word_after_the_title(style, language, expected):
    assert expected in cite(STATES["retracted"], style, language)


@pytest.mark.parametrize("status", ["retracted", "withdrawn"])
def test_jats_is_read_back_with_what_became_of_the_article(status):
    xml = written("jats", a_public_record(status=status))

    (record,) = records_in(xml)

    assert (record.status, record.title) == (status, a_public_record().title)


def test_jats_of_a_published_article_is_read_as_a_draft():
    (record,) = records_in(written("jats", a_public_record()))

    assert record.status == "draft"


def test_several_notices_stand_in_one_note():
    relations = (
        Relation(kind="corrected_by", doi="10.5555/one_two"),
        Relation(kind="concern_expressed_by", doi="10.5555/b"),
    )
    record = a_public_record(relations=relations, title=text(en="Plants"), language="en")

    bibtex = written("bibtex", record).decode()
    csl = json.loads(written("csl", record))

    assert (
        "  note      = {Corrected: https://doi.org/10.5555/one\\_two; "
        "Expression of concern: https://doi.org/10.5555/b}"
    ) in bibtex
    (item,) = csl if isinstance(csl, list) else [csl]
    assert item["note"] == (
        "Corrected: https://doi.org/10.5555/one_two; "
        "Expression of concern: https://doi.org/10.5555/b"
    )


def test_crossmark_tells_the_update_of_a_notice():
    journal = msgspec.structs.replace(a_public_record().journal, crossmark_doi="10.5555/policy")
    notice = related("retracts", ARTICLE, type="retraction", journal=journal)
    root = etree.fromstring(written("crossref", notice))

    (update,) = root.iterfind(".//{*}update")

    assert (update.get("type"), update.get("date"), update.text) == (
        "retraction",
        date(2024, 3, 29).isoformat(),
        ARTICLE,
    )
