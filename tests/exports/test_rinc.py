"""The XML for РИНЦ: valid by its schema, and by rules beyond it."""

import re

import msgspec
import pytest
from hypothesis import given, settings
from lxml import etree

from articles.exports import FORMATS, NotExportable, rinc
from articles.records.facts import IssueFacts
from articles.records.languages import LANGUAGES, text
from articles.records.markup import plain
from articles.records.names import Name
from articles.records.notices import with_marked_title
from articles.records.record import Authorship, Reference
from tests.exports.articles import a_full_record, the_real_article, written
from tests.exports.schemas import BESIDE, errors, needs_shared, parse
from tests.exports.strategies import public_records
from tests.factories import ISSUE, JOURNAL, a_public_record, an_affiliation, an_author
from tests.goldens import golden

SAME_AS_THE_EXAMPLE = (
    "//artTitle", "//artTitle/@lang", "//keyword", "//kwdGroup/@lang", "//doi", "//altNumber",
    "//dateReceived", "//dateAccepted", "//individInfo/@lang", "//article/pages",
)  # fmt: skip
CODE = {"kk": "KKZ", "ru": "RUS", "en": "ENG"}


def write(*articles):
    return written("rinc", *articles)


def texts_at(xml, path):
    return [value if isinstance(value, str) else value.text for value in parse(xml).xpath(path)]


def real():
    record = the_real_article()
    journal = msgspec.structs.replace(record.journal, elibrary_id="99999")
    return msgspec.structs.replace(record, journal=journal)


def blocked(record):
    with pytest.raises(NotExportable) as refused:
        write(record)
    return [finding.field for finding in refused.value.findings]


def test_rinc_equals_the_golden_file():
    xml = write(a_full_record(), a_public_record(id=2, first_page="15", last_page="20"))

    assert xml == golden("rinc.xml", xml)


@needs_shared
def test_the_real_article_is_valid_and_has_the_elements_of_the_worked_example():
    example = parse((BESIDE / "examples" / "elibrary.xml").read_bytes())
    elsewhere = {"furl", "files", "town", "country"}  # the manuscript has none of these

    xml = write(real())

    assert errors(xml, "rinc") == []
    tags = {element.tag for element in parse(xml).iter()}
    assert {element.tag for element in example.iter()} - tags - elsewhere == set()
    for path in SAME_AS_THE_EXAMPLE:
        assert texts_at(xml, path) == texts_at(etree.tostring(example), path)
    assert len(parse(xml).xpath("//reference")) == 10
    assert len(parse(xml).xpath("//refInfo")) == 20


@pytest.mark.parametrize(
    "article",
    [a_full_record(), a_public_record(), a_public_record(issue=IssueFacts(year=2024, number="1"))],
)
def test_articles_are_valid(article):
    assert errors(write(article), "rinc") == []


@settings(max_examples=60, deadline=None)
@given(record=public_records())
def test_any_record_is_valid_or_refused_with_a_field(record):
    blocking = [finding for finding in rinc.check(record) if finding.is_blocking()]
    if blocking:
        assert blocked(record) == [finding.field for finding in blocking]
        return

    xml = write(record)

    assert errors(xml, "rinc") == []
    titles = parse(xml).xpath("//artTitle")
    expected = with_marked_title(record).title
    assert {title.get("lang"): "".join(title.itertext()) for title in titles} == {
        CODE[code]: plain(expected[code]).strip()
        for code in LANGUAGES
        if plain(expected.get(code, "")).strip()
    }


def test_the_code_of_kazakh_and_the_form_of_dates_are_those_of_elibrary():
    xml = write(a_public_record())

    assert texts_at(xml, "//artTitle/@lang") == ["KKZ", "RUS", "ENG"]
    assert texts_at(xml, "//langPubl") == ["KKZ"]
    assert texts_at(xml, "//dates/*") == ["15.01.2024", "20.02.2024", "29.03.2024"]


def test_several_organisations_of_an_author_are_on_one_line():
    place = an_affiliation(name=text("Шырақ институты", "", "Shyrak Institute"), country="KG")
    record = a_public_record(
        authors=(an_author(marks=(1, 2)),), affiliations=(an_affiliation(), place)
    )

    xml = write(record)

    assert texts_at(xml, "//orgName") == [
        "Дала университеті; Шырақ институты",
        "Университет степи; Шырақ институты",
        "Steppe University; Shyrak Institute",
    ]
    assert texts_at(xml, "//country") == [
        "Қазақстан; Қырғызстан",
        "Казахстан; Кыргызстан",
        "Kazakhstan; Kyrgyzstan",
    ]


def test_a_reference_holds_both_its_forms():
    reference = Reference(
        text="Иванов И. Растения степи. – 2019.", romanized="Ivanov I. Step. 2019."
    )
    alone = Reference(text="Green A. Grass. 2020.", romanized="Green A. Grass. 2020.")

    xml = write(a_public_record(references=(reference, alone)))

    assert [
        [(info.get("lang"), info[0].text) for info in each]
        for each in parse(xml).xpath("//reference")
    ] == [
        [("RUS", "Иванов И. Растения степи. – 2019."), ("ENG", "Ivanov I. Step. 2019.")],
        [("ENG", "Green A. Grass. 2020.")],
    ]


def test_only_the_corresponding_authors_email_is_written():
    authors = (
        an_author(email="a@example.org", corresponding=True),
        an_author(email="b@example.org"),
    )

    xml = write(a_public_record(authors=authors))

    assert set(texts_at(xml, "//email")) == {"a@example.org"}
    assert texts_at(xml, "//correspondent") == ["1", "0"]


