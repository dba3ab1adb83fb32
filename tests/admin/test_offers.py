"""Whatever a page of the office offers a role, the role may open: every link answers 200."""

from urllib.parse import urljoin

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from articles.dois import queue_articles
from articles.models import Article, Delivery, Section
from tests.factories import a_depositing_journal, a_member, a_public_article, an_article, an_issue

pytestmark = pytest.mark.django_db
ROLES = ("translator", "section_editor", "editor", "chief_editor", "auditor")
# Links of Django's frame, the same on every page.
FRAME = ("/admin/logout/", "/admin/password_change/")


@pytest.fixture
def journal():
    journal = a_depositing_journal()
    section = Section.objects.create(journal=journal, title_kk="Дала")
    issue = an_issue(journal, published_on=None)
    place = {"section_id": section.pk, "issue_id": issue.pk}
    an_article(journal, doi="10.5555/draft", title={"kk": "Жоба"}, **place)
    an_article(journal, doi="10.5555/ready", status="ready", **place)
    changed = a_public_article(journal, doi="10.5555/changed", **place)
    queue_articles(Article.objects.filter(pk=changed.pk))
    Article.objects.filter(pk=changed.pk).update(deposit_state="failed", version=1)
    Delivery.objects.create(issue=issue, receiver="Кітап палатасы")
    return journal


@pytest.fixture(params=ROLES)
def member(request, journal):
    user = a_member(journal, request.param, languages=["ru"])
    user.memberships.get().sections.set(journal.sections.all())
    client = Client()
    client.force_login(user)
    return client


def links(client, address):
    page = html.document_fromstring(client.get(address).content.decode())
    found = {urljoin(address, link).partition("#")[0] for link in page.xpath("//main//a/@href")}
    return {link for link in found if link.startswith("/")} - set(FRAME)


def refused(client, address):
    answers = {link: client.get(link, follow=True).status_code for link in links(client, address)}
    return {link: code for link, code in answers.items() if code != 200}


def test_every_link_of_the_start_page_can_be_opened(member):
    assert refused(member, reverse("admin:index")) == {}
