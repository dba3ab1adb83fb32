"""The full text as HTML: a body without any block is told."""

import pytest

from articles.preflight import findings
from tests.factories import a_record


@pytest.mark.parametrize(
    ("body", "is_told"),
    [("", False), ("Жай мәтін, <em>тегсіз</em>.", True), ("<p>Мәтін.</p>", False)],
)
def test_a_full_text_without_paragraphs_is_a_warning(body, is_told):
    results = [each for each in findings(a_record(body=body)) if each.check == "check_paragraphs"]

    assert [(str(each.message), each.level, each.field) for each in results] == (
        [("The full text has no paragraphs.", "warns", "body")] if is_told else []
    )