def test_an_authors_codes_are_written_without_a_mistyped_spin():
    codes = {"spin": "1234-5678", "scopus": "57000000001", "researcher": "A-1234-2024"}
    authors = (an_author(codes=codes), an_author(codes={"spin": "12345678"}))

    xml = write(a_public_record(authors=authors))

    assert [(code.tag, code.text) for code in parse(xml).xpath("//authorCodes/*")] == [
        ("researcherid", "A-1234-2024"),
        ("spin", "1234-5678"),
        ("scopusid", "57000000001"),
    ]


def test_an_author_is_described_in_the_languages_that_the_name_has():
    authors = (
        an_author(names={"en": Name("Green", "Ann")}),
        an_author(names={"ru": Name("", "Абай")}),
        Authorship(kind="organisation", collective=text("Дала тобы")),
    )

    xml = write(a_public_record(authors=authors))

    assert [
        (info.get("lang"), info.findtext("surname"), info.findtext("initials"))
        for info in parse(xml).xpath("//individInfo")
    ] == [("ENG", "Green", "Ann"), ("RUS", "Абай", None), ("KKZ", "Дала тобы", None)]


@pytest.mark.parametrize(
    ("type", "code"),
    [("research", "RAR"), ("review", "REV"), ("letter", "COR"), ("retraction", "MIS")],
)
def test_article_types_have_the_codes_of_elibrary(type, code):
    assert texts_at(write(a_public_record(type=type)), "//artType") == [code]


def test_the_full_text_is_plain():
    xml = write(a_public_record(body="<h2>Кіріспе</h2><p>a &lt; b &amp; <em>c</em></p>"))

    assert texts_at(xml, "//article/text") == ["Кіріспе\na < b & c"]


def test_a_section_is_before_its_first_article_and_the_issue_has_the_page_range():
    articles = [
        a_public_record(id=1, section=text("Биология"), first_page="5", last_page="14"),
        a_public_record(id=2, section=text("Биология"), first_page="15", last_page="19"),
        a_public_record(id=3, section=text("Химия"), first_page="20", last_page="31"),
    ]

    root = parse(write(*articles))

    assert [child.tag for child in root.find("issue/articles")] == [
        "section", "article", "article", "section", "article",
    ]  # fmt: skip
    assert root.findtext("issue/pages") == "5-31"


def test_a_second_issue_is_refused():
    other = msgspec.structs.replace(ISSUE, number="2")

    with pytest.raises(NotExportable) as refused:
        write(a_public_record(), a_public_record(id=2, issue=other))

    assert [finding.field for finding in refused.value.findings] == ["issue_id"]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"issue": None}, ["issue_id"]),
        ({"issue": IssueFacts(year=2024, volume="XII")}, ["issue.number"]),
        ({"journal": msgspec.structs.replace(JOURNAL, elibrary_id="")}, ["journal.elibrary_id"]),
        ({"first_page": "", "last_page": ""}, ["first_page"]),
        ({"first_page": "e12", "last_page": ""}, ["first_page"]),
        ({"title": {}}, ["title"]),
        ({"title": text("<i></i>")}, ["title"]),
        ({"authors": (an_author(names={}),)}, ["authors[1].names"]),
        ({"authors": (an_author(orcid="0000-0000-0000-0002"),)}, ["authors[1].orcid"]),
    ],
)
def test_a_record_that_elibrary_would_refuse_is_refused_with_its_field(changes, fields):
    assert blocked(a_public_record(**changes)) == fields


@pytest.mark.parametrize("pages", [("5", "14"), ("iv", "x"), ("7", "7")])
def test_pages_are_digits_or_letters(pages):
    first, last = pages

    assert not [
        finding
        for finding in rinc.check(a_public_record(first_page=first, last_page=last))
        if finding.is_blocking()
    ]


def test_a_package_names_its_files_and_the_cover():
    files = rinc.Files(galleys={11: "1-kk.pdf"}, cover="cover.jpg")

    xml = b"".join(rinc.write_with_files([a_full_record()], files))

    root = parse(xml)
    assert [(file.get("desc"), file.text) for file in root.iter("file")] == [
        ("fullText", "1-kk.pdf"),
        ("cover", "cover.jpg"),
    ]
    assert [address.text for address in root.iter("furl")] == [
        "https://journal.example.org/kk/articles/1/files/12/article.pdf"
    ]
    assert "rinc" in FORMATS


def test_a_packages_xml_is_valid():
    files = rinc.Files(galleys={11: "1-kk.pdf"}, cover="cover.jpg")

    assert errors(b"".join(rinc.write_with_files([a_full_record()], files)), "rinc") == []


@pytest.mark.parametrize(
    ("reference", "entry"),
    [
        (Reference(doi="10.5555/x"), "https://doi.org/10.5555/x"),
        (Reference(url="https://example.org/a?b&c"), "https://example.org/a?b&amp;c"),
    ],
)
def test_a_reference_of_which_only_an_address_is_known_keeps_its_place(reference, entry):
    xml = written("rinc", a_public_record(references=(reference, Reference(text="Дала кітабы"))))

    assert re.findall('<refInfo lang="(.*?)">\n<text>(.*?)</text>', xml.decode()) == [
        ("ANY", entry),
        ("KKZ", "Дала кітабы"),
    ]
