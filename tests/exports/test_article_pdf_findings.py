"""What cannot be typeset as it is: wide tables, letters, pictures, formulas; each is named."""

import io

import msgspec
import pytest
from PIL import Image

from articles.exports.edition.findings import typesetting_findings
from articles.records.languages import text
from articles.records.record import Name, Reference
from tests.exports.article_pdfs import findings, read, words
from tests.factories import a_public_record, an_author


def test_a_wide_table_is_turned_and_named():
    wide = "<table><caption>5-кесте</caption><tr>" + "<td>өсімдіктер</td>" * 16 + "</tr></table>"
    record = a_public_record(body=f"<p>x</p>{wide}")

    made, pdf = read(record)

    assert "5-кесте" in words(pdf)
    assert made.pages == 2
    assert findings(record, made) == [
        ("body", "The table “5-кесте” is wider than the page; it has a turned page of its own.")
    ]


def test_a_table_wider_than_any_page_is_typeset_and_named():
    row = "<tr>" + "<td>өсімдіктер</td>" * 60 + "</tr>"
    record = a_public_record(body=f"<table>{row}</table>")

    made, _pdf = read(record)

    message = "The table “өсімдіктер” is wider than a turned page; its words break anywhere."
    assert findings(record, made) == [("body", message)]


def test_all_letters_without_a_glyph_are_named_with_their_fields():
    record = a_public_record(
        references=(Reference(text="Книга 中国 о степи, Ω"),),
        keywords={"kk": ("дала", "草原")},
        body="<p>Сөз &#x1F33E;, 中国, 中国.</p>",
        authors=(an_author(names={"kk": Name("Ли", "国", "")}),),
    )

    made, pdf = read(record)

    assert not made.is_archival
    assert "о степи" in words(pdf)
    assert [(each.field, each.spot.excerpt) for each in typesetting_findings(record, made)] == [
        ("keywords", "草原"),
        ("authors[1].names.given", "国"),
        ("references[1].text", "中国"),
        ("body", "🌾"),
        ("body", "中国"),
    ]


def test_a_letter_without_a_glyph_in_the_name_of_the_journal_is_named():
    record = a_public_record()
    journal = msgspec.structs.replace(record.journal, name=text("Дала 草"))
    record = msgspec.structs.replace(record, journal=journal)

    ((field, message),) = findings(record, read(record)[0])

    assert field == "journal"
    assert "草" in message


def test_a_large_picture_is_made_smaller_and_a_broken_one_named():
    noise = Image.effect_noise((3_000, 3_000), 100)
    stored = io.BytesIO()
    noise.save(stored, "PNG")
    pictures = {
        "large.png": stored.getvalue(),
        "broken.png": b"\x89PNG\r\n\x1a\nxxxx",
        "scan.tiff": b"II*\0",
    }
    body = "".join(f"<figure><img src='{name}'></figure>" for name in (*pictures, "absent.png"))
    record = a_public_record(body=body)

    made, pdf = read(record, pictures)

    assert len(pictures["large.png"]) > 4 * 2**20
    assert (made.reduced, made.broken) == (
        ("large.png",),
        ("broken.png", "scan.tiff", "absent.png"),
    )
    (image,) = (image for page in pdf.pages for image in page.images)
    assert image.image.size == (2_400, 2_400)
    assert len(findings(record, made)) == 4


@pytest.mark.parametrize(
    "around",
    [
        "<p>y {}</p>",
        "<h2>y {}</h2>",
        "<table><caption>y {}</caption><tr><td>1</td></tr></table>",
        "<table><tr><td>y {}</td></tr></table>",
        "<figure><figcaption>y {}</figcaption></figure>",
    ],
)
def test_an_unknown_part_of_a_formula_is_typeset_as_text_and_named(around):
    deep = "<math>" + "<msqrt>" * 25 + "<mi>x</mi>" + "</msqrt>" * 25 + "</math>"
    record = a_public_record(body=around.format(deep))

    made, _pdf = read(record)

    ((field, message),) = findings(record, made)
    assert field == "body"
    assert message.endswith("are typeset as text: msqrt.")


def test_what_is_drawn_around_a_part_of_a_formula_is_told_if_it_is_left_out():
    struck = "<menclose notation='updiagonalstrike top'><mi>x</mi></menclose>"
    record = a_public_record(body=f"<p>y <math>{struck}</math></p>")

    made, pdf = read(record)

    ((field, message),) = findings(record, made)
    assert field == "body"
    assert message.endswith("of the formula “x” are left out: updiagonalstrike.")
    assert "𝑥" in words(pdf)


@pytest.mark.parametrize(
    "hostile", ['#panic("x") $x^2$ <label> @ref *b* `raw` #include "/etc/passwd"', "w" * 5_000]
)
def test_text_is_never_markup_of_the_typesetter(hostile):
    safe = hostile.replace("<", "&lt;")
    record = a_public_record(
        title={"kk": hostile},
        keywords={"kk": (hostile,)},
        body=f"<p>{safe} <math><mi>{safe}</mi><mtext>{safe}</mtext></math></p>",
        references=(Reference(text=hostile),),
    )

    made, _pdf = read(record)

    assert made.loss == ""


def test_a_record_without_dates_is_typeset_and_not_marked_as_archival():
    record = a_public_record(
        received_on=None, accepted_on=None, published_on=None, issue=None, first_page=""
    )

    made, _pdf = read(record)

    assert (made.is_archival, made.loss) == (False, "")
    message = "The PDF is not marked as PDF/A: the article has no date, or its text an error."
    assert findings(record, made) == [("published_on", message)]
