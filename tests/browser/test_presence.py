"""Who else has an article open, and the small things of forms that only a browser shows."""

import pytest
from django.urls import reverse

from articles.models import Note, Presence
from tests.browser.admin_session import an_editor, signed_in
from tests.factories import a_journal, an_article, an_issue

pytestmark = pytest.mark.django_db(transaction=True)


def change_path(row):
    return reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])


def test_the_second_of_two_editors_is_told_of_the_first(live_server, browser):
    article = an_article()
    Note.objects.create(article=article, author=None, text="Рецензент жауабын күтеміз.")
    path = change_path(article)
    with (
        signed_in(browser, live_server, an_editor("aigerim"), path),
        signed_in(browser, live_server, an_editor("dana"), path) as second,
    ):
        second.locator("#presence:not(:empty)").wait_for()
        told = second.inner_text("#presence")
        notes = second.inner_text(".d-notes")

    assert told.strip() == "Also open now: aigerim"
    assert "Рецензент жауабын күтеміз." in notes
    assert Presence.objects.count() == 2


def test_a_file_button_speaks_the_language_of_the_interface(live_server, browser):
    issue = an_issue(a_journal())
    with signed_in(browser, live_server, an_editor(language="ru"), change_path(issue)) as page:
        before = page.inner_text(".field-cover .file-button")
        page.set_input_files(
            "#id_cover", {"name": "a.png", "mimeType": "image/png", "buffer": b"x"}
        )
        chosen = page.inner_text("#id_cover ~ .file-names")
        late = page.locator(".timezonewarning:visible").count()

    assert (before, chosen, late) == ("Выбрать файл", "a.png", 0)


def test_an_address_made_of_a_name_ends_with_a_whole_word(live_server, browser):
    path = reverse("admin:articles_journal_add")
    with signed_in(browser, live_server, an_editor(), path) as page:
        page.locator("#id_name_en").press_sequentially(
            "Bulletin of the Steppe University on Hydrometeorology and Soils"
        )
        address = page.input_value("#id_slug")

    assert address == "bulletin-of-the-steppe-university-on"
