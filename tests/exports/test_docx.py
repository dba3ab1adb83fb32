"""Articles and issues as Word files: read back by our own reader, opened by python-docx."""

import io

import docx
import msgspec
import pytest
from lxml import etree, html
from PIL import Image

from articles.exports.docx import article_docx, issue_docx
from articles.exports.docx.findings import docx_findings
from articles.exports.docx.formulas import formula
from articles.exports.typesetting.formulas import formula_node
from articles.imports.full_text.omml import mathml
from articles.imports.readers.docx import read
from articles.intake.manuscripts.draft_record import draft_of
from articles.intake.manuscripts.reader_process import read_file
from articles.records.languages import LANGUAGES, text
from articles.records.names import full_name
from articles.records.record import Reference
from tests.exports.articles import the_real_article
from tests.exports.schemas import BESIDE
from tests.exports.test_issue_edition import MATTER
from tests.factories import a_public_record, an_author
from tests.full_text_article import REFERENCES

real = pytest.mark.skipif(
    not (BESIDE / "manuscripts" / "seed.json").exists(), reason="the manuscripts are not here"
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(record, pictures=None):
    return docx.Document(io.BytesIO(article_docx(record, pictures or {}).content))


def paragraphs(document, style):
    return [each.text for each in document.paragraphs if each.style.name == style]


def read_back(record):
    answer = read_file(article_docx(record, {}).content, "article.docx")
    return draft_of(answer.manuscript, body=answer.text.html).record


def names(record):
    return [
        {code: full_name(name, code) for code, name in author.names.items()}
        for author in record.authors
    ]


@real
def test_our_reader_reads_the_real_article_back():
    record = the_real_article()

    back = read_back(record)

    assert back.title == record.title
    assert names(back) == names(record)
    assert back.abstract == record.abstract
    assert back.keywords == record.keywords
    assert (back.irsti, back.doi) == (record.irsti, record.doi)
    assert [(each.text, each.romanized) for each in back.references] == [
        (each.text, each.romanized) for each in record.references
    ]


def test_each_part_has_its_style():
    record = a_public_record(
        authors=(an_author(corresponding=True, marks=(1,)),),
        body="<h2>Кіріспе</h2><p>Мәтін <em>қисық</em>.</p><ul><li>бір</li></ul><blockquote>"
        "<p>сөз</p></blockquote><table><caption>1-кесте. Сандар</caption><tr><th>A</th></tr>"
        "<tr><td>1</td></tr></table>",
        references=(Reference(text="Бірінші."), Reference(text="Екінші.")),
    )

    made = opened(record)

    assert paragraphs(made, "Title") == [record.title["kk"]]
    assert paragraphs(made, "Translated Title") == [record.title["ru"], record.title["en"]]
    assert paragraphs(made, "Authors")[0] == "Төлегенова Ұлжан Сейітқызы1,*"
    assert [each[:8] for each in paragraphs(made, "Abstract")] == [
        "Аңдатпа.",
        "Аннотаци",
        "Abstract",
    ]
    assert paragraphs(made, "Heading 2") == ["Кіріспе", "Әдебиеттер тізімі"]
    assert paragraphs(made, "Body Text") == ["Мәтін қисық."]
    assert paragraphs(made, "List Bullet") == ["бір"]
    assert paragraphs(made, "Quote") == ["сөз"]
    assert paragraphs(made, "Caption") == ["1-кесте. Сандар"]
    assert paragraphs(made, "Reference") == ["Бірінші.", "Екінші."]
    assert [[cell.text for cell in row.cells] for row in made.tables[0].rows] == [["A"], ["1"]]


def test_references_say_their_language_and_romanized_ones_their_script():
    document = opened(a_public_record(references=REFERENCES[:3]))

    languages = [
        {each.get(f"{W}val") for each in paragraph._p.iter(f"{W}lang")}
        for paragraph in document.paragraphs
        if paragraph.style.name == "Reference"
    ]
    assert languages == [{"kk-KZ"}, {"ru-RU"}, {"en-US"}, {"kk-Latn"}, {"ru-Latn"}, {"en-US"}]


def test_every_run_says_its_language():
    made = opened(a_public_record())

    languages = {
        paragraph.style.name: {each.get(f"{W}val") for each in paragraph._p.iter(f"{W}lang")}
        for paragraph in made.paragraphs
        if paragraph.style.name == "Title" or paragraph.text == "Plants of the steppe"
    }
    assert languages == {"Title": {"kk-KZ"}, "Translated Title": {"en-US"}}


def test_merged_cells_stay_merged():
    body = (
        "<table><tr><td rowspan='2'>a</td><td colspan='2'>b</td></tr>"
        "<tr><td>c</td><td>d</td></tr></table>"
    )

    table = opened(a_public_record(body=body)).tables[0]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["a", "b", "b"],
        ["a", "c", "d"],
    ]


def test_a_picture_is_shown_with_its_description_and_a_lost_one_is_named():
    picture = io.BytesIO()
    Image.new("RGB", (3000, 300)).save(picture, "WEBP")
    body = "<figure><img src='a.webp' alt='Карта'></figure><figure><img src='b.png'></figure>"
    record = a_public_record(body=body)

    made = article_docx(record, {"a.webp": picture.getvalue(), "b.png": b"no picture"})

    document = docx.Document(io.BytesIO(made.content))
    (shape,) = document.inline_shapes
    assert shape.width.mm == pytest.approx(165)
    assert shape.height.mm == pytest.approx(16.5)
    assert 'descr="Карта"' in etree.tostring(document.element.body, encoding="unicode")
    assert made.missing == (("b.png",),)
    assert paragraphs(document, "Figure") == ["", "[сурет көрсетілмейді: b.png]"]
    assert [each.spot.excerpt for each in docx_findings(record, made.missing[0])] == ["b.png"]


