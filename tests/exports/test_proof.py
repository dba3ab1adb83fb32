"""The author's proof as PDF: everything in the draft, marked as a proof on every page."""

import io
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from articles.exports import FORMATS
from articles.exports.proof import DraftVersion, write
from articles.exports.typesetting import typesetter
from articles.exports.typesetting.blocks import Figure, Listing, Paragraph, Quotation, Run, Table
from articles.exports.typesetting.body import Body, read_body
from articles.exports.typesetting.typesetter import TypesettingFailed
from articles.records.languages import text
from articles.records.record import Reference
from tests.factories import a_public_record, an_author

DRAFT = DraftVersion(7, datetime(2026, 11, 24, 13, 5))
MARK = "Корректура – жарияланбаған · Корректура – не опубликовано · Proof – not published"
LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"


def pages(record, pictures=None):
    read = PdfReader(io.BytesIO(write(record, DRAFT, pictures or {})))
    return [page.extract_text() for page in read.pages]


def a_picture(size=(60, 40), kind="PNG"):
    made = io.BytesIO()
    Image.new("RGB", size, "green").save(made, kind)
    return made.getvalue()


def test_a_proof_shows_the_header_in_three_languages():
    record = a_public_record(
        title=text(f"Дала {LETTERS}", "Растения <i>Stipa</i> степи", "CO<sub>2</sub> of plants"),
        authors=(an_author(corresponding=True, email="a@example.org"),),
        irsti=("34.29.35",),
    )

    (page,) = pages(record)

    for shown in (
        f"Дала {LETTERS}",
        "Растения Stipa степи",
        "CO2 of plants",
        "Төлегенова Ұлжан Сейітқызы",
        "Ulzhan Tolegenova",
        "Дала университеті, Қарқара, Қазақстан",
        "Аңдатпа. Мақалада дала өсімдіктерінің түрлері сипатталады.",
        "Ключевые слова. степь, растение",
        "Дала ғылымы · Наука степи · Steppe Science",
        "https://doi.org/10.5555/0000-0000/2024-1-1",
        "34.29.35",
        "15.01.2024",
        "5–14",
        "a@example.org",
    ):
        assert shown in page


def test_every_page_is_marked_as_a_proof_with_its_version():
    record = a_public_record(body="<p>Дала өсімдіктері туралы.</p>" * 120)

    found = pages(record)

    assert len(found) > 2
    for number, page in enumerate(found, 1):
        assert MARK in page
        assert "нұсқа/версия/version 7, 24.11.2026 13:05" in page
        assert f"{number} / {len(found)}" in page


def test_both_reference_lists_keep_their_numbers():
    references = (
        Reference(text="Бірінші кітап", romanized="Birinshi kitap", doi="10.5555/a"),
        Reference(text="A second book"),
    )

    (page,) = pages(a_public_record(references=references))

    first, second = page.split("Әдебиеттер тізімі латын әрпімен")
    assert first.index("1. Бірінші кітап https://doi.org/10.5555/a") < first.index("2. A second")
    assert second.index("1. Birinshi kitap https://doi.org/10.5555/a") < second.index("2. A second")


def test_missing_values_are_shown_as_missing():
    (page,) = pages(a_public_record(title={"kk": "Дала"}, abstract={}, keywords={}, doi=""))

    assert page.count("(жоқ)") == 2
    assert page.count("(нет)") == 3


def test_the_body_is_typeset_with_its_lists_tables_and_notes():
    body = (
        "<h2>Кіріспе</h2><p>H<sub>2</sub>O<sup><a href='#fn1'>1</a></sup></p>"
        "<ol start='4'><li>төрт</li></ol>"
        "<table><caption>1-кесте</caption><tr><th>Таң</th><td>14,2</td></tr></table>"
        "<section id='footnotes'><ol><li id='fn1'>Ескерту.</li></ol></section>"
    )

    (page,) = pages(a_public_record(body=body))

    for shown in ("Кіріспе", "H2O1", "4. төрт", "1-кесте", "Таң", "14,2", "1Ескерту."):
        assert shown in page


def test_the_body_becomes_blocks_with_its_notes_apart():
    body = (
        "<p>a <em>b</em>\n c</p><ul><li>d</li></ul><figure><img src='x.png'>"
        "<figcaption>e</figcaption></figure><section id='footnotes'><p>f</p></section>"
    )

    assert read_body(body) == Body(
        blocks=(
            Paragraph((Run("a "), Run("b", ("i",)), Run(" c"))),
            Listing(False, 1, ((Paragraph((Run("d"),)),),)),
            Figure(("x.png",), (Run("e"),)),
        ),
        uncalled=(Paragraph((Run("f"),)),),
    )


def test_a_quotation_is_a_block_of_its_own_with_whose_words_it_is():
    body = "<p>a</p><blockquote><p>Дала кең.</p><footer>Абай</footer></blockquote>"

    blocks = read_body(body).blocks

    words, source = Paragraph((Run("Дала кең."),)), Paragraph((Run("Абай"),))
    assert blocks == (Paragraph((Run("a"),)), Quotation((words, source)))
    assert "Дала кең. Абай" in " ".join(" ".join(pages(a_public_record(body=body))).split())


def test_a_formula_is_a_line_of_text():
    formula = "<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>"

    (paragraph,) = read_body(f"<p>x is {formula}</p>").blocks

    assert "".join(run.text for run in paragraph.runs) == "x is a/2"


