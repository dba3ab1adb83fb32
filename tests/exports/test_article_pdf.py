"""The article's PDF, made from the record: what it shows, and what it says of itself."""

import io
import time

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from articles.exports.edition import typeset_article
from articles.exports.edition.content import content_of
from articles.exports.edition.findings import typesetting_findings
from articles.records.languages import text
from articles.records.pdf_layout import USUAL_DESIGN, PdfDesign, PdfLayout
from articles.records.record import Reference, Statements
from tests.exports.article_pdfs import FRACTION, elements, read, words
from tests.exports.articles import the_real_article
from tests.exports.schemas import BESIDE
from tests.exports.strategies import bodies, public_records
from tests.factories import a_public_record, an_affiliation, an_author
from tests.full_text_article import REFERENCES

real = pytest.mark.skipif(
    not (BESIDE / "manuscripts" / "seed.json").exists(), reason="the manuscripts are not here"
)


def test_the_first_page_shows_head_codes_dates_and_the_header_in_three_languages():
    record = a_public_record(
        authors=(an_author(corresponding=True, email="a@example.org", marks=(1,)),),
        irsti=("34.29.35",),
        udc=("581.5",),
    )

    _made, pdf = read(record)

    page = words(pdf)
    places = [
        page.index(shown)
        for shown in (
            "Дала ғылымы · Наука степи · Steppe Science",
            "https://doi.org/10.5555/0000-0000/2024-1-1",
            "Дала өсімдіктері",
            "Дала университеті, Қарқара, Қазақстан",
            "Аңдатпа. Мақалада дала",
            "Түйін сөздер. дала, өсімдік",
            "Растения степи",
            "Аннотация. В статье",
            "Ключевые слова. степь, растение",
            "Plants of the steppe",
            "Abstract. The article",
            "Keywords. steppe, plant",
        )
    ]
    assert places == sorted(places)
    for shown in ("34.29.35", "581.5", "15.01.2024", "29.03.2024", "a@example.org"):
        assert shown in page


def test_long_names_of_a_journal_have_lines_of_their_own_that_of_the_article_first():
    record = a_public_record(language="ru")
    name = text("Дала ғылымдары " * 3, "Науки степи " * 3, "Sciences of the steppe " * 2)
    journal = msgspec.structs.replace(record.journal, name=name)

    lines = content_of(msgspec.structs.replace(record, journal=journal), USUAL_DESIGN).journal

    assert lines[:3] == (name["ru"], name["kk"], name["en"])


def test_the_language_of_the_article_comes_first():
    order = [
        each.language
        for each in content_of(a_public_record(language="en"), USUAL_DESIGN).translations
    ]

    assert order == ["en", "kk", "ru"]


def test_a_language_without_title_abstract_and_keywords_has_no_header():
    record = a_public_record(title={"kk": "Дала"}, abstract={"ru": "Степь"}, keywords={})

    assert [each.language for each in content_of(record, USUAL_DESIGN).translations] == ["kk", "ru"]


def test_body_statements_notes_and_both_lists_follow():
    body = (
        f"<h2>Кіріспе</h2><p>Бұл.</p><p>{FRACTION}(7)</p><blockquote><p>Дала кең.</p></blockquote>"
        "<table><caption>1-кесте</caption><tr><th>Таң</th><td>14,2</td></tr></table>"
        "<section id='footnotes'><ol><li id='fn1'>Ескерту.</li></ol></section>"
    )
    record = a_public_record(
        body=body,
        statements=Statements(thanks=text("Рақмет.")),
        references=(Reference(text="Бірінші кітап", romanized="Birinshi kitap", doi="10.5555/a"),),
    )

    page = words(read(record)[1])

    shown = (
        "Кіріспе", "Бұл.", "(7)", "Дала кең.", "1-кесте", "14,2", "Ескертпелер", "1. Ескерту.",
        "Алғыс. Рақмет.", "Әдебиеттер тізімі", "1. Бірінші кітап https://doi.org/10.5555/a",
        "Әдебиеттер тізімі латын әрпімен", "1. Birinshi kitap",
    )  # fmt: skip
    places = [page.index(each) for each in shown]
    assert places == sorted(places)


def test_references_say_their_language():
    _made, pdf = read(a_public_record(references=REFERENCES[:3]))

    entries = elements(pdf.trailer["/Root"]["/StructTreeRoot"], "/LBody")
    assert [each.get("/Lang", "kk") for each in entries] == ["kk", "ru", "en"] * 2


def test_pages_are_numbered_from_the_first_page_and_have_running_heads():
    record = a_public_record(body="<p>Дала өсімдіктері туралы сөз.</p>" * 120, first_page="23")

    made, pdf = read(record)

    assert pdf.page_labels[:2] == ["23", "24"]
    assert made.pages == len(pdf.pages)
    second, third = (pdf.pages[place].extract_text() for place in (1, 2))
    assert "Дала ғылымы · 2024" in second
    assert "Дала өсімдіктері" in third
    assert "Дала ғылымы · 2024" not in third


