"""An issue made up in a browser: from twelve PDFs, and by moving articles with keys and mouse."""

import pytest
from django.contrib.auth import get_user_model

from articles.editing import working_record
from articles.models import Article
from articles.records.languages import text
from tests.factories import a_journal, an_article, an_issue
from tests.publishing.pdfs import a_pdf

from .admin_session import an_editor, signed_in

COUNT = 12
WORDS = (
    *("steppe", "desert", "river", "lake", "forest", "glacier"),
    *("meadow", "canyon", "island", "valley", "dune", "wetland"),
)


@pytest.mark.django_db(transaction=True)
def test_twelve_files_find_their_articles_and_the_pages_fill(live_server, page, tmp_path):
    get_user_model().objects.create_superuser(
        "aigerim", password="Жусан-2026", interface_language="en"
    )
    issue = an_issue(a_journal(), published_on=None)
    for number, word in enumerate(WORDS, 1):
        an_article(
            issue.journal,
            issue_id=issue.pk,
            title=text(en=f"Plants of the {word}"),
            doi=f"10.5555/twelve-{number}",
            first_page="",
            last_page="",
            position=COUNT + 1 - number,
        )
        printed = [f"DOI 10.5555/twelve-{number}"] if number % 2 else [f"Plants of the {word}"]
        (tmp_path / f"{number}.pdf").write_bytes(a_pdf(printed).read())
    page.goto(f"{live_server.url}/admin/articles/issue/{issue.pk}/makeup/")
    page.fill("[name=username]", "aigerim")
    page.fill("[name=password]", "Жусан-2026")
    with page.expect_navigation():
        page.press("[name=password]", "Enter")

    page.set_input_files("[name=files]", [tmp_path / f"{n}.pdf" for n in range(1, COUNT + 1)])
    with page.expect_navigation():
        page.click("button[value=match]")
    ticked = page.locator("[name=take]:checked").count()
    attached_before = sum(len(working_record(one).galleys) for one in Article.objects.all())
    with page.expect_navigation():
        page.click("button[value=attach]")
    page.fill("[name=start]", "101")
    page.press("[name=start]", "Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".messagelist")

    rows = Article.objects.order_by("position")
    assert (ticked, attached_before) == (COUNT, 0)
    assert list(rows.values_list("doi", "first_page", "last_page")) == [
        (f"10.5555/twelve-{COUNT - at}", str(101 + at), str(101 + at)) for at in range(COUNT)
    ]
    assert page.locator(".gap").count() == 0


def order(page):
    """Titles from top to bottom, each with the number in its order box."""
    titles = page.locator(".d-leaves h3").all_inner_texts()
    boxes = page.locator(".d-leaves [name^=position-]").all()
    return [(title, box.input_value()) for title, box in zip(titles, boxes, strict=True)]


@pytest.mark.django_db(transaction=True)
def test_articles_are_moved_by_arrows_by_keys_and_by_dragging(live_server, browser):
    issue = an_issue(a_journal(), published_on=None)
    for place, name in enumerate("ABC", 1):
        facts = {"title": text(en=name), "doi": f"10.5555/{name}", "position": place}
        an_article(issue.journal, issue_id=issue.pk, **facts)
    address = f"/admin/articles/issue/{issue.pk}/makeup/"

    with signed_in(browser, live_server, an_editor(), address) as page:
        page.click("[aria-label='Move down: A']")
        by_arrow = order(page)
        focused = page.evaluate("document.activeElement.ariaLabel")
        page.focus("[aria-label='Move: C']")
        page.keyboard.press("ArrowUp")
        by_key = order(page)
        grip = page.locator("[aria-label='Move: A']").bounding_box()
        top = page.locator(".d-leaves > li").first.bounding_box()
        page.mouse.move(grip["x"] + 5, grip["y"] + 5)
        page.mouse.down()
        page.mouse.move(grip["x"] + 5, top["y"] - 5, steps=20)
        page.mouse.up()
        by_mouse = order(page)
        page.fill("[aria-label='Order: C']", "1")
        page.fill("[aria-label='Order: A']", "3")
        page.click("[aria-label='Move up: B']")
        after_typing = order(page)
        with page.expect_navigation():
            page.click("button[value=save]")

    assert by_arrow == [("B", "1"), ("A", "2"), ("C", "3")]
    assert focused == "Move down: A"
    assert by_key == [("B", "1"), ("C", "2"), ("A", "3")]
    assert by_mouse == [("A", "1"), ("B", "2"), ("C", "3")]
    assert after_typing == [("B", "1"), ("C", "2"), ("A", "3")]
    rows = Article.objects.order_by("position")
    assert list(rows.values_list("title_en", flat=True)) == ["B", "C", "A"]
