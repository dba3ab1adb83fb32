"""The table template, CSV and XLSX: a row for an article."""

import io
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import Workbook

from articles import imports
from articles.imports import Unreadable, table_workbook
from articles.imports.reading import NamedFile
from articles.imports.table import COLUMNS
from articles.imports.table_template import csv_template, xlsx_template
from articles.records.facts import IssueFacts
from articles.records.languages import text

TEMPLATE = Path(__file__).parents[2] / "docs" / "articles-template.csv"
XLSX = TEMPLATE.with_suffix(".xlsx")


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
        ("language,title_ru\nde,a\n", "line 2: language: The language is one of: kk, ru, en."),
        (
            "language,title_ru,published_on\nru,a,spring 2019\n",
            "line 2: published_on: This is not a date. Use the format 2024-03-29.",
        ),
        (
            'language,title_ru,published_on\nru,"a\nb",\n\nru,b,spring 2019\n',
            "line 5: record 2: published_on: This is not a date. Use the format 2024-03-29.",
        ),
        ("language,title_ru,title_ru\nru,a,b\n", "title_ru: The table has this column twice."),
        ("language,title_ru\nru,a,b\n", "line 2: “b” stands in a column without a name."),
    ],
)
def test_a_wrong_table_is_refused_with_its_row_and_column(content, message):
    with pytest.raises(Unreadable) as refusal:
        imports.read(content.encode())

    assert str(refusal.value) == message


def test_the_template_has_every_column():
    assert TEMPLATE.read_text().strip() == ",".join(COLUMNS)


def xlsx(*rows):
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def changed(content, **members):
    """The archive with other contents of members, such as `sheet1`."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, members.get(Path(name).stem, old.read(name)))
    return target.getvalue()


HEADER = ("language", "title_ru", "year", "published_on")
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def test_a_row_of_a_workbook_is_an_article():
    (reading,) = imports.read(xlsx(HEADER, ("ru", "Степь", 2019, date(2019, 6, 1))))

    assert reading.record.title == text(ru="Степь")
    assert reading.record.published_on == date(2019, 6, 1)


def test_numbers_and_formulas_are_texts():
    content = xlsx((*HEADER, "number", "udc"), ("ru", "=1+1", 2019.0, None, 2, 58.9))

    (reading,) = imports.read(content)

    assert reading.record.title == text(ru="=1+1")
    assert reading.record.issue == IssueFacts(year=2019, number="2")
    assert reading.record.udc == ("58.9",)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([HEADER], "The file contains no article."),
        ([("a", "b"), ("c", "d")], "a: The template has no such column. Check its name."),
        ([], "This table does not have the columns of the template: language, …"),
        (
            [HEADER, ("ru", "a"), (), ("ru", "b", 2019, "spring 2019")],
            "line 4: record 2: published_on: This is not a date. Use the format 2024-03-29.",
        ),
        ([HEADER, ("ru", "a", "", "", "b")], "line 2: “b” stands in a column without a name."),
    ],
)
def test_a_wrong_workbook_is_refused_as_a_csv_is(rows, message):
    with pytest.raises(Unreadable) as refusal:
        imports.read(xlsx(*rows))

    assert str(refusal.value) == message


LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghij"))


@pytest.mark.parametrize(
    "sheet",
    [
        "<worksheet",
        f'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">{LAUGHS}]>{SHEET}<sheetData><row><c t="inlineStr">'
        "<is><t>&j;</t></is></c></row></sheetData></worksheet>",
    ],
)
def test_a_damaged_or_hostile_sheet_is_refused(sheet):
    with pytest.raises(Unreadable, match="This XLSX file is damaged or too complex"):
        imports.read(changed(xlsx(HEADER, ("ru", "a")), sheet1=sheet))


def test_a_sheet_that_reads_a_file_of_the_server_does_not(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    sheet = (
        f'<!DOCTYPE a [<!ENTITY a SYSTEM "{secret.as_uri()}">]>{SHEET}<sheetData><row r="1">'
        '<c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>'
    )

    with pytest.raises(Unreadable) as refusal:
        imports.read(changed(xlsx(HEADER), sheet1=sheet))

    assert "secret" not in str(refusal.value)


def test_a_bomb_is_refused_before_it_is_unpacked():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(100_000_001))

    with pytest.raises(Unreadable, match="unpacks to more than 100 MB"):
        imports.read(target.getvalue())


def test_half_a_workbook_is_refused():
    content = xlsx(HEADER, ("ru", "a"))

    with pytest.raises(Unreadable):
        imports.read(content[: len(content) // 2])


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr(table_workbook, "ROWS_MOST", 2)

    with pytest.raises(Unreadable, match="more than 10,000 rows"):
        imports.read(xlsx(HEADER, *[("ru", "a")] * 3))


def test_a_cell_far_down_makes_no_million_rows():
    workbook = Workbook()
    workbook.active.append(HEADER)
    workbook.active.cell(1_048_576, 1, "ru")
    workbook.active.cell(1_048_576, 2, "a")
    target = io.BytesIO()
    workbook.save(target)

    (reading,) = imports.read(target.getvalue())

    assert reading.record.title == text(ru="a")


@pytest.mark.parametrize(
    "template", [csv_template(), xlsx_template(), XLSX.read_bytes()], ids=["csv", "xlsx", "docs"]
)
def test_the_templates_are_read_and_have_no_article(template):
    with pytest.raises(Unreadable, match=r"^The file contains no article\.$"):
        imports.read(template)