a, b, c = (f"<mi>{letter}</mi>" for letter in "abc")


@pytest.mark.parametrize(
    "content",
    [
        f"{a}<mo>+</mo><mn>14,2</mn>",
        f"<mfrac>{a}{b}</mfrac>",
        f"<mfrac linethickness='0'>{a}{b}</mfrac>",
        f"<msqrt>{a}</msqrt>",
        f"<mroot>{a}{b}</mroot>",
        f"<msub>{a}{b}</msub>",
        f"<msup>{a}{b}</msup>",
        f"<msubsup>{a}{b}{c}</msubsup>",
        f"<munder>{a}{b}</munder>",
        f"<munderover><mo>∑</mo>{a}{b}</munderover>{c}",
        f"<msubsup><mo>∫</mo>{a}{b}</msubsup>{c}",
        f"<mover accent='true'>{a}<mo>^</mo></mover>",
        f"<mover>{a}<mo>¯</mo></mover>",
        f"<munder>{a}<mo>⏟</mo></munder>",
        f"<mo>(</mo><mfrac>{a}{b}</mfrac><mo>)</mo>{c}",
        f"<mo>{{</mo><mtable columnalign='left'><mtr><mtd>{a}</mtd></mtr>"
        f"<mtr><mtd>{b}</mtd></mtr></mtable>",
        f"<mtable><mtr><mtd>{a}</mtd><mtd>{b}</mtd></mtr></mtable>",
        f"<mmultiscripts>{a}<mprescripts></mprescripts>{b}{c}</mmultiscripts>",
        f"<mphantom>{a}</mphantom>",
        "<mtext>егер</mtext>",
        "<mi>sin</mi><mi>x</mi>",
        f"<munder><mi>lim</mi>{a}</munder>",
        "<mi mathvariant='bold'>R</mi>",
        "<mi>км</mi>",
    ],
)
def test_our_reader_reads_formulas_back(content):
    node = formula_node(html.fragment_fromstring(f"<math>{content}</math>"))

    back = mathml(etree.fromstring(etree.tostring(formula(node))), is_display=False)

    assert in_one_row(formula_node(html.fragment_fromstring(back))) == in_one_row(node)


def in_one_row(node):
    """The same without rows inside rows, which nobody sees."""
    parts = []
    for part in map(in_one_row, node.parts):
        parts += part.parts if part.kind == "row" and node.kind in ("row", "fenced") else [part]
    return msgspec.structs.replace(node, parts=tuple(parts))


def test_the_number_of_a_formula_stands_at_the_end_of_its_line():
    body = f"<p><math display='block'><mfrac>{a}{b}</mfrac></math> (3)</p>"

    made = opened(a_public_record(body=body))

    (paragraph,) = [each for each in made.paragraphs if each.style.name == "Equation"]
    assert paragraph.text == "\t\t(3)"


def test_notes_are_footnotes_that_our_reader_reads_back():
    call = '<sup><a href="#fn1">1</a></sup>'
    record = a_public_record(
        body=f"<h2>Кіріспе</h2><p>Бірінші{call} және екінші{call} сөз.</p>"
        '<section id="footnotes"><ol><li id="fn1">Түсініктеме <em>сөзі</em>.</li></ol></section>'
    )

    made = opened(record)
    lines = list(read(article_docx(record, {}).content))

    body = made.element.body
    assert [each.get(f"{W}id") for each in body.iter(f"{W}footnoteReference")] == ["1"]
    assert [each.text for each in body.iter(f"{W}instrText")] == [" NOTEREF note_1 \\f \\h "]
    assert [each.text.strip() for each in lines if each.kind == "footnote"] == ["Түсініктеме сөзі."]


def test_an_issue_has_its_own_pages_and_leads_to_the_articles():
    records = [
        a_public_record(first_page="5", last_page="7"),
        a_public_record(title=text(en="Herbs"), language="en", first_page="8", last_page="9"),
    ]

    made = docx.Document(io.BytesIO(issue_docx(MATTER, records, lambda _record: {}).content))

    assert paragraphs(made, "Journal Title") == ["Дала ғылымы", "Наука степи", "Steppe Science"]
    assert paragraphs(made, "Heading 1") == [
        "Мазмұны", "Содержание", "Contents", "Авторлар", "Авторы", "Authors"
    ]  # fmt: skip
    assert paragraphs(made, "Contents Entry")[:2] == [
        "Төлегенова Ұ.С. Дала өсімдіктері\t5",
        "Төлегенова Ұ.С. Herbs\t8",
    ]
    body = made.element.body
    marks = [each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")]
    assert marks == ["article_1", "article_2"]
    fields = [each.text for each in body.iter(f"{W}instrText")]
    assert fields.count(" PAGEREF article_2 \\h ") == 2 * len(LANGUAGES)
    assert paragraphs(made, "Title") == ["Дала өсімдіктері", "Herbs"]


def test_the_same_article_gives_the_same_bytes():
    record = a_public_record(body="<p>x</p>")

    assert article_docx(record, {}) == article_docx(record, {})


def test_control_characters_are_left_out():
    record = a_public_record(
        title=text("Дала\x0bлық", "Степь\x00", "Steppe"), keywords={"kk": ("а\x1fб",)}
    )
    record = msgspec.structs.replace(
        record, journal=msgspec.structs.replace(record.journal, name={"kk": "Дала\x0b ғылымы"})
    )

    made = opened(record)

    assert paragraphs(made, "Title") == ["Далалық"]
    assert made.core_properties.title == "Далалық"
    assert made.core_properties.keywords == "аб"
    assert made.sections[0].header.paragraphs[0].text.startswith("Дала ғылымы")