def test_a_page_that_is_no_number_begins_at_one():
    assert content_of(a_public_record(first_page="S5"), USUAL_DESIGN).first_page == 1


def test_metadata_and_tags_are_in_the_pdf():
    record = a_public_record(title=text("H<sub>2</sub>O туралы"), keywords={"kk": ("дала", "су")})

    made, pdf = read(record)

    information = pdf.metadata
    assert information.title == "H2O туралы"
    assert information.author == "Төлегенова Ұлжан Сейітқызы"
    assert information.keywords == "дала, су"
    assert "https://doi.org/10.5555/0000-0000/2024-1-1" in information.subject
    catalogue = pdf.trailer["/Root"]
    assert catalogue["/Lang"] == "kk"
    assert catalogue["/MarkInfo"]["/Marked"] == True  # noqa: E712  # pypdf's own boolean
    assert "/StructTreeRoot" in catalogue
    packet = catalogue["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in packet
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert made.is_archival
    assert pdf.pdf_header == "%PDF-1.7"


def test_the_doi_and_each_author_have_fields_of_the_metadata():
    authors = (an_author(), an_author(kind="organisation", collective=text("R&D тобы\x07")))

    _made, pdf = read(a_public_record(authors=authors, doi="10.5555/a<b>"))

    metadata = pdf.xmp_metadata
    assert metadata.dc_creator == ["Төлегенова Ұлжан Сейітқызы", "R&D тобы"]
    assert metadata.dc_identifier == "doi:10.5555/a<b>"
    packet = pdf.root_object["/Metadata"].get_object().get_data().decode()
    assert ">10.5555/a&lt;b&gt;</prism:doi>" in packet
    assert "<pdfaProperty:name>doi</pdfaProperty:name>" in packet


def test_an_article_without_a_doi_has_no_field_of_it():
    packet = read(a_public_record(doi=""))[1].root_object["/Metadata"].get_object().get_data()

    assert b"prism" not in packet
    assert b"dc:identifier" not in packet


@pytest.mark.parametrize(
    "body",
    [
        "<h4>Терең</h4><p>x</p><h2>Бас</h2><h4>Тағы</h4>",
        "<blockquote><h3>Сөз</h3></blockquote><ul><li><h4>Тармақ</h4></li></ul>",
        "<h2></h2><h3><a id='x'></a></h3>",
    ],
)
def test_headings_have_no_gap_between_levels_and_are_never_empty(body):
    assert read(a_public_record(body=body))[0].is_archival


@settings(max_examples=15, deadline=None)
@given(bodies, st.sampled_from([1, 2]))
def test_any_body_is_typeset_and_archival(body, columns):
    design = PdfDesign(layout=PdfLayout(columns=columns))

    made = typeset_article(a_public_record(body=body), {}, design)

    assert (made.loss, made.is_archival) == ("", True)
    assert len(PdfReader(io.BytesIO(made.pdf), strict=True).pages) == made.pages


@settings(max_examples=10, deadline=None)
@given(public_records())
def test_any_record_is_typeset_and_what_the_fonts_lack_is_named(record):
    made, pdf = read(record)

    assert (made.loss, made.pages) == ("", len(pdf.pages))
    assert made.is_archival or any(typesetting_findings(record, made))


@pytest.mark.parametrize(
    ("bio", "printed"),
    [
        ("Төлегенова Ұлжан – доцент.", ["Төлегенова Ұлжан – доцент."]),
        ("Ботаника докторы.", ["Төлегенова Ұлжан Сейітқызы. ", "Ботаника докторы."]),
    ],
)
def test_a_biography_has_the_name_once(bio, printed):
    record = a_public_record(authors=(an_author(bio=text(bio)),))

    (paragraph,) = content_of(record, USUAL_DESIGN).biographies[0].blocks

    assert [run.text for run in paragraph.runs] == printed


def test_a_retracted_article_says_so():
    page = words(read(a_public_record(status="retracted"))[1])

    assert "Статья отозвана" in page


def test_three_hundred_authors_are_typeset():
    authors = tuple(an_author(marks=(place % 50 + 1,)) for place in range(300))
    affiliations = tuple(an_affiliation() for _place in range(50))

    made, pdf = read(a_public_record(authors=authors, affiliations=affiliations))

    assert made.is_archival
    assert words(pdf).count("Төлегенова Ұлжан Сейітқызы") >= 300
    assert pdf.pages[0].extract_text().count("Төлегенова Ұлжан Сейітқызы") > 20


@real
def test_the_real_article_is_typeset_in_seconds():
    record = the_real_article()
    start = time.process_time()

    made, pdf = read(record)

    assert time.process_time() - start < 5
    assert (made.is_archival, made.pages, pdf.page_labels[0]) == (True, len(pdf.pages), "23")
    assert list(typesetting_findings(record, made)) == []
