"""Conventions of journals in small invented manuscripts, read from end to end."""

import io

import docx
import pytest

from articles.imports.manuscript import read_manuscript
from articles.imports.manuscript.facts.pages import is_imprint_line
from articles.imports.readers.line import Line, Span, take_notes

TOP = """Учёт теней в степи: опыт одного лета

Тестова А.Л.

Институт теней, Семей, Казахстан

Аннотация. В статье описаны тени выдуманных колодцев и их глубина.

"""
TEXT = "Тени колодцев описаны впервые, их глубина измерена, и все они сопоставлены с картой. " * 4


def read(text, name="a.txt"):
    return read_manuscript(text.encode(), name)


def test_letter_spaced_headings_are_headings():
    text = f"{TOP}В в е д е н и е. {TEXT}\n\nМ е т о д ы  и  м а т е р и а л ы. {TEXT}\n"

    headings = [section.heading for section in read(text).sections]

    assert headings == ["Введение", "Методы и материалы"]


def test_roman_numbers_of_headings_may_have_cyrillic_letters():
    text = f"{TOP}І. ВВЕДЕНИЕ\n\n{TEXT}\n\nІІ. ОСНОВНАЯ ЧАСТЬ\n\n{TEXT}\n\nХ. ИТОГИ\n\n{TEXT}\n"

    headings = [section.heading for section in read(text).sections]

    assert headings == ["І. ВВЕДЕНИЕ", "ІІ. ОСНОВНАЯ ЧАСТЬ", "Х. ИТОГИ"]


@pytest.mark.parametrize(
    "document",
    [
        "ҚР ОМА (Орталық мемлекеттік мұрағат). 44-қор, 1-тізбе, 5110-іс.",
        "Центральный государственный архив (ЦГА РК). Ф. 44. Оп. 1. Д. 5110. Л. 3.",
    ],
)
def test_a_document_of_an_archive_ends_a_list_without_numbers(document):
    book = "Мысалов К.Т. Тени колодцев и степь. – Семей: Тень, 2009. – 77 с."
    end = "A.L. Testova\n\nInstitute of Shadows, Semey, Kazakhstan\n\nShadows of wells\n"
    text = f"{TOP}Введение\n\n{TEXT}\n\nЛитература\n\n{book}\n{document}\n\n{end}"

    assert read(text).references.original == (book, document)


def test_romanized_references_in_brackets_are_the_second_list():
    text = f"""{TOP}Введение

{TEXT}

Литература

1. Мысалов К.Т. Тени колодцев и степь. – Семей: Тень, 2009. – 77 с.
[Mysalov K.T. Teni kolodtsev i step (Shadows of wells). Semey, Ten, 2009. 77 p.]
2. Тестова А.Л. Глубина колодцев // Степь. – 2011. – № 2. – С. 3–9.
[Testova A.L. Glubina kolodtsev (Depth of wells). Step, 2011, no. 2, pp. 3–9.]
"""

    references = read(text).references

    assert references.original == (
        "Мысалов К.Т. Тени колодцев и степь. – Семей: Тень, 2009. – 77 с.",
        "Тестова А.Л. Глубина колодцев // Степь. – 2011. – № 2. – С. 3–9.",
    )
    assert [entry[:14] for entry in references.romanized] == ["Mysalov K.T. T", "Testova A.L. G"]


def test_a_reference_hangs_below_its_number():
    text = f"""{TOP}Введение

{TEXT}

Литература

1. Мысалов К.Т. Тени колодцев: методические
   рекомендации // Материалы конференции. – Семей, 2021. –
   С. 58–63.
2. Тестова А.Л. Глубина. – Семей: Тень, 2011. – 9 с.
"""

    manuscript = read(text)

    assert manuscript.references.original[0].endswith("рекомендации // Материалы конференции. "
                                                      "– Семей, 2021. – С. 58–63.")  # fmt: skip
    assert manuscript.pages is None


def test_keywords_stand_below_their_label():
    text = f"{TOP}Ключевые слова\nТень, колодец, степь\n\nВведение\n\n{TEXT}\n"

    assert read(text).keywords == {"ru": ("Тень", "колодец", "степь")}


