"""Tables as offices keep them: other names, other headings, other ways to write a value."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import Workbook

from articles import imports
from articles.imports import Unreadable
from articles.imports.table_columns import IGNORED, column_of
from articles.imports.table_values import (
    day_in,
    keywords_in,
    name_and_marks,
    people_in,
    shown,
    without_numbers,
)
from articles.records.facts import IssueFacts
from articles.records.names import Name


def workbook(*rows, merged=(), further=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    for title in further:
        book.create_sheet(title).append(["x"])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("title_ru", "title_ru"),
        ("Название (каз)", "title_kk"),
        ("Название статьи на русском языке", "title_ru"),
        ("Атауы (ағылш.)", "title_en"),
        ("Тақырыбы (қаз)", "title_kk"),
        ("Название", "title"),
        ("Название журнала", ""),
        ("Язык статьи", "language"),
        ("Тілі", "language"),
        ("Год выпуска", "year"),
        ("Жылы", "year"),
        ("№ журнала", "number"),
        ("Номер", "number"),
        ("Номер тома", "volume"),
        ("Стр.", "pages"),
        ("Беттері", "pages"),
        ("Авторы (англ)", "authors_en"),
        ("Ф.И.О.", "authors"),
        ("Страна автора", ""),
        ("E-mail автора", ""),
        ("Место работы (рус)", "affiliations_ru"),
        ("Название организации", "affiliations"),
        ("Түйін сөздер (қаз)", "keywords_kk"),
        ("Түйіндеме (қаз)", "abstract_kk"),
        ("Аннотация EN", "abstract_en"),
        ("ӘОЖ", "udc"),
        ("МРНТИ", "irsti"),
        ("Дата публикации", "published_on"),
        ("Дата поступления", ""),
        ("Рубрика", "section"),
        ("Рецензент", ""),
        ("№ п/п", IGNORED),
    ],
)
def test_a_column_is_known_by_what_it_is_called(heading, column):
    assert column_of(heading) == column


def test_a_table_with_russian_headings_is_read():
    content = workbook(
        ["№", "Язык", "DOI", "Год", "№", "Страницы", "Название (рус)", "Авторы (рус)", "Рецензент"],
        [1, "русский", "https://doi.org/10.5555/a", 2021, "1 (25)", "15–18 с.", "О соли",
         "Петров И.И., Ким А.Б.", "Ли"],
    )  # fmt: skip

    (reading,) = imports.read(content)

    record = reading.record
    assert (record.language, record.doi, record.title) == ("ru", "10.5555/a", {"ru": "О соли"})
    assert record.issue == IssueFacts(year=2021, number="1", through_number="25")
    assert (record.first_page, record.last_page) == ("15", "18")
    assert [each.names["ru"] for each in record.authors] == [
        Name("Петров", "И.", "И."),
        Name("Ким", "А.", "Б."),
    ]
    assert reading.notes == ("Columns that were not taken: Рецензент.",)


def test_a_heading_may_have_a_caption_above_and_two_rows():
    content = workbook(
        ["Журнал «Наука степи», 2019"],
        ["№", "Автор", None, "Название", None, "Выпуск", None, "Стр."],
        [None, "рус", "англ", "каз", "рус", "год", "№", None],
        [1, "Ли О.", "Li O.", "Тұз", "Соль", 2019, 2, "5-9"],
        merged=["A1:H1", "B2:C2", "D2:E2", "F2:G2"],
    )

    (reading,) = imports.read(content, "ru")

    record = reading.record
    assert record.title == {"kk": "Тұз", "ru": "Соль"}
    assert record.authors[0].names == {"ru": Name("Ли", "О."), "en": Name("Li", "O.")}
    assert (record.issue, record.first_page) == (IssueFacts(year=2019, number="2"), "5")


def test_a_column_without_a_language_is_in_that_of_the_article():
    content = workbook(["Язык", "Название", "Авторы", "Год"], ["каз", "Тұз", "Әлиев Е.", 2020])

    (reading,) = imports.read(content)

    assert reading.record.title == {"kk": "Тұз"}
    assert list(reading.record.authors[0].names) == ["kk"]


def test_a_table_that_does_not_say_its_language_is_refused_with_what_to_do():
    content = workbook(["Название (рус)", "Название (англ)", "Год"], ["Соль", "Salt", 2020])

    with pytest.raises(Unreadable) as refusal:
        imports.read(content)

    assert str(refusal.value) == (
        "line 2: language: The table does not say in which language the article is. Add a column "
        "“language” with kk, ru or en, or choose the language of such articles."
    )


@pytest.mark.parametrize(
    ("cell", "issue"),
    [
        ("2020, №3", IssueFacts(year=2020, number="3")),
        ("Том 5, № 2 (2019)", IssueFacts(year=2019, volume="5", number="2")),
    ],
)
def test_a_cell_may_have_the_whole_issue(cell, issue):
    content = workbook(["Выпуск", "Название", "Авторы"], [cell, "О соли", "Ли О."])

    (reading,) = imports.read(content, "ru")

    assert reading.record.issue == issue


def test_hidden_rows_come_and_are_told():
    book = Workbook()
    for row in (["Язык", "Год", "Название"], ["ru", 2020, "О соли"], ["ru", 2020, "О воде"]):
        book.active.append(row)
    book.active.row_dimensions[3].hidden = True
    target = io.BytesIO()
    book.save(target)

    first, second = imports.read(target.getvalue())

    assert second.record.title == {"ru": "О воде"}
    assert first.notes == ("Hidden rows came as well: 3.",)


def test_what_a_merged_cell_says_is_said_of_each_of_its_rows():
    content = workbook(
        ["Год", "№ журнала", "Раздел", "Название"],
        [2019, 2, "Физика", "О соли"],
        [None, None, None, "О воде"],
        merged=["A2:A3", "B2:B3", "C2:C3"],
    )

    _first, second = imports.read(content, "ru")

    assert second.record.title == {"ru": "О воде"}
    assert second.record.issue == IssueFacts(year=2019, number="2")
    assert second.record.section == {"ru": "Физика"}


def test_a_table_with_a_row_for_each_author_is_refused():
    content = workbook(
        ["Год", "Номер", "Название", "Авторы"],
        [2019, 2, "О соли", "Ли О."],
        [None, None, None, "Ким А."],
        merged=["A2:A3", "B2:B3", "C2:C3"],
    )

    with pytest.raises(Unreadable) as refusal:
        imports.read(content, "ru")

    assert str(refusal.value) == (
        "line 3: record 2: title: The row has no title. Put each article into one row, with all "
        "its authors."
    )


def test_other_sheets_and_formulas_are_told():
    content = workbook(["language", "title_ru", "year"], ["ru", "=A2&B2", 2020], further=["2021"])

    (reading,) = imports.read(content)

    assert reading.notes == (
        "Only the first sheet was read. Save these as files of their own: 2021.",
        "A formula was taken as its text: title_ru. Copy these cells in the table and paste them "
        "as values.",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_a_csv_is_read_in_the_encodings_of_excel(encoding):
    text = 'Язык;Год;Номер;Название (рус)\nru;2018;4;"О соли; второе"\n'

    (reading,) = imports.read(text.encode(encoding))

    assert reading.record.title == {"ru": "О соли; второе"}


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2021-03-15", date(2021, 3, 15)),
        ("15.03.2021", date(2021, 3, 15)),
        ("5.3.2021 г.", date(2021, 3, 5)),
        ("15 марта 2021", date(2021, 3, 15)),
        ("2021 жылғы 15 наурыз", date(2021, 3, 15)),
        ("44270", date(2021, 3, 15)),
        ("30/03/2021", date(2021, 3, 30)),
        ("03/04/2021", None),
        ("31.02.2021", None),
        ("весна 2021", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_is_typed(cell, day):
    assert day_in(cell) == day


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Петров И.И.; Ким А.Б.", ["Петров И.И.", "Ким А.Б."]),
        ("Петров И.И., Ким А.Б.", ["Петров И.И.", "Ким А.Б."]),
        ("Петров И.И.\nКим А.Б.", ["Петров И.И.", "Ким А.Б."]),
        ("Петров И.И. и Ким А.Б.", ["Петров И.И.", "Ким А.Б."]),
        ("Петров, Иван Иванович", ["Петров, Иван Иванович"]),
        ("Петров Иван Иванович", ["Петров Иван Иванович"]),
        ("", []),
    ],
)
def test_a_byline_is_divided_where_whole_names_are(cell, people):
    assert people_in(cell) == people


@pytest.mark.parametrize(
    ("printed", "name", "marks"),
    [
        ("Петров И.И.1,2*", "Петров И.И.", (1, 2)),
        ("Kim Anna¹", "Kim Anna", (1,)),
        ("Ли О.*", "Ли О.", ()),
        ("Ли О.", "Ли О.", ()),
    ],
)
def test_the_numbers_of_affiliations_are_no_part_of_a_name(printed, name, marks):
    assert name_and_marks(printed) == (name, marks)


def test_authors_have_the_affiliations_that_they_are_numbered_with():
    content = workbook(
        ["Язык", "Название (рус)", "Авторы (рус)", "Организации (рус)"],
        ["ru", "Соль", "Ким А.1, Ли О.2, Юн В.1,2", "1 Институт соли; 2 Университет"],
    )

    (reading,) = imports.read(content)

    record = reading.record
    assert [each.name["ru"] for each in record.affiliations] == ["Институт соли", "Университет"]
    assert [author.marks for author in record.authors] == [(1,), (2,), (1, 2)]


@pytest.mark.parametrize(
    ("organisations", "plain"),
    [
        (["1 Институт", "2 Университет"], ["Институт", "Университет"]),
        (["1-я больница"], ["1-я больница"]),
        (["Институт", "2 Университет"], ["Институт", "2 Университет"]),
    ],
)
def test_affiliations_lose_their_numbers_if_each_has_its_own(organisations, plain):
    assert without_numbers(organisations) == plain


@pytest.mark.parametrize(
    ("cell", "keywords"),
    [
        ("соль; вода, морская", ["соль", "вода, морская"]),
        ("соль, вода (озёра, реки), степь.", ["соль", "вода (озёра, реки)", "степь"]),
        ("Ключевые слова: соль\nвода", ["соль", "вода"]),
        ("соль", ["соль"]),
        ("", []),
    ],
)
def test_keywords_are_divided_by_semicolons_lines_or_commas(cell, keywords):
    assert keywords_in(cell) == keywords


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('=HYPERLINK("https://doi.org/10.5555/a","10.5555/a")', "10.5555/a"),
        ('=HYPERLINK("https://doi.org/10.5555/a")', "https://doi.org/10.5555/a"),
        ("10.5555/a", "10.5555/a"),
        ("–", ""),
    ],
)
def test_a_link_in_a_cell_is_its_text(cell, text):
    assert shown(cell) == text


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1",
         "This is a file of Excel or Word 97–2003. Open it and save the table as XLSX."),
        (b"%PDF-1.4",
         "This is a PDF. Upload it together with the file that describes its article."),
        (b"@article{x, title={A}, author={B}, year={2020}}",
         "This is BibTeX, which is not read here. Export Crossref's XML, JATS or a table."),
        (b"TY  - JOUR\nTI  - A\n",
         "This is RIS, which is not read here. Export Crossref's XML, JATS or a table."),
        (b" \n", "The file is empty. Export or upload it again."),
        (b"Dear editors,\nhere are our articles.\n",
         "This is no file of articles. XML and JSON are read, and tables whose first lines name "
         "the columns, such as title, authors and year."),
    ],
)  # fmt: skip
def test_a_file_of_another_kind_is_named_with_what_to_do(content, message):
    with pytest.raises(Unreadable) as refusal:
        imports.read(content)

    assert str(refusal.value) == message
