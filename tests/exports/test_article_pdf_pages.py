"""The pages of an article's PDF: notes at the foot, links to references, two columns."""

import io
import re
import shutil
import subprocess

import msgspec
import pytest
from PIL import Image
from pypdf import PdfReader

from articles.exports.edition import typeset_article
from articles.exports.edition.findings import typesetting_findings
from articles.exports.edition.galleys import has_other_head, has_other_text
from articles.exports.edition.record_hash import head_hash, made_from
from articles.records.languages import text
from articles.records.pdf_layout import USUAL_DESIGN, PdfDesign, PdfLayout
from articles.records.record import Reference
from tests.factories import a_galley, a_public_record, an_author

QPDF = shutil.which("qpdf")
TWO_COLUMNS = PdfDesign(layout=PdfLayout(columns=2))
DESIGNS = pytest.mark.parametrize("design", [USUAL_DESIGN, TWO_COLUMNS], ids=["one", "two"])
WORDS = "Зерттеу барысында өсімдіктердің таралуы қарастырылды. "
NOTED = (
    f"<p>Дала<sup><a href='#fn1'>1</a></sup> кең. {WORDS * 3}</p><p>Соңғы жол.</p>"
    "<section id='footnotes'><ol><li id='fn1'>Жазық жер.</li></ol></section>"
)


def read(record, design):
    made = typeset_article(record, {}, design)
    return PdfReader(io.BytesIO(made.pdf), strict=True)


def places(page):
    """The stretches of text of a page with their left and bottom, in points."""
    found = []

    def visit(stretch, page_matrix, text_matrix, _font, _size):
        if stretch.strip():
            across, up = text_matrix[4:]
            a, b, c, d, left, bottom = page_matrix
            position = (round(a * across + c * up + left), round(b * across + d * up + bottom))
            found.append((stretch.strip(), *position))

    page.extract_text(visitor_text=visit)
    return found


def place(page, words):
    return next((left, bottom) for stretch, left, bottom in places(page) if words in stretch)


def paragraphs(count):
    return f"<p>{WORDS * 6}</p>" * count


@DESIGNS
def test_a_note_stands_at_the_foot_of_the_page_that_calls_it(design):
    (page,) = read(a_public_record(body=NOTED), design).pages

    _left, last_line = place(page, "Соңғы жол")
    _left, note = place(page, "Жазық жер")
    assert note < 100 < last_line
    assert "Ескертпелер" not in page.extract_text()


@DESIGNS
def test_a_citation_is_a_link_to_its_reference(design):
    references = tuple(Reference(text=f"Кітап {letter}") for letter in "АБВ")
    record = a_public_record(body=f"<p>Айтылған [3].</p>{paragraphs(30)}", references=references)

    pdf = read(record, design)

    links = [link.get_object() for link in pdf.pages[0]["/Annots"]]
    (target,) = [link["/Dest"] for link in links if "/Dest" in link]
    number = pdf.get_page_number(target[0].get_object())
    left, bottom = place(pdf.pages[number], "Кітап В")
    assert number > 0
    assert abs(target[3] - bottom) < 30
    assert abs(target[2] - left) < 60


def test_a_word_that_two_lines_divide_is_whole_when_it_is_copied():
    (page,) = read(a_public_record(body=paragraphs(3)), TWO_COLUMNS).pages

    copied = page.extract_text()
    whole, hyphens = re.subn("[\u00ad-]\n", "", copied)  # pypdf reads either sign
    assert hyphens > 5
    assert "\u00ad" not in whole
    assert " ".join(whole.split()).count(WORDS.strip()) == 18


@pytest.mark.skipif(not QPDF, reason="qpdf is not installed")
@DESIGNS
def test_qpdf_finds_no_error_in_the_file(design, tmp_path):
    file = tmp_path / "article.pdf"
    record = a_public_record(body=NOTED, references=(Reference(text="Кітап", doi="10.5555/a"),))
    file.write_bytes(typeset_article(record, {}, design).pdf)

    check = subprocess.run([QPDF, "--check", file], capture_output=True, text=True)

    assert (check.returncode, check.stderr) == (0, "")


