"""The review page offers the second reading of unsure lines, and counts what editors change."""

import json

import pytest

from articles.models import Manuscript
from tests.admin.manuscripts.manuscript_pages import a_read_manuscript, page_of, typed_of
from tests.factories import a_journal

pytestmark = pytest.mark.django_db


def test_a_second_reading_is_taken_with_one_click_and_typed_values_stay(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    key = make_title_unsure(manuscript)
    page = editor.get(page_of(manuscript))
    assert f'<button name="_take" value="{key}">' in page.text

    typed = typed_of(page, irsti="34.35.17", _take=key)
    taken = editor.post(page_of(manuscript), typed)

    fields = {field.name: field.typed for field in taken.context["form"].fields}
    assert (fields["title.kk"], fields["irsti"]) == ("", "34.35.17")
    manuscript.refresh_from_db()
    assert manuscript.taken == {key.partition(":")[0]: "leftover"}


def test_the_changed_values_are_counted_when_the_draft_is_saved(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    page = editor.get(page_of(manuscript))

    editor.post(page_of(manuscript), typed_of(page, **{"title.kk": "Дала", "_save": "1"}))

    manuscript.refresh_from_db()
    offered = [field for field in page.context["form"].fields if field.offered]
    assert (manuscript.offered, manuscript.changed) == (len(offered), 1)


def make_title_unsure(manuscript):
    """The stored reading with the Kazakh title as likely; the key of its second reading."""
    reading = json.loads(manuscript.reading)
    title = next(value for value in reading["found"] if value["path"] == "title.kk")
    title["sureness"] = "likely"
    reading["second_readings"] = [{"line_type": "leftover", "lines": title["lines"]}]
    Manuscript.objects.update(reading=json.dumps(reading))
    return f"{title['lines'][0]}:leftover"
