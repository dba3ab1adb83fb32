"""Nothing that an editor typed is lost: two editors on one article, crashes, lost sessions."""

import contextlib

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from playwright.sync_api import Error

from articles.editing import working_record
from articles.models import Article
from articles.records.languages import text
from tests.browser.admin_session import an_editor, messages_of, save, sign_in, signed_in
from tests.browser.restarted import Server
from tests.factories import a_journal, an_article, an_issue

pytestmark = pytest.mark.django_db(transaction=True)


def change_path(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def restore(page):
    with page.expect_navigation():
        page.click("#draft-offer button >> nth=0")


def save_stock(page):
    with page.expect_navigation():
        page.click("[name=_save]")


def test_the_second_of_two_editors_chooses_and_nothing_is_lost(live_server, browser):
    article = an_article()
    path = change_path(article)
    with (
        signed_in(browser, live_server, an_editor("aigerim"), path) as first,
        signed_in(browser, live_server, an_editor("dana"), path) as second,
    ):
        first.fill("[name=title_kk]", "Дала шөптері")
        first.fill("[name=title_en]", "Herbs of the steppe")
        save(first)
        second.fill("[name=title_kk]", "Дала гүлдері")
        second.fill("[name=title_ru]", "Цветы степи")
        save(second)

        marked = second.locator(".conflict ins").all_inner_texts()
        assert second.locator(".conflict legend").all_inner_texts() == ["Title Қазақша"]
        assert marked == ["шөптері", "гүлдері"]
        second.check("input[value=theirs]")
        second.click(".conflicts [type=submit]")
        assert messages_of(second) == [
            "Saved together with other editors' changes (version 3). Draft; only editors see it."
        ]

    article.refresh_from_db()
    assert working_record(article).title == text(
        "Дала шөптері", "Цветы степи", "Herbs of the steppe"
    )


def test_two_tabs_of_one_editor_do_not_undo_each_other(live_server, browser):
    article = an_article()
    path = change_path(article)
    with signed_in(browser, live_server, an_editor(), path) as first:
        second = first.context.new_page()
        second.goto(live_server.url + path)
        first.fill("[name='authorships-0-orcid']", "0000-0000-0000-0001")
        save(first)
        second.fill("[name='authorships-0-email']", "tolegenova@example.org")
        second.fill("[name=references_romanized]", "Changed.")
        save(second)

    article.refresh_from_db()
    record = working_record(article)
    (author,) = record.authors
    assert (author.orcid, author.email) == ("0000-0000-0000-0001", "tolegenova@example.org")
    assert record.references[0].romanized == "Changed."


def test_text_typed_before_a_crash_is_offered_back_and_saved(live_server, browser):
    article = an_article()
    path = change_path(article)
    with signed_in(browser, live_server, an_editor(), path) as page:
        context = page.context
        page.fill("[name=abstract_kk]", "Сақталмаған мәтін")
        page.click("#authors .add")
        page.fill("[name='authorships-1-family_name_kk']", "Жаңа")
        page.wait_for_timeout(500)
        crash(page)

        page = context.new_page()
        page.goto(live_server.url + path)
        assert page.input_value("[name=abstract_kk]") != "Сақталмаған мәтін"
        restore(page)
        save(page)
        assert messages_of(page) == ["Saved as version 2. Draft; only editors see it."]
        assert page.locator("#draft-offer").is_hidden()

    article.refresh_from_db()
    record = working_record(article)
    assert record.abstract["kk"] == "Сақталмаған мәтін"
    assert [one.names["kk"].family for one in record.authors] == ["Төлегенова", "Жаңа"]


def crash(page):
    """The page dies at once, without a word to its scripts."""
    with contextlib.suppress(Error):
        page.goto("chrome://crash", timeout=5_000)
    page.close()


def test_a_crash_while_another_editor_saves_still_merges(live_server, browser):
    article = an_article()
    path = change_path(article)
    with (
        signed_in(browser, live_server, an_editor("aigerim"), path) as mine,
        signed_in(browser, live_server, an_editor("dana"), path) as other,
    ):
        mine.fill("[name=title_ru]", "Моё")
        mine.wait_for_timeout(500)
        mine.goto("about:blank")
        other.fill("[name=title_kk]", "Олардікі")
        save(other)

        mine.goto(live_server.url + path)
        restore(mine)
        save(mine)

    article.refresh_from_db()
    assert working_record(article).title == text("Олардікі", "Моё", "Plants of the steppe")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_save_after_the_session_is_lost_comes_back_after_signing_in(
    live_server, browser, scripts
):
    article, editor = an_article(), an_editor()
    path = change_path(article)
    context = browser.new_context(java_script_enabled=scripts, locale="kk-KZ")
    page = context.new_page()
    sign_in(page, live_server, editor, path)
    page.fill("[name=title_kk]", "Жоғалмаған")
    Session.objects.all().delete()

    save(page)
    page.fill("[name=username]", editor.username)
    page.fill("[name=password]", "Жусан-2026")
    page.click("#login-form [type=submit]")
    restored = page.input_value("[name=title_kk]")
    save(page)
    context.close()

    article.refresh_from_db()
    assert (restored, working_record(article).title["kk"]) == ("Жоғалмаған", "Жоғалмаған")


def test_text_that_was_saved_is_not_offered_again(live_server, browser):
    article = an_article()
    path = change_path(article)
    with signed_in(browser, live_server, an_editor(), path) as page:
        page.fill("[name=title_kk]", "Сақталды")
        page.wait_for_timeout(500)
        save(page)
        page.goto(live_server.url + path)

        assert page.locator("#draft-offer").is_hidden()
        assert (
            page.evaluate("Object.keys(localStorage).filter(one => one.startsWith('desk'))") == []
        )


def test_text_typed_before_the_server_was_killed_is_offered_back_and_saved(browser):
    article, editor = an_article(), an_editor()
    path = change_path(article)
    context = browser.new_context(locale="kk-KZ")
    page = context.new_page()
    with Server() as server:
        sign_in(page, server, editor, path)
        page.fill("[name=abstract_kk]", "Сервер өшкенде жазылған")
        page.fill("[name=references_original]", "Бірінші.\nЕкінші.")
        page.wait_for_timeout(500)
        server.kill()
        with contextlib.suppress(Error):
            page.click(".buttons [name=_save]", timeout=5_000)
        page.wait_for_url("chrome-error://**")

        server.start()
        page.goto(server.url + path)
        before = page.input_value("[name=abstract_kk]")
        restore(page)
        save(page)
        messages = messages_of(page)
        is_stored = page.evaluate("Object.keys(localStorage).some(one => one.startsWith('desk'))")
    context.close()

    article.refresh_from_db()
    record = working_record(article)
    assert before == "Мақалада дала өсімдіктерінің түрлері сипатталады."
    assert (messages, is_stored) == (["Saved as version 2. Draft; only editors see it."], False)
    assert record.abstract["kk"] == "Сервер өшкенде жазылған"
    assert [one.text for one in record.references] == ["Бірінші.", "Екінші."]


def test_a_new_article_outlives_the_server_too(browser):
    a_journal()
    context = browser.new_context(locale="kk-KZ")
    page = context.new_page()
    with Server() as server:
        sign_in(page, server, an_editor(), reverse("admin:articles_article_add"))
        page.select_option("#id_language", "kk")
        page.fill("[name=title_kk]", "Жаңа мақала")
        page.wait_for_timeout(500)
        server.kill()

        server.start()
        page.reload()
        restore(page)
        save(page)
    context.close()

    assert working_record(Article.objects.get()).title == {"kk": "Жаңа мақала"}


def test_text_of_a_stock_form_is_offered_back_after_a_crash_and_forgotten_once_saved(
    live_server, browser
):
    journal = a_journal()
    path = reverse("admin:articles_journal_change", args=[journal.pk])
    with signed_in(browser, live_server, an_editor(), path) as page:
        page.fill("[name=publisher_kk]", "Жазылған баспа")
        page.click("text=Add another Former title")
        page.fill("[name='title_periods-0-name_kk']", "Бұрынғы атау")
        page.wait_for_timeout(500)
        context = page.context
        crash(page)

        page = context.new_page()
        page.goto(live_server.url + path)
        before = page.input_value("[name=publisher_kk]")
        restore(page)
        rows = page.input_value("[name='title_periods-0-name_kk']")
        page.fill("[name='title_periods-0-from_on']", "2000-01-01")
        page.fill("[name='title_periods-0-until_on']", "2001-01-01")
        save_stock(page)
        page.goto(live_server.url + path)
        is_offered = page.locator("#draft-offer").is_visible()
        stored = page.evaluate("Object.keys(localStorage).filter(one => one.startsWith('desk'))")

    journal.refresh_from_db()
    assert (before, rows, is_offered, stored) == ("", "Бұрынғы атау", False, [])
    assert journal.publisher_kk == "Жазылған баспа"


def test_leaving_a_form_with_unsaved_text_is_asked_about(live_server, browser):
    issue = an_issue(a_journal())
    path = reverse("admin:articles_issue_change", args=[issue.pk])
    asked = []
    with signed_in(browser, live_server, an_editor(), path) as page:
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        page.goto(live_server.url + path)
        before = list(asked)
        page.fill("[name=title_kk]", "Жусан")
        page.goto(live_server.url + reverse("admin:index"))
        after = list(asked)
        page.goto(live_server.url + path)
        restore(page)
        save_stock(page)
        after_save = list(asked)

    assert (before, after, after_save) == ([], ["beforeunload"], ["beforeunload"])
