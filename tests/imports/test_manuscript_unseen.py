"""Five journals with layouts that the reader was not developed on, in four kinds of files."""

import pytest

from articles.imports.manuscript import read_manuscript
from articles.imports.readers.line import Line
from articles.imports.readers.pdf_columns import columns_of
from tests.imports.unseen import files, geography, history, law, medical, technical

FORMS = {
    "text": (files.as_text, "article.txt"),
    "Word": (files.as_word, "article.docx"),
    "PDF": (files.as_pdf, "article.pdf"),
    "PDF of two columns": (lambda manuscript: files.as_pdf(manuscript, 2), "article.pdf"),
}
JOURNALS = (medical, law, technical, history, geography)
EMPTY = {
    "dates": dict.fromkeys(("received", "revised", "accepted", "published")),
    "bios": {"kk": [], "ru": [], "en": []},
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("manuscript", JOURNALS, ids=lambda module: module.__name__)
def test_a_layout_is_read_as_its_truth_says(manuscript, form):
    write, name = FORMS[form]

    found = read_manuscript(write(manuscript), name).to_json()

    truth = manuscript.truth()
    truth |= {field: empty | truth[field] for field, empty in EMPTY.items()}
    for sections in (found["sections"], truth["sections"]):
        for section in sections:  # a formula has no white space around it in a PDF
            section["text"] = section["text"].replace("\n\n", "\n")
    assert {field: found[field] for field in truth} == truth


@pytest.mark.parametrize("manuscript", [law, technical], ids=lambda module: module.__name__)
def test_three_columns_are_read_one_after_the_other(manuscript):
    found = read_manuscript(files.as_pdf(manuscript, 3), "article.pdf").to_json()

    truth = manuscript.truth()
    for field in ("abstract", "keywords", "authors", "affiliations", "references", "funding"):
        assert found[field] == truth[field], field
    assert [section["heading"] for section in found["sections"]] == [
        section["heading"] for section in truth["sections"]
    ]


def test_a_table_of_three_columns_is_not_a_page_of_three_columns():
    words = ("Мост", "12", "цел")
    rows = [
        Line(text=text, left=50 + 170 * at, right=90 + 170 * at, row=700 - 12 * row, size=9)
        for row in range(20)
        for at, text in enumerate(words)
    ]

    assert columns_of(rows) == []
