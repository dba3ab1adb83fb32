"""The body of a Word file: tables, lists, footnotes, pictures and links to references."""

import io
import struct
import zipfile
import zlib

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from articles.imports.full_text import full_text
from articles.imports.manuscript import read_manuscript
from articles.records.body import clean_body

NOTES = (
    '<?xml version="1.0" encoding="UTF-8"?><w:footnotes '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    '<w:footnote w:id="2"><w:p><w:r><w:t>Дала туралы ескерту &lt;b&gt;.</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
PROSE = (
    "Дала өсімдіктері туралы алғашқы еңбектер өткен ғасырда жарық көрді, олардың көбі сипаттама "
    "болып қала берді, сондықтан жаңа деректер қажет деп есептейміз [1, 2]."
)


def a_picture():
    def chunk(kind, content):
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def a_manuscript():
    """An article whose body has every kind of block."""
    word = docx.Document()
    word.add_heading("Дала өсімдіктерінің түрлері", 0)
    word.add_paragraph("Ж.О. Есенова")
    word.add_paragraph("Дала университеті, Қарқара, Қазақстан")
    word.add_paragraph("Аңдатпа. Мақалада дала өсімдіктерінің түрлері сипатталады.")
    word.add_paragraph("Түйін сөздер: дала, өсімдік.")
    word.add_heading("Кіріспе", 1)
    first = word.add_paragraph(PROSE)
    call = OxmlElement("w:footnoteReference")
    call.set(qn("w:id"), "2")
    first.add_run()._r.append(call)
    raised = word.add_paragraph("Ауданы 10 м")
    raised.add_run("2").font.superscript = True
    raised.add_run(" болатын алаңда ").italic = True
    raised.add_run("төрт түр табылды, олардың екеуі бұрын белгісіз болған.")
    word.add_heading("Әдістер", 1)
    word.add_paragraph(PROSE.replace("[1, 2]", "[2, 25 б.]"))
    word.add_paragraph("бірінші түр", style="List Bullet")
    word.add_paragraph("екінші түр", style="List Bullet")
    word.add_paragraph("Кесте 1 – Түрлердің саны")
    table = word.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(0, 0).paragraphs[0].add_run("Түр").bold = True
    table.cell(0, 2).paragraphs[0].add_run("Саны").bold = True
    for row, column, text in (
        (1, 0, "жусан"),
        (1, 1, "ақ"),
        (1, 2, "4"),
        (2, 1, "қара"),
        (2, 2, "7"),
    ):
        table.cell(row, column).paragraphs[0].add_run(text)
    word.add_paragraph().add_run().add_picture(io.BytesIO(a_picture()))
    word.add_paragraph("Сурет 1 – Жусанның таралуы")
    word.add_paragraph(PROSE.replace(" [1, 2]", ""))
    word.add_heading("Әдебиеттер", 1)
    word.add_paragraph("1. Сәрсенов Қ. Дала кітабы. – Қарқара: Дала, 2019. – 120 б.")
    word.add_paragraph("2. Оспанов Б. Жусан кітабы. – Қарқара: Дала, 2020. – 90 б.")
    return with_notes(word)


def with_notes(word):
    plain = io.BytesIO()
    word.save(plain)
    made = io.BytesIO()
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("word/footnotes.xml", NOTES)
    return made.getvalue()


@pytest.fixture(scope="module")
def text():
    data = a_manuscript()
    return full_text(data, read_manuscript(data, "a.docx"))


def test_headings_and_emphasis_are_kept(text):
    assert "<h2>Кіріспе</h2>\n<p>Дала өсімдіктері" in text.html
    assert "<p>Ауданы 10 м<sup>2</sup><em> болатын алаңда </em>төрт түр" in text.html


def test_paragraphs_in_a_style_for_quotations_are_one_quotation():
    word = docx.Document(io.BytesIO(a_manuscript()))
    first = next(each for each in word.paragraphs if each.text.startswith("Ауданы 10 м"))
    own = word.styles.add_style("Менің дәйексөзім", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = word.styles["Quote"]
    first.insert_paragraph_before("Дала кең.", style="Intense Quote")
    first.insert_paragraph_before("Дала көк.", style=own)
    data = with_notes(word)

    html = full_text(data, read_manuscript(data, "a.docx")).html

    assert "\n<blockquote><p>Дала кең.</p><p>Дала көк.</p></blockquote>\n<p>Ауданы 10 м" in html


def test_neighbouring_list_items_are_one_list(text):
    assert "<ul><li>бірінші түр</li><li>екінші түр</li></ul>" in text.html


def test_a_table_has_its_caption_head_and_spans(text):
    assert (
        "<table><caption>Кесте 1 – Түрлердің саны</caption>"
        '<thead><tr><th colspan="2">Түр</th><th>Саны</th></tr></thead>'
        '<tbody><tr><td rowspan="2">жусан</td><td>ақ</td><td>4</td></tr>'
        "<tr><td>қара</td><td>7</td></tr></tbody></table>"
    ) in text.html


def test_a_row_that_the_author_deleted_is_not_shown():
    word = docx.Document(io.BytesIO(a_manuscript()))
    row = word.tables[0].rows[2]._tr
    deleted = OxmlElement("w:del")
    row.addprevious(deleted)
    deleted.append(row)
    data = with_notes(word)

    html = full_text(data, read_manuscript(data, "a.docx")).html

    assert "<td>ақ</td>" in html
    assert "қара" not in html


def test_a_footnote_call_is_a_link_and_the_note_is_at_the_end(text):
    assert '<sup><a href="#fn1">1</a></sup></p>' in text.html
    note = '<li id="fn1">Дала туралы ескерту &lt;b&gt;.</li>'
    assert text.html.endswith(f'<section id="footnotes"><ol>{note}</ol></section>')


def test_a_picture_has_its_legend(text):
    (picture,) = text.pictures

    assert picture.content == a_picture()
    assert (
        f'<figure><img src="{picture.name}" alt="">'
        "<figcaption>Сурет 1 – Жусанның таралуы</figcaption></figure>"
    ) in text.html


def test_abstract_and_references_are_not_in_the_body(text):
    assert "Аңдатпа" not in text.html
    assert "Сәрсенов" not in text.html


def test_the_html_is_within_our_subset(text):
    assert clean_body(text.html) == text.html
