"""The review page offers the second reading of unsure lines, and counts what editors change."""

import json

import pytest
from django.urls import reverse

from articles.models import Manuscript
from tests.admin.manuscripts.manuscript_pages import TEXT, a_read_manuscript, page_of, typed_of
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


def test_a_line_that_nothing_was_read_from_has_the_button_too(editor):
    manuscript = a_read_manuscript(editor, a_journal(), text=f"{TEXT}\n\nМәтіннен тыс жол\n")
    reading = json.loads(manuscript.reading)
    number = next(each["number"] for each in reading["lines"] if "тыс жол" in each["text"])
    reading["second_readings"] = [{"line_type": "affiliation", "lines": [number]}]
    reading["unplaced"] = [number]
    Manuscript.objects.update(reading=json.dumps(reading))

    page = editor.get(page_of(manuscript))

    line = next(each for each in page.context["lines"] if each.number == number)
    assert [second.label for second in line.seconds] == ["an affiliation"]
    assert f'<button form="review" name="_take" value="{number}:affiliation">' in page.text
    editor.post(page_of(manuscript), typed_of(page, _take=f"{number}:affiliation"))
    manuscript.refresh_from_db()
    assert manuscript.taken == {str(number): "affiliation"}


def test_a_typed_value_that_is_replaced_is_named_and_put_back(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    key = make_title_unsure(manuscript)
    page = editor.get(page_of(manuscript))

    typed = typed_of(page, **{"title.kk": "Менің тақырыбым", "_take": key})
    taken = editor.post(page_of(manuscript), typed)

    (replaced,) = taken.context["replaced"]
    assert (str(replaced.label), replaced.text) == ("Title (Қазақша)", "Менің тақырыбым")
    carried = {replaced.input: replaced.text}
    checked = editor.post(page_of(manuscript), typed_of(taken, **carried, _check="1"))
    assert checked.context["replaced"] == [replaced]  # until it is put back
    back = editor.post(page_of(manuscript), typed_of(taken, **carried, _put_back="title.kk"))
    fields = {field.name: field.typed for field in back.context["form"].fields}
    assert (fields["title.kk"], back.context["replaced"]) == ("Менің тақырыбым", [])
    assert manuscript.article is None


def test_typed_text_of_a_field_that_is_gone_is_shown_to_be_copied(editor):
    manuscript = a_read_manuscript(editor, a_journal())
    page = editor.get(page_of(manuscript))

    carried = {"earlier.authors.7.email": "seventh@example.org"}
    shown = editor.post(page_of(manuscript), typed_of(page, **carried, _check="1"))

    (replaced,) = shown.context["replaced"]
    assert (str(replaced.label), replaced.has_field) == ("Author 8: email", False)
    assert "seventh@example.org" in shown.text


def test_the_list_shows_the_share_of_changed_values_over_all_manuscripts(editor):
    journal = a_journal()
    for offered, changed in ((40, 1), (60, 2), (None, None)):
        Manuscript.objects.create(
            journal=journal, name="a.txt", path="a", size=1, checksum="a", state="saved",
            offered=offered, changed=changed,
        )  # fmt: skip

    page = editor.get(reverse("admin:articles_manuscript_changelist"))

    assert "Values read in saved manuscripts (2): 100; changed by editors: 3 (3.0 %)." in page.text


@pytest.mark.parametrize("count", [1, 100])
def test_the_list_asks_the_same_for_any_number(editor, count, django_assert_num_queries):
    journal = a_journal()
    Manuscript.objects.bulk_create(
        Manuscript(journal=journal, name="a.txt", path="a", size=1, checksum="a", state="saved",
                   offered=10, changed=1)
        for _ in range(count)
    )  # fmt: skip
    editor.get(reverse("admin:articles_manuscript_changelist"))

    with django_assert_num_queries(6):  # session, user, totals, journals, manuscripts, the menu
        editor.get(reverse("admin:articles_manuscript_changelist"))
