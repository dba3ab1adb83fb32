"""A manuscript in a real browser: dropped, looked at, saved, published, read on the site."""

import re
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from articles.intake.manuscripts.queue import read_next
from articles.models import Article, Heartbeat
from tests.factories import a_journal
from tests.manuscript_texts import TEXT

pytestmark = pytest.mark.django_db(transaction=True)
SEED = Path(__file__).resolve().parents[3] / "shared" / "manuscripts" / "seed.md"


def sign_in(page, server, language="en"):
    user = get_user_model().objects.create_superuser("aigerim", password="Жусан-2026")
    user.interface_language = language
    user.save()
    page.goto(f"{server.url}/admin/")
    page.fill("[name=username]", "aigerim")
    page.fill("[name=password]", "Жусан-2026")
    page.click("[type=submit]")


def drop(page, server, *files):
    page.goto(f"{server.url}/admin/articles/manuscript/")
    page.set_input_files("#files", list(files))
    page.click(".handin [type=submit]")


@pytest.fixture
def manuscript(tmp_path):
    path = tmp_path / "Есенова.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_from_a_dropped_file_to_a_public_page(live_server, page, manuscript):
    a_journal()
    sign_in(page, live_server)

    drop(page, live_server, manuscript)
    page.fill("[id=c-title-en]", "Plants of the steppe")
    page.click("[name=_save]")
    with page.expect_navigation(url=re.compile("/publish/")):
        page.get_by_role("link", name="Publish", exact=True).click()
    if page.locator("[name=override]").count():
        page.fill("[name=override]", "A test of the way, not of the findings.")
    page.get_by_role("button", name="Publish", exact=True).click()
    page.wait_for_url(re.compile("/change/"))

    article = Article.objects.get()
    assert article.status == "published"
    page.goto(f"{live_server.url}/en/articles/{article.pk}/")
    assert page.locator("h1").text_content().strip() == "Plants of the steppe"


def test_what_was_typed_in_a_closed_tab_is_offered_and_saved(live_server, page, manuscript):
    a_journal()
    sign_in(page, live_server)
    drop(page, live_server, manuscript)
    address = page.url
    page.fill("[id=c-title-en]", "Plants of the steppe")
    page.close(run_before_unload=False)

    again = page.context.new_page()
    again.goto(address)
    assert again.input_value("[id=c-title-en]") == "Species of steppe plants"
    with again.expect_navigation():
        again.click("#draft-offer button >> nth=0")
    assert again.input_value("[id=c-title-en]") == "Plants of the steppe"
    with again.expect_navigation():
        again.click("[name=_save]")

    assert Article.objects.get().title_en == "Plants of the steppe"
    again.goto(f"{live_server.url}/admin/articles/manuscript/")
    assert again.evaluate("Object.keys(localStorage).filter(key => key.startsWith('desk:'))") == []


def test_a_field_shows_its_line_and_a_line_its_field(live_server, page, manuscript):
    a_journal()
    sign_in(page, live_server)
    drop(page, live_server, manuscript)

    page.focus("[id=c-keywords-ru]")
    shown = page.locator(".lines .shown").all_text_contents()
    page.locator(".lines li", has_text="34.35.15").locator("span").last.click()

    assert [line.split("Ключевые")[1][:6] for line in shown] == [" слова"]
    assert page.evaluate("document.activeElement.id") == "c-irsti"


def test_several_files_are_read_one_after_another(live_server, page, manuscript, tmp_path):
    a_journal()
    sign_in(page, live_server)
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.4 cut")
    other = tmp_path / "b.txt"
    other.write_text(TEXT.replace("34.35.15", "34.35.17"), "utf-8")

    drop(page, live_server, manuscript, bad, other)
    page.wait_for_selector("#queue button", state="hidden", timeout=30_000)

    assert page.locator(".manuscripts .st").all_text_contents() == [
        "read, needs review",
        "could not be read",
        "read, needs review",
    ]


def test_a_file_that_a_worker_has_read_is_gone_to_by_itself(live_server, page, manuscript):
    a_journal()
    sign_in(page, live_server)
    Heartbeat.objects.create(worker="read_manuscripts@here:1", at=timezone.now())

    drop(page, live_server, manuscript)
    shown = page.locator(".manuscripts .st").text_content()
    read_next()  # as the worker does

    page.wait_for_url(re.compile("/change/"))
    assert shown == "waiting to be read"
    assert page.locator("[id=c-irsti]").input_value() == "34.35.15"


@pytest.mark.parametrize("width", [1280, 390])
def test_the_review_page_fits_the_window(live_server, page, manuscript, width):
    a_journal()
    sign_in(page, live_server, "kk")
    page.set_viewport_size({"width": width, "height": 844})

    drop(page, live_server, SEED if SEED.is_file() else manuscript)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
