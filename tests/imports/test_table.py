"""The CSV template: a row for an article."""

from pathlib import Path

import pytest

from articles import imports
from articles.imports import Unreadable
from articles.imports.reading import NamedFile
from articles.imports.table import COLUMNS
from articles.records.facts import IssueFacts
from articles.records.languages import text

TEMPLATE = Path(__file__).parents[2] / "docs" / "articles-template.csv"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_row_is_an_article(delimiter):
    cells = {
        "language": "ru", "year": "2019", "number": "2", "pages": "1-5", "pdf": "a.pdf",
        "title_ru": "Степь", "title_en": "Steppe", "keywords_ru": '"вода; соль"',
        "authors_ru": '"Тестова А.Б.; Ли В."', "affiliations_ru": "Институт",
    }  # fmt: skip
    lines = f"{delimiter.join(cells)}\n{delimiter.join(cells.values())}\n"

    (reading,) = imports.read(b"\xef\xbb\xbf" + lines.encode())

    record = reading.record
    assert record.title == text(ru="Степь", en="Steppe")
    assert record.keywords == {"ru": ("вода", "соль")}
    assert [author.names["ru"].family for author in record.authors] == ["Тестова", "Ли"]
    assert [author.marks for author in record.authors] == [(1,), (1,)]
    assert record.issue == IssueFacts(year=2019, number="2")
    assert (record.first_page, record.last_page) == ("1", "5")
    assert reading.files == (NamedFile(name="a.pdf", language="ru"),)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("language,title_ru\n", "The file contains no article."),
        ("language,title_ru,x\nru,a,b\n", "x: The template has no such column. Check its name."),
        ("language,title_ru\nde,a\n", "record 1: language: The language is one of: kk, ru, en."),
        (
            "language,title_ru,published_on\nru,a,1.6.2019\n",
            "record 1: published_on: This is not a date. Use the format 2024-03-29.",
        ),
    ],
)
def test_a_wrong_table_is_refused_with_its_row_and_column(content, message):
    with pytest.raises(Unreadable) as refusal:
        imports.read(content.encode())

    assert str(refusal.value) == message


def test_the_template_has_every_column():
    assert TEMPLATE.read_text().strip() == ",".join(COLUMNS)
