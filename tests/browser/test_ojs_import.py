"""Moving in from OJS in a browser: an upload that breaks off goes on, then plan and import."""

import pytest

from articles.dois.worker import Worker
from articles.intake.ojs.uploads import pieces
from articles.intake.ojs.uploads.queue import work_next
from articles.management.commands.import_ojs_uploads import make_publisher
from articles.models import Article, OjsImport
from tests.browser.admin_session import an_editor, signed_in
from tests.browser.film import filmed
from tests.factories import a_journal
from tests.imports.ojs.exports import (
    a_galley,
    a_publication,
    a_submission_file,
    an_article,
    an_issue,
    issues,
)

pytestmark = pytest.mark.django_db(transaction=True)
ARTICLE = an_article(
    a_publication(inside=a_galley(), title="ON SALT AND WATER"), files=a_submission_file()
)
PADDING = f"<!-- {'x' * 9 * 2**20} -->"  # so that the file has three pieces
EXPORT = (issues(an_issue(ARTICLE)) + PADDING).encode()


@pytest.fixture
def move():
    return OjsImport.objects.create(journal=a_journal(), slug="vestnik")


def choose(page):
    file = {"name": "issue.xml", "mimeType": "text/xml", "buffer": EXPORT}
    page.set_input_files("#files", file)
    page.click("#ojs-upload button")


def work():
    work_next(Worker("test", lambda: None), make_publisher)


def test_an_archive_moves_in(browser, live_server, move):
    path = f"/admin/articles/ojsimport/{move.pk}/change/"
    with signed_in(browser, live_server, an_editor(), path) as page, filmed(page, "ojs_import"):
        sent = []
        page.route("**/piece/", lambda route: break_off(route, sent))
        choose(page)
        page.locator("#ojs-upload [role=status]", has_text="HTTP 403").wait_for()
        (file,) = move.files.all()
        assert file.received == pieces.PIECE_BYTES

        page.unroute("**/piece/")
        with page.expect_navigation():
            choose(page)
        file.refresh_from_db()
        assert file.is_complete

        page.click("button[value=plan]")
        page.locator("#progress").wait_for()
        work()
        page.locator("[name='group:capital_title']").first.wait_for()  # the script sees it
        page.check("[name='group:capital_title'][value=repair]")
        page.click("button[value=import]")
        page.locator("#progress").wait_for()
        work()
        page.get_by_text("1 new").wait_for()

    assert Article.objects.get().title_en == "On salt and water"


def break_off(route, sent):
    """The first piece arrives, the second is refused."""
    sent.append(route)
    if len(sent) == 1:
        route.continue_()
    else:
        route.fulfill(status=403, body="")
