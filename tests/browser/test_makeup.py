"""An issue made up from twelve PDFs of a page each, in a browser, by keyboard and file chooser."""

import pytest
from django.contrib.auth import get_user_model

from articles.editing import working_record
from articles.models import Article
from articles.records.languages import text
from tests.factories import a_journal, an_article, an_issue
from tests.publishing.pdfs import a_pdf

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
