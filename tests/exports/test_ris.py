"""RIS: one entry for each article, or for each of its languages, read back by rispy."""

from datetime import UTC, date, datetime

import pytest
import rispy
from hypothesis import assume, given, settings

from articles.exports import ris, stamp
from articles.records.facts import IssueFacts
from articles.records.languages import LANGUAGES, text
from articles.records.markup import flat, plain
from articles.records.names import inverted_name
from tests.exports.articles import a_full_record, the_real_article
from tests.exports.schemas import needs_shared
from tests.factories import a_public_record, an_author
from tests.goldens import golden
from tests.strategies import dois, full_texts, names

STAMP = stamp(datetime(2024, 3, 29, tzinfo=UTC))


def write(*articles, language="all"):
    return b"".join(ris.write(articles, STAMP, language))


def read(written):
    return rispy.loads(written.decode())


def test_ris_equals_the_golden_file():
    written = write(a_full_record())

    assert written == golden("article.ris", written)


def test_every_line_ends_with_crlf_and_an_entry_begins_with_its_type():
    lines = write(a_public_record()).split(b"\r\n")

    assert not any(b"\n" in line for line in lines)
    assert lines[0] == b"TY  - JOUR"
    assert lines.count(b"ER  - ") == 3


def test_each_author_has_a_line_and_keeps_their_order():
    entries = read(write(a_full_record()))

    assert [entry["authors"] for entry in entries] == [
        ["Төлегенова, Ұлжан Сейітқызы", "Сарыарқа", "«Дала» тобы"],
        ["Тулегенова, Улжан Сейтовна", "Сарыарқа", "Группа «Степь»"],
        ["Tolegenova, Ulzhan Seitkyzy", "Saryarqa", "The Steppe Group"],
    ]


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("", [("ru", "Растения степи")]),
        ("kk", [("kk", "Дала өсімдіктері")]),
        ("ru", [("ru", "Растения степи")]),
        ("en", [("ru", "Растения степи")]),  # it has no English title: its own is given
        ("all", [("ru", "Растения степи"), ("kk", "Дала өсімдіктері")]),
    ],
)
def test_an_article_is_one_entry_in_the_language_that_is_asked_for(language, titles):
    title = text(kk="Дала өсімдіктері", ru="Растения степи")

    entries = read(write(a_public_record(language="ru", title=title), language=language))

    assert [(entry["language"], entry["title"]) for entry in entries] == titles


def test_a_title_in_another_language_is_neither_original_nor_translated():
    lines = write(a_public_record()).decode().split("\r\n")

    assert [line for line in lines if line.startswith(("OP", "TT"))] == []


@pytest.mark.parametrize(
    ("issue", "published_on", "expected"),
    [
        (IssueFacts(year=2024, published_on=date(2024, 3, 29)), date(2024, 3, 9), "2024/03/29/"),
        (IssueFacts(year=2024), date(2024, 3, 9), "2024///"),
        (IssueFacts(year=2023), date(2024, 1, 9), "2023///"),
        (None, date(2024, 3, 9), "2024/03/09/"),
        (None, None, None),
    ],
)
def test_the_date_is_always_in_the_year_that_readers_cite(issue, published_on, expected):
    record = a_public_record(issue=issue, published_on=published_on)

    assert read(write(record))[0].get("date") == expected


def test_a_doi_with_a_semicolon_is_one_address():
    (entry,) = read(write(a_public_record(doi="10.5555/a<1::aid>3.0;2-b"), language="kk"))

    assert entry["doi"] == "10.5555/a<1::aid>3.0;2-b"
    assert entry["urls"] == ["https://doi.org/10.5555/a%3C1::aid%3E3.0%3B2-b"]


@settings(max_examples=40, deadline=None)
@given(title=full_texts, abstract=full_texts, name=names, doi=dois)
def test_any_text_is_read_back_without_loss(title, abstract, name, doi):
    assume(all(plain(title[code]).strip() for code in LANGUAGES))
    author = an_author(names=dict.fromkeys(LANGUAGES, name))
    record = a_public_record(title=title, abstract=abstract, authors=(author,), doi=doi)

    entries = {entry["language"]: entry for entry in read(write(record))}

    for code in LANGUAGES:
        entry = entries[code]
        assert entry["title"] == flat(title[code]).strip()
        assert entry.get("abstract", "") == flat(abstract[code]).strip()
        assert entry["authors"] == [inverted_name(name).strip()]
        assert entry["doi"] == doi


@needs_shared
def test_the_real_article_is_read_back_without_loss():
    record = the_real_article()

    entries = read(write(record))

    assert [entry["language"] for entry in entries] == ["kk", "ru", "en"]
    for entry in entries:
        code = entry["language"]
        assert entry["title"] == record.title[code]
        assert entry["abstract"] == record.abstract[code]
        assert tuple(entry["keywords"]) == record.keywords[code]
        assert entry["authors"] == [inverted_name(author.names[code]) for author in record.authors]
        assert entry["doi"] == record.doi
