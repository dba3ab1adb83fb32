"""Importing files of articles in a browser: upload by script, plan, import."""

import pytest

from articles.dois.worker import Worker
from articles.intake.ojs.uploads.queue import work_next
from articles.management.commands.import_ojs_uploads import make_publisher
from articles.models import Article, OjsImport
from tests.browser.admin_session import an_editor, signed_in
from tests.factories import a_journal
from tests.intake.test_other_journal import OTHER, OWN, crossref, jats

pytestmark = pytest.mark.django_db(transaction=True)
TABLE = "language,year,number,title_ru\nru,2019,2,Степь\n".encode()


def test_files_are_uploaded_planned_and_imported(browser, live_server):
    journal = a_journal(issn_print=OWN, doi_prefix="10.5555")
    files = OjsImport.objects.create(journal=journal, kind="articles", publishes=False)
    path = f"/admin/articles/ojsimport/{files.pk}/change/"
    with signed_in(browser, live_server, an_editor(), path) as page:
        chosen = {"a.csv": TABLE, "b.xml": jats(issn=OTHER), "c.xml": crossref(OWN, "10.5555/c")}
        page.set_input_files(
            "#files",
            [
                {"name": name, "mimeType": "text/xml", "buffer": content}
                for name, content in chosen.items()
            ],
        )
        with page.expect_navigation():
            page.click("#ojs-upload button")
        page.click("button[value=plan]")
        page.locator("#progress").wait_for()
        work_next(Worker("test", lambda: None), make_publisher)
        page.get_by_text("This is the file of another journal").wait_for()  # the script sees it
        page.click("button[value=import]")
        page.locator("#progress").wait_for()
        work_next(Worker("test", lambda: None), make_publisher)
        page.locator("h2", has_text="4. Imported").wait_for()

    assert Article.objects.count() == 2
