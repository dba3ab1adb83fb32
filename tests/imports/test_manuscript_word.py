"""Features that only Word files have: text boxes, footnotes, tracked changes, automatic numbers."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from articles.imports.manuscript import read_manuscript
from articles.imports.readers import read_lines

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOX = f"""<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r>
<w:t>УДК 624.21</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>УДК 624.21</w:t></w:r></w:p></w:txbxContent>
</w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
FOOTNOTES = f"""<w:footnotes {W}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>---</w:t>
</w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r>
<w:t>*Автор для корреспонденции: nobayeva@example.org</w:t></w:r></w:p></w:footnote>
</w:footnotes>"""
SIDE_BY_SIDE = [
    ("ҚАЛА КӨПІРЛЕРІНІҢ ТАРИХЫ", "ИСТОРИЯ МОСТОВ ГОРОДА", "A HISTORY OF CITY BRIDGES"),
    ("Ж.Қ. Нобаева", "Ж.К. Нобаева", "Zh.K. Nobayeva"),
    (
        "Аңдатпа. Мақалада қала көпірлерінің тарихы қарастырылады.",
        "Аннотация. В статье рассматривается история мостов города.",
        "Abstract. The article deals with the history of the bridges of the city.",
    ),
    ("Түйін сөздер: көпір, қала", "Ключевые слова: мост, город", "Keywords: bridge, city"),
]
BODY = "Мосты играют важную роль в жизни города, и потому их история заслуживает внимания."


def saved(document, **parts):
    buffer = io.BytesIO()
    document.save(buffer)
    if parts:
        with zipfile.ZipFile(buffer, "a") as package:
            for name, content in parts.items():
                package.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def read(document, **parts):
    return read_manuscript(saved(document, **parts), "article.docx")


def an_article():
    document = docx.Document()
    document.add_paragraph("Ж.К. Нобаева*")
    document.add_paragraph("Аннотация. В статье рассматривается история мостов города.")
    document.add_paragraph("Ключевые слова: мост, город")
    document.add_heading("Введение", 1)
    document.add_paragraph(f"{BODY} {BODY}")
    return document


def test_three_columns_are_read_as_three_languages():
    document = docx.Document()
    table = document.add_table(0, 3)
    for texts in SIDE_BY_SIDE:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text

    found = read(document)

    assert found.title == dict(zip(("kk", "ru", "en"), SIDE_BY_SIDE[0], strict=True))
    assert found.keywords == {
        "kk": ("көпір", "қала"),
        "ru": ("мост", "город"),
        "en": ("bridge", "city"),
    }
    assert [author.name for author in found.authors] == [
        {"kk": "Ж.Қ. Нобаева", "ru": "Ж.К. Нобаева", "en": "Zh.K. Nobayeva"}
    ]


def test_a_text_box_is_read_once():
    document = an_article()
    document.paragraphs[-1]._p.append(parse_xml(BOX))

    lines = [line.text for line in read_lines(saved(document), "article.docx")]

    assert lines.count("УДК 624.21") == 1
    assert read(document).udc == ("624.21",)


def test_a_footnote_names_the_corresponding_author():
    found = read(an_article(), footnotes=FOOTNOTES)

    assert [(author.email, author.corresponding) for author in found.authors] == [
        ("nobayeva@example.org", True)
    ]


def test_inserted_text_is_read_and_deleted_text_is_not():
    document = an_article()
    paragraph = document.paragraphs[-1]._p
    change = f'{W} w:id="1" w:author="a"'
    paragraph.append(parse_xml(f"<w:del {change}><w:r><w:delText>gone</w:delText></w:r></w:del>"))
    paragraph.append(parse_xml(f"<w:ins {change}><w:r><w:t> Вставлено.</w:t></w:r></w:ins>"))

    (section,) = read(document).sections

    assert section.text == f"{BODY} {BODY} Вставлено."


def test_automatic_numbers_of_references_are_no_part_of_them():
    document = an_article()
    document.add_heading("Список литературы", 1)
    entries = (
        "Мысалов М.К. Мосты степи. – Алматы: Үлгі, 2015. – 120 с.",
        "Нобайұлы Қ. Көпір // Қала тарихы. – 2018. – № 3. – Б. 21–30.",
    )
    for entry in entries:
        document.add_paragraph(entry, style="List Number")

    assert read(document).references.original == entries


def test_a_superscript_is_a_mark_after_a_name_and_a_character_in_a_text():
    document = docx.Document()
    names = document.add_paragraph("Ж.К. Нобаева")
    names.add_run("1").font.superscript = True
    names.add_run(", М.С. Ульгибеков")
    names.add_run("2*").font.superscript = True
    document.add_paragraph("1Институт мостов, Семей, Казахстан")
    document.add_paragraph("2Институт рек, Семей, Казахстан")
    document.add_paragraph("Аннотация. Площадь составила 12 м²")

    found = read(document)

    assert [(a.name["ru"], a.affiliations, a.corresponding) for a in found.authors] == [
        ("Ж.К. Нобаева", (1,), False),
        ("М.С. Ульгибеков", (2,), True),
    ]
    assert found.abstract == {"ru": "Площадь составила 12 м²"}


@pytest.mark.parametrize("number", ["²", "--1", "٣", "", "99999999999", "1.5"])
def test_malformed_numbers_in_properties_are_ignored(number):
    document = an_article()
    last = document.paragraphs[-1]
    last._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {W} w:val="{number}"/>'))
    last.runs[0]._r.get_or_add_rPr().append(parse_xml(f'<w:position {W} w:val="{number}"/>'))

    (section,) = read(document).sections

    assert section.text == f"{BODY} {BODY}"


def test_hidden_text_is_not_read():
    document = an_article()
    document.paragraphs[-1].add_run(" secret").font.hidden = True

    (section,) = read(document).sections

    assert section.text == f"{BODY} {BODY}"