def test_the_lines_below_a_label_of_the_corresponding_author_are_this_authors():
    text = TOP.replace("Тестова А.Л.", "Тестова А.Л., Мысалов К.Т.") + (
        "Автор для корреспонденции:\nМысалов К.Т.\nТел.: +7 700 000 00 00\n"
        f"E-mail: k.mysalov@example.org\nORCID: 0000-0000-5400-0012\n\nВведение\n\n{TEXT}\n"
    )

    first, second = read(text).authors

    assert (first.orcid, first.corresponding) == (None, False)
    assert (second.email, second.orcid) == ("k.mysalov@example.org", "0000-0000-5400-0012")


@pytest.mark.parametrize(
    ("line", "is_imprint"),
    [
        ("Условный журнал, 2023; 4(1): 18–24", True),
        ("Notional Journal 11 (2024) 2, 87–96", True),
        ("Sample J. Wells. Notional Journal. 2023;4:18", False),
    ],
)
def test_lines_that_say_where_the_article_was_printed(line, is_imprint):
    assert is_imprint_line(line) == is_imprint


def test_the_number_of_a_footnote_stands_beside_the_text():
    line = Line(text="Тестова А.Л.12, Мысалов", spans=(Span(12, 14, "note"), Span(16, 23, "b")))

    assert take_notes(line) == Line(
        text="Тестова А.Л., Мысалов", spans=(Span(14, 21, "b"),), notes=((12, "12"),)
    )


def test_a_footnote_of_markdown_is_an_affiliation_or_the_funding():
    text = (
        "# Учёт теней в степи\n\nТестова А.Л.[^1], Мысалов К.Т.[^2]\n\n"
        "**Аннотация.** В статье описаны тени выдуманных колодцев.\n\n"
        f"## Введение\n\n{TEXT}[^3]\n\n"
        "[^1]: Институт теней, Семей, Казахстан\n\n[^2]: Пробный университет, Тараз, Казахстан\n\n"
        "[^3]: Работа выполнена при поддержке гранта AP00000001.\n"
    )

    manuscript = read(text, "a.md")

    assert [author.affiliations for author in manuscript.authors] == [(1,), (2,)]
    assert manuscript.funding == "Работа выполнена при поддержке гранта AP00000001."


def test_the_page_head_of_a_word_file_has_the_pages():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Условный журнал. 2023. № 4. С. 18–24"
    for text in [*TOP.split("\n\n"), "Введение", TEXT]:
        document.add_paragraph(text.strip())
    buffer = io.BytesIO()
    document.save(buffer)

    manuscript = read_manuscript(buffer.getvalue(), "a.docx")

    assert (manuscript.pages.first, manuscript.pages.last) == (18, 24)


def affiliations_of(text):
    """The organisations of the authors, in the article's own language, by the name."""
    found = read(text)
    names = {each.id: each.name for each in found.affiliations}
    return {
        author.name["ru"]: [names[number]["ru"] for number in author.affiliations]
        for author in found.authors
    }


LAKE, FIELD = "Институт теней, Семей, Казахстан", "Академия ветров, Тараз, Казахстан"
ABSTRACT = "Аннотация. В статье описаны тени выдуманных колодцев, их глубина и возраст."
KEYWORDS = "Ключевые слова: тень, колодец, степь"
END = (
    f"\n\nВведение\n\n{TEXT}\n\nЛитература\n\n1. Мысалов К.Т. Тени. – Семей: Тень, 2009. – 77 с.\n"
)


@pytest.mark.parametrize(
    "lines",
    [
        ["Учёт теней в степи", LAKE, "Тестова А.Л.", FIELD, "Мысалов К.Т.", ABSTRACT, KEYWORDS],
        ["Учёт теней в степи", "Тестова А.Л.¹, Мысалов К.Т.²", ABSTRACT, KEYWORDS,
         "____________________", f"¹ {LAKE}", f"² {FIELD}", "* E-mail: a@example.org"],
    ],
    ids=["above each name", "at the foot of the page"],
)  # fmt: skip
def test_organisations_need_not_stand_below_the_names(lines):
    owners = affiliations_of("\n\n".join(lines) + END)

    assert owners == {"Тестова А.Л.": [LAKE], "Мысалов К.Т.": [FIELD]}


def test_names_without_kazakh_letters_are_russian_if_the_same_people_have_some():
    lines = ["Учёт теней в степи", "Даладағы көлеңкелерді есепке алу", "Мысалова К.Т.",
             "Мысалова Қ.Т.", ABSTRACT,
             "Аңдатпа. Мақалада көлеңкелер мен құдықтар сипатталған."]  # fmt: skip

    names = read("\n\n".join(lines) + END).authors[0].name

    assert names == {"ru": "Мысалова К.Т.", "kk": "Мысалова Қ.Т."}
