"""Files of other systems: their issues are made here, their pictures and PDFs attached."""

import unicodedata

import pytest

from articles.editing import working_record
from articles.intake.files_beside import Beside
from articles.intake.importing import Importer, import_file
from articles.models import Article, Issue
from tests.factories import a_journal, an_issue

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16
PDF = b"%PDF-1.4 invented"


def jats(body="", meta="", doi="10.5555/inv.1"):
    return (
        '<article xmlns:xlink="http://www.w3.org/1999/xlink" xml:lang="en"><front><article-meta>'
        f'<article-id pub-id-type="doi">{doi}</article-id><title-group><article-title>Wells'
        f"</article-title></title-group>{meta}<pub-date><year>2019</year></pub-date>"
        f"<volume>3</volume><issue>2</issue></article-meta></front><body>{body}</body></article>"
    ).encode()


def test_an_issue_is_made_once_and_found_again():
    journal = a_journal()

    import_file(jats(), Importer(journal=journal))
    import_file(jats(doi="10.5555/inv.2"), Importer(journal=journal))

    issue = Issue.objects.get()
    assert (issue.year, issue.volume, issue.number) == (2019, "3", "2")
    assert Article.objects.filter(issue=issue).count() == 2


@pytest.mark.parametrize(
    ("numbers", "is_found"),
    [
        ({"number": "2", "through_number": "31"}, True),
        ({"through_number": "2"}, True),
        ({"number": "2", "volume": "4"}, False),
        ({"number": "2", "part": "1"}, False),
        ({"volume": "3"}, False),
    ],
)
def test_an_issue_is_found_by_what_both_sides_know(numbers, is_found):
    journal = a_journal()
    issue = an_issue(journal, **{"year": 2019, "number": "", "through_number": "", **numbers})

    import_file(jats(), Importer(journal=journal))

    assert (Article.objects.get().issue == issue) is is_found


def test_a_dry_run_makes_no_issue():
    import_file(jats(), Importer(journal=a_journal(), dry_run=True))

    assert not Issue.objects.exists()


def test_pictures_and_the_pdf_beside_the_file_are_attached_and_missing_ones_told(tmp_path):
    (tmp_path / "f1.png").write_bytes(PNG)
    (tmp_path / "f2.png").write_bytes(PNG)
    (tmp_path / "f4.png").write_bytes(b"<svg/>")
    (tmp_path / "a.pdf").write_bytes(PDF)
    figures = "".join(
        f'<fig><graphic xlink:href="{name}"/></fig>'
        for name in ("pictures/f1.png", "f2", "f3.tif", "f4.png", "..%2Fx.png")
    )

    (imported,) = import_file(jats(figures), Importer(journal=a_journal()), tmp_path, "a.xml")

    record = working_record(Article.objects.get())
    assert {(galley.name, galley.kind) for galley in record.galleys} == {
        ("f1.png", "image"),
        ("f2.png", "image"),
        ("a.pdf", "pdf"),
    }
    assert 'src="f2.png"' in record.body
    assert imported.notes == (
        "Pictures not found beside the file, or of a kind that pages cannot show: f3.tif, "
        "f4.png, x.png.",
    )


def test_a_pdf_is_found_by_the_name_that_the_file_gives(tmp_path):
    (tmp_path / "other.pdf").write_bytes(PDF)
    (tmp_path / "text.pdf").write_bytes(PDF)
    meta = '<self-uri xlink:href="https://example.org/text.pdf"/>'

    import_file(jats(meta=meta), Importer(journal=a_journal()), tmp_path, "a.xml")

    (galley,) = working_record(Article.objects.get()).galleys
    assert galley.name == "text.pdf"


def test_a_pdf_that_is_named_and_not_there_is_told(tmp_path):
    meta = '<self-uri xlink:href="https://example.org/text.pdf"/>'

    (imported,) = import_file(jats(meta=meta), Importer(journal=a_journal()), tmp_path, "a.xml")

    assert imported.notes == ("Full texts not found beside the file: text.pdf.",)


@pytest.mark.parametrize(
    ("named", "stored"),
    [
        ("статья 1.pdf", "Статья 1.PDF"),
        ("статья 1", "статья 1.pdf"),
        ("pdf\\статья 1.pdf", "статья 1.pdf"),
        ("../статья 1.pdf", "статья 1.pdf"),
        ("статья (й).pdf", unicodedata.normalize("NFD", "статья (й).pdf")),
    ],
)
def test_a_pdf_is_found_by_its_name_however_it_is_written(tmp_path, named, stored):
    (tmp_path / stored).write_bytes(PDF)

    assert Beside(tmp_path).find(named, "pdf") == tmp_path / stored


def test_a_pdf_that_may_be_one_of_two_is_none(tmp_path):
    (tmp_path / "A.pdf").write_bytes(PDF)
    (tmp_path / "a.PDF").write_bytes(PDF)

    assert Beside(tmp_path).find("a.pdf") is None
