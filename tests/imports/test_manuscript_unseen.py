"""Three journals whose layouts were written before the reader saw them, in four kinds of files."""

import pytest

from articles.imports.manuscript import read_manuscript
from tests.imports.unseen import files, law, medical, technical

FORMS = {
    "text": (files.as_text, "article.txt"),
    "Word": (files.as_word, "article.docx"),
    "PDF": (files.as_pdf, "article.pdf"),
    "PDF of two columns": (lambda manuscript: files.as_pdf(manuscript, 2), "article.pdf"),
}
EMPTY = {
    "dates": dict.fromkeys(("received", "revised", "accepted", "published")),
    "bios": {"kk": [], "ru": [], "en": []},
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("manuscript", [medical, law, technical], ids=lambda one: one.__name__)
def test_a_layout_is_read_as_its_truth_says(manuscript, form):
    write, name = FORMS[form]

    found = read_manuscript(write(manuscript), name).to_json()

    truth = manuscript.truth()
    truth |= {field: empty | truth[field] for field, empty in EMPTY.items()}
    for sections in (found["sections"], truth["sections"]):
        for one in sections:  # a formula has no white space around it in a PDF
            one["text"] = one["text"].replace("\n\n", "\n")
    assert {field: found[field] for field in truth} == truth
