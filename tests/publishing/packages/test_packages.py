"""Packages of an issue: what lies in them, and that nothing is begun that cannot be finished."""

from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.exports import stamp
from articles.models import Article, Issue
from articles.publishing.packages import PACKAGES, MissingFiles, PackageBlocked
from articles.publishing.packages.full_text import pdf_text
from articles.records.languages import text
from articles.records.record import Galley
from tests.exports.schemas import errors, parse
from tests.factories import a_journal, a_public_article, an_issue

STAMP = stamp(datetime(2024, 3, 29, tzinfo=UTC))


def pdf(line: str) -> bytes:
    """One page with one line, in Latin letters."""
    stream = f"BT /F1 12 Tf 10 10 Td ({line}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            len(body),
        )
    )


def a_galley(path: str, language: str = "kk", content: bytes | None = None) -> Galley:
    content = content or pdf("Steppe")
    name = default_storage.save(path, ContentFile(content))
    return Galley(language=language, name=path, size=len(content), checksum="0" * 64, path=name)


@pytest.fixture
def issue(db) -> Issue:
    journal = a_journal(elibrary_id="99999")
    issue = an_issue(journal)
    for place, title in ((2, "Екінші"), (1, "Бірінші"), (3, "Үшінші")):
        a_public_article(
            journal,
            doi=f"10.5555/{place}",
            issue_id=issue.pk,
            position=place,
            title=text(title, f"Статья № {place}", f"=Article {place} of <i>Stipa</i>"),
            galleys=(a_galley(f"paper-{place}.pdf"),),
            first_page=str(place * 10),
            last_page=str(place * 10 + 9),
        )
    withdrawn = Article.objects.get(doi="10.5555/3")
    Article.objects.filter(pk=withdrawn.pk).update(status="withdrawn")
    issue.cover.save("cover.PNG", ContentFile(b"picture"))
    return issue


def written(name: str, issue: Issue) -> bytes:
    return b"".join(PACKAGES[name].write(issue, STAMP))


def opened(name: str, issue: Issue) -> ZipFile:
    return ZipFile(BytesIO(written(name, issue)))


def test_a_rinc_package_has_the_xml_the_cover_and_a_pdf_an_article(issue):
    package = opened("rinc-zip", issue)

    assert package.testzip() is None
    assert package.namelist() == [
        "steppe-science-2024-1.xml",
        "cover.png",
        "01-kk.pdf",
        "02-kk.pdf",
    ]
    xml = package.read("steppe-science-2024-1.xml")
    assert errors(xml, "rinc") == []
    assert [file.text for file in parse(xml).iter("file")] == [
        "01-kk.pdf",
        "02-kk.pdf",
        "cover.png",
    ]
    assert package.read("01-kk.pdf") == pdf("Steppe")
    assert package.read("cover.png") == b"picture"


def test_a_rinc_package_takes_the_plain_text_out_of_the_pdf(issue):
    xml = opened("rinc-zip", issue).read("steppe-science-2024-1.xml")

    assert [element.text for element in parse(xml).iterfind("issue/articles/article/text")] == [
        "Steppe",
        "Steppe",
    ]


def test_a_pdf_that_cannot_be_read_leaves_the_text_empty(issue):
    for galley in Article.objects.get(doi="10.5555/1").galleys.all():
        with default_storage.open(galley.file.name, "wb") as file:
            file.write(b"%PDF-1.4 nothing")

    xml = opened("rinc-zip", issue).read("steppe-science-2024-1.xml")

    assert [element.text for element in parse(xml).iterfind("issue/articles/article/text")] == [
        None,
        "Steppe",
    ]


@pytest.mark.parametrize("name", ["rinc-zip", "jats-zip", "issue_list-zip"])
def test_the_same_issue_gives_the_same_members_with_its_own_date(issue, name):
    first, again = opened(name, issue), opened(name, issue)

    assert first.namelist() == again.namelist()
    assert {info.date_time for info in first.infolist()} == {(2024, 3, 29, 0, 0, 0)}


def test_the_articles_of_a_jats_package_are_valid(issue):
    package = opened("jats-zip", issue)

    assert errors(package.read("01/01.xml"), "jats") == []


def test_a_jats_package_has_a_folder_an_article(issue):
    package = opened("jats-zip", issue)

    assert package.namelist() == [
        "cover.png",
        "01/01.xml",
        "01/paper-1.pdf",
        "02/02.xml",
        "02/paper-2.pdf",
    ]


@pytest.mark.parametrize("name", ["rinc-zip", "jats-zip", "issue_list-zip"])
def test_a_file_that_is_gone_is_named_before_anything_is_written(issue, name):
    galley = Article.objects.get(doi="10.5555/2").galleys.get()
    default_storage.delete(galley.file.name)

    with pytest.raises(MissingFiles) as missing:
        PACKAGES[name].write(issue, STAMP)

    assert missing.value.paths == [galley.file.name]


