"""Pages of a PDF counted, read and cut; files that are damaged, protected, too long or hostile."""

import pytest
from django.core.files.base import ContentFile
from pypdf import PdfReader

from articles import limited_process
from articles.imports import pdf_pages, pdf_tasks
from articles.imports.pdf_pages import UnreadablePdf, cut_pages, read_pages
from tests.publishing.damaged_pdfs import DAMAGED, ENCRYPTED, GOOD, MISPRINTED, SHARED

DAMAGED_MESSAGE = (
    "“a.pdf” could not be read: the PDF is damaged or too complex. Open it, print it to a new "
    "PDF, and choose that file."
)


def a_file(content=GOOD, name="issues/a.pdf"):
    return ContentFile(content, name)


def message_of(content):
    with pytest.raises(UnreadablePdf) as refused:
        read_pages(a_file(content))
    return str(refused.value)


def test_pages_are_counted_and_the_first_ones_read():
    pages = read_pages(a_file(), texts=2)

    assert (pages.count, pages.problem) == (3, "")
    assert [text.strip() for text in pages.texts] == [
        "Plants of the steppe, page 1",
        "Plants of the steppe, page 2",
    ]


def test_pages_are_cut_by_their_ranges(tmp_path):
    pages = cut_pages(a_file(), [(0, 2), (2, 3)], str(tmp_path))

    parts = [PdfReader(tmp_path / f"{number}.pdf").pages for number in range(2)]
    assert [[page.extract_text().strip()[-1] for page in part] for part in parts] == [
        ["1", "2"],
        ["3"],
    ]
    assert [text.strip()[-1] for text in pages.texts] == ["1", "3"]


@pytest.mark.parametrize("wrong", [(-1, 1), (2, 4), (2, 2), (2, 1)])
def test_nothing_is_cut_if_a_range_is_not_in_the_file(wrong, tmp_path):
    pages = cut_pages(a_file(), [(0, 1), wrong], str(tmp_path))

    assert (pages.count, pages.texts, list(tmp_path.iterdir())) == (3, [], [])


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_refused_with_its_name_and_a_remedy(content):
    assert message_of(content) == DAMAGED_MESSAGE


@pytest.mark.parametrize("path", sorted(SHARED.glob("*.pdf")), ids=lambda path: path.stem)
def test_each_damaged_file_of_the_shared_cases_is_cut_or_refused(path, tmp_path):
    message = ""
    try:
        cut_pages(a_file(path.read_bytes()), [(0, 1)], str(tmp_path))
    except UnreadablePdf as refused:
        message = str(refused)

    assert (message or "cut") in ("cut", DAMAGED_MESSAGE)
    assert len(list(tmp_path.iterdir())) == (0 if message else 1)


@pytest.mark.parametrize("content", MISPRINTED.values(), ids=MISPRINTED.keys())
def test_pages_whose_text_is_damaged_are_counted_without_it(content):
    pages = read_pages(a_file(content), texts=1)

    assert (pages.count, pages.texts) == (3, [""])


def test_a_file_with_a_password_is_refused():
    assert message_of(ENCRYPTED) == ("“a.pdf” is protected by a password. Save the PDF without it.")


def test_a_file_of_too_many_pages_is_refused(monkeypatch):
    monkeypatch.setattr(pdf_pages, "MOST_PAGES", 2)

    assert message_of(GOOD) == "“a.pdf” has more than 2 pages. Split the PDF."


@pytest.mark.parametrize(("limit", "size"), [("MEMORY_BYTES", 20 * 2**20), ("FILE_BYTES", 500)])
def test_a_process_that_reaches_a_limit_is_a_damaged_file(limit, size, monkeypatch, tmp_path):
    monkeypatch.setattr(limited_process, limit, size)

    with pytest.raises(UnreadablePdf):
        cut_pages(a_file(), [(0, 1)], str(tmp_path))


def test_without_time_a_file_is_not_read():
    with pytest.raises(UnreadablePdf):
        read_pages(a_file(), seconds=0)


def test_the_texts_of_all_pages_have_one_limit(monkeypatch):
    monkeypatch.setattr(pdf_tasks, "TEXT_CHARACTERS", 5)

    assert list(pdf_tasks.limited(["aaa", "bbb", "ccc"])) == ["aaa", "bb", ""]