def test_the_text_has_two_columns_below_a_header_of_the_width_of_the_page():
    title = "Ұзын тақырып " * 4
    record = a_public_record(title=text(title.strip()), body=paragraphs(12))

    first, *_others = read(record, TWO_COLUMNS).pages

    layout = TWO_COLUMNS.layout
    second_column = round(71 + layout.column_width + 17)
    stretches = [stretch for stretch in places(first) if "Зерт" in stretch[0]]
    lefts = {left for _words, left, _bottom in stretches if left > second_column - 5}
    assert min(lefts) in range(second_column, second_column + 20)
    _left, header = place(first, "Keywords")
    assert header > max(bottom for _words, _left, bottom in stretches)
    assert any(title.strip() in words for words, *_place in places(first))


def cells(word, columns):
    return f"<tr>{f'<td>{word}</td>' * columns}</tr>"


@DESIGNS
def test_what_does_not_fit_is_typeset_and_named_in_either_layout(design):
    stored = io.BytesIO()
    Image.new("L", (3_000, 900), 200).save(stored, "PNG")
    sum_of = "<mo>+</mo>".join(f"<mi>x</mi><mn>{number}</mn>" for number in range(60))
    body = (
        f"{paragraphs(3)}<figure><img src='wide.png'><figcaption>1-сурет</figcaption></figure>"
        f"<table><caption>2-кесте</caption>{cells('өсімдіктер', 14)}</table>"
        f"<table><caption>3-кесте</caption>{cells('өсімдіктер', 60)}</table>"
        f"<p><math display='block'>{sum_of}</math></p>{paragraphs(3)}"
    )
    authors = tuple(an_author() for _place in range(300))

    record = a_public_record(body=body, authors=authors)
    made = typeset_article(record, {"wide.png": stored.getvalue()}, design)

    assert (made.is_archival, made.loss, made.broken) == (True, "", ())
    shown = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made.pdf)).pages)
    assert all(caption in shown for caption in ("1-сурет", "2-кесте", "3-кесте"))
    found = [each.spot.excerpt[:7] for each in typesetting_findings(record, made, design)]
    assert found == ["2-кесте", "3-кесте", "x0+x1+x"]


@pytest.mark.parametrize(
    "design",
    [
        TWO_COLUMNS,
        PdfDesign(layout=PdfLayout(size=10.5)),
        PdfDesign(logo="look/logo.png"),
        PdfDesign(colour="#123456"),
    ],
    ids=["columns", "size", "logo", "colour"],
)
def test_another_layout_or_look_makes_the_head_stale_and_not_the_text(design):
    record = with_pdf(a_public_record())

    assert not has_other_head(record, USUAL_DESIGN)
    assert has_other_head(record, design)
    assert not has_other_text(record, "pdf")


def test_another_name_of_the_journal_or_number_of_the_issue_makes_the_head_stale():
    record = with_pdf(a_public_record())
    renamed = msgspec.structs.replace(record.journal, name=text("Жаңа атау"))
    renumbered = msgspec.structs.replace(record.issue, number="77")

    changed = [
        msgspec.structs.replace(record, journal=renamed),
        msgspec.structs.replace(record, issue=renumbered),
        msgspec.structs.replace(record, section=text("Жаңа бөлім")),
    ]

    assert [has_other_head(each, USUAL_DESIGN) for each in changed] == [True] * 3
    assert not any(has_other_text(each, "pdf") for each in changed)


def test_facts_of_the_journal_that_no_pdf_prints_change_no_hash():
    record = a_public_record()
    journal = msgspec.structs.replace(record.journal, publisher=text("Басқа баспа"))

    other = msgspec.structs.replace(record, journal=journal)

    assert head_hash(other, USUAL_DESIGN) == head_hash(record, USUAL_DESIGN)


def with_pdf(record):
    galley = a_galley(b"%PDF-1.7", made_from=made_from(record, USUAL_DESIGN))
    return msgspec.structs.replace(record, galleys=(galley,))
