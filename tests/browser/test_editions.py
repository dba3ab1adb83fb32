"""Pages of files made here, in Chromium: nothing that axe-core finds, nothing too wide."""

from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django.utils import timezone

from articles.models import IssueFile
from articles.publishing import publish_article
from articles.publishing.issue_files import ask_for, make_next
from articles.publishing.public_issue_files import publish_file
from articles.records.languages import text
from tests.factories import a_journal, an_article, an_issue

from .admin_session import an_editor, signed_in

TITLE = text(
    "Ойдым алқабындағы тұз балансы: тоғыз маусымдағы сульфаттар мен хлоридтер",
    "Солевой баланс Ойдымского массива: сульфаты и хлориды за девять сезонов",
    "Salt balance of the Oidym scheme: sulfates and chlorides over nine seasons",
)


@pytest.fixture
def pages(transactional_db):
    """Addresses of an issue with files in every state, of its article, of its journal."""
    issue = an_issue(a_journal(founder_kk="Дала қоры", founder_ru="Фонд степи"))
    article = an_article(
        issue.journal, issue_id=issue.pk, position=1, title=TITLE, body="<p>Дала.</p>"
    )
    publish_article(article, published_on=date(2024, 3, 29), override="a test")
    publish_file(make_next(ask_for(issue, "epub", 0, None).pk))
    make_next(ask_for(issue, "pdf", 7, None).pk)
    asked_at = timezone.now() - timedelta(hours=1)
    IssueFile.objects.create(issue=issue, kind="docx", asked_at=asked_at)
    finding = ["", "blocks", "Нөмірді теру мүмкін емес: ол тым ұзақ.", ""]
    IssueFile.objects.create(
        issue=issue, kind="zip", asked_at=asked_at, state="failed", findings=[finding]
    )
    of_article = ("pdf", "epub", "papers")
    return {
        "index": reverse("admin:index"),
        "issue-files": reverse("admin:articles_issue_files", args=[issue.pk]),
        "layout": reverse("admin:articles_journal_pdf_layout", args=[issue.journal_id]),
        **{
            name: reverse(f"admin:articles_article_{name}", args=[article.pk])
            for name in of_article
        },
    }


def faults(page):
    """What axe-core finds, and whether the page is too wide."""
    violations = Axe().run(page).response["violations"]
    found = [(rule["id"], node["html"]) for rule in violations for node in rule["nodes"]]
    too_wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*found, *(["too wide"] if too_wide else [])]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_pages_of_made_files_can_be_read(browser, live_server, pages, language):
    editor = an_editor(language=language)

    found = {}
    with signed_in(browser, live_server, editor, pages["index"]) as page:
        for name, address in pages.items():
            page.goto(f"{live_server.url}{address}")
            for width in (1280, 390):
                page.set_viewport_size({"width": width, "height": 900})
                if wrong := faults(page):
                    found[name, width] = wrong

    assert found == {}