def test_all_blocking_findings_of_an_issue_are_reported_at_once(issue):
    issue.journal.elibrary_id = ""
    issue.journal.save()

    with pytest.raises(PackageBlocked) as blocked:
        PACKAGES["rinc-zip"].write(issue, STAMP)

    assert [
        [finding.field for finding in findings] for findings in blocked.value.findings.values()
    ] == [["journal.elibrary_id"], ["journal.elibrary_id"]]


@pytest.mark.parametrize("name", PACKAGES)
def test_an_issue_without_public_articles_is_refused(db, name):
    with pytest.raises(PackageBlocked) as blocked:
        PACKAGES[name].write(an_issue(a_journal()), STAMP)

    assert str(blocked.value) == "The issue has no published articles."


def rows(issue: Issue, sheet: int) -> list[tuple]:
    book = openpyxl.load_workbook(BytesIO(written("issue_list-xlsx", issue)))
    return list(book.worksheets[sheet].iter_rows(values_only=True))


def test_the_table_has_a_description_in_each_language(issue):
    headings, first, second = rows(issue, 0)

    assert headings[:4] == (
        "№",
        "Сипаттама / Описание / Description (қазақша)",
        "Сипаттама / Описание / Description (на русском)",
        "Сипаттама / Описание / Description (in English)",
    )
    assert first[:3] == (
        "1",
        "Төлегенова, Ұ. С. Бірінші / Ұ. С. Төлегенова // Дала ғылымы. – 2024. – № 1. – Б. 10–19. – "
        "Қолжетімділік режимі: https://doi.org/10.5555/1.",
        "Тулегенова, У. С. Статья № 1 / У. С. Тулегенова // Наука степи. – 2024. – № 1. – "
        "С. 10–19. – Режим доступа: https://doi.org/10.5555/1.",
    )
    assert second[0] == "2"


def test_the_table_lists_each_reference_in_both_forms(issue):
    _headings, first, second = rows(issue, 1)

    assert first[:4] == (
        "1",
        "1",
        "Сәрсенов Қ. Дала кітабы. – Қарқара: Дала, 2019. – 120 б.",
        "Sarsenov Q. Dala kitaby [Book of the steppe]. Karkara: Dala, 2019.",
    )
    assert second[0] == "2"


def test_a_text_never_becomes_a_formula(issue):
    Article.objects.filter(doi="10.5555/2").update(status="withdrawn")
    book = openpyxl.load_workbook(BytesIO(written("issue_list-xlsx", issue)))

    types = {cell.data_type for row in book.worksheets[0].iter_rows() for cell in row if cell.value}

    assert types == {"s"}


def test_the_document_says_all_of_an_article_with_its_italics(issue):
    paper = docx.Document(BytesIO(written("issue_list-docx", issue)))
    lines = [paragraph.text for paragraph in paper.paragraphs]

    assert lines[:3] == [
        "Дала ғылымы. – 2024. – № 1",
        "Наука степи. – 2024. – № 1",
        "Steppe Science. – 2024. – No. 1",
    ]
    assert lines[3] == "1. Бірінші"
    assert [line for line in lines if line.startswith("DOI: ")] == [
        "DOI: https://doi.org/10.5555/1",
        "DOI: https://doi.org/10.5555/2",
    ]
    italics = {run.text for part in paper.paragraphs for run in part.runs if run.italic}
    assert italics == {"Stipa"}
    assert lines.count("References") == 2
    assert paper.core_properties.modified.date() == date(2000, 1, 1)


def test_the_headings_of_the_document_have_their_levels(issue):
    paper = docx.Document(BytesIO(written("issue_list-docx", issue)))
    headings = [
        (part.style.name, part.text) for part in paper.paragraphs if part.style.name[:4] == "Head"
    ]

    assert headings[:6] == [
        ("Heading 1", "Дала ғылымы. – 2024. – № 1"),
        ("Heading 1", "Наука степи. – 2024. – № 1"),
        ("Heading 1", "Steppe Science. – 2024. – No. 1"),
        ("Heading 2", "1. Бірінші"),
        ("Heading 3", "Аңдатпа / Аннотация / Abstract"),
        ("Heading 3", "Түйін сөздер / Ключевые слова / Keywords"),
    ]


def test_the_zip_of_the_list_has_both_files_and_the_pdfs(issue):
    assert opened("issue_list-zip", issue).namelist() == [
        "steppe-science-2024-1.xlsx",
        "steppe-science-2024-1.docx",
        "01-kk.pdf",
        "02-kk.pdf",
    ]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(damage=st.lists(st.tuples(st.integers(0, 600), st.binary(max_size=12)), max_size=6))
def test_a_damaged_pdf_never_stops_a_package(damage):
    content = bytearray(pdf("Steppe"))
    for place, garbage in damage:
        content[place : place + len(garbage)] = garbage
    name = default_storage.save("damaged.pdf", ContentFile(bytes(content)))

    assert isinstance(pdf_text(name), str)