def test_cells_keep_their_positions_even_if_spans_overlap():
    body = (
        "<table><tr><td rowspan='70000' colspan='2'>a</td><td>b</td></tr>"
        "<tr><td colspan='x'>c</td><td>d</td></tr></table>"
    )

    (table,) = read_body(body).blocks

    assert isinstance(table, Table)
    assert [(cell.x, cell.y, cell.columns, cell.rows) for cell in table.cells] == [
        (0, 0, 2, 2),
        (2, 0, 1, 1),
        (2, 1, 1, 1),
        (3, 1, 1, 1),
    ]


def test_pictures_are_shown_and_a_broken_one_is_named():
    pictures = {
        "good.png": a_picture(),
        "photo.JPG": a_picture(kind="JPEG"),
        "broken.png": b"\x89PNG\r\n\x1a\nxxxx",
        "script.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    }
    body = "".join(f"<figure><img src='{name}'></figure>" for name in (*pictures, "absent.png"))

    pdf = write(a_public_record(body=body), DRAFT, pictures)

    read = PdfReader(io.BytesIO(pdf))
    page = "".join(page.extract_text() for page in read.pages)
    assert sum(len(page.images) for page in read.pages) == 2
    assert [name for name in (*pictures, "absent.png") if f"picture not shown: {name}" in page] == [
        "broken.png",
        "script.svg",
        "absent.png",
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        '#panic("x") $x^2$ <label> @ref *b* `raw` #include "/etc/passwd" \\ // /* = h',
        "w" * 5_000,
        "https://example.org/" + "a" * 3_000,
        "a\x00b\x0bc\ufffe",
        "\u202eesrever\u202c \u200b\u00ad",
    ],
)
def test_text_is_never_markup_of_the_typesetter(hostile):
    safe = hostile.replace("<", "&lt;")
    record = a_public_record(
        title={"kk": hostile},
        abstract={"ru": hostile},
        keywords={"en": (hostile,)},
        body=f"<p>{safe}</p><table><tr><td>{safe}</td></tr></table><p><a href='{safe}'>x</a></p>",
        references=(Reference(text=hostile, doi=hostile),),
    )

    first = pages(record)[0]

    assert MARK in first
    if hostile.startswith("#panic"):
        assert '#panic("x") $x^2$ <label> @ref *b*' in first


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>x" * 3_000,
        "<p>" + "<em>a<sub>" * 3_000,
        "<table><tr><td>a" * 300,
        "<table></table><table><tr></tr></table><ol></ol><figure></figure><h2></h2><p> </p>",
        "<table>" + "<tr>" + "<td>дала</td>" * 200 + "</tr></table>",
        "<table><thead>" + "<tr><th>h</th></tr>" * 200 + "</thead><tr><td>x</td></tr></table>",
        "<img src='a.png'>" * 50,
        "<p>&#0;&#xD800;&lt;</p><a href='javascript:x'>y</a><script>z</script>",
    ],
)
def test_any_body_is_typeset(body):
    assert MARK in pages(a_public_record(body=body))[0]


@settings(max_examples=12, deadline=None)
@given(st.text(max_size=200), st.text(alphabet="<>/ptdrhola123 ='\"&;", max_size=200))
def test_any_text_and_markup_is_typeset(words, markup):
    assert MARK in pages(a_public_record(title={"ru": words}, body=markup))[0]


def test_two_hundred_references_are_typeset():
    references = tuple(Reference(text=f"Кітап {n}", romanized=f"Kitap {n}") for n in range(1, 201))

    text = "\n".join(pages(a_public_record(references=references)))

    assert "200. Кітап 200" in text
    assert "200. Kitap 200" in text


def test_the_same_draft_gives_the_same_bytes():
    record = a_public_record(body="<p>x</p>")

    assert write(record, DRAFT, {}) == write(record, DRAFT, {})


def test_a_body_that_the_typesetter_cannot_handle_is_typeset_as_text(monkeypatch):
    typeset = typesetter.typeset
    asked = []

    def defeated(*arguments):
        asked.append(len(asked))
        return typeset(*arguments) if len(asked) > 1 else None

    monkeypatch.setattr(typesetter, "typeset", defeated)

    (page,) = pages(a_public_record(body="<h2>Кіріспе</h2><p>Дала.</p>"))

    assert "Кіріспе" in page
    assert "Дала." in page


def test_pictures_that_the_typesetter_cannot_handle_are_named(monkeypatch):
    typeset = typesetter.typeset
    monkeypatch.setattr(
        typesetter,
        "typeset",
        lambda template, content, pictures, *how: (
            None if pictures else typeset(template, content, pictures, *how)
        ),
    )
    body = "<img src='steppe.png'><table><tr><td>Дала</td></tr></table>"

    pdf = write(a_public_record(body=body), DRAFT, {"steppe.png": a_picture()})

    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "steppe.png" in text
    assert "Дала" in text


def test_typesetting_stops_at_its_time_limit(monkeypatch):
    monkeypatch.setattr(typesetter, "SECONDS", 1)
    endless = a_public_record(body=f"<p>{'Дала өсімдіктері туралы сөз. ' * 60}</p>" * 3_000)

    with pytest.raises(TypesettingFailed):
        write(endless, DRAFT, {})


def test_the_proof_is_no_public_format():
    assert "proof" not in FORMATS
