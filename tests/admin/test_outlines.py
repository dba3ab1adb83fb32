"""What the pages of the office say, compared with golden files."""

import re

import pytest
from django.urls import reverse
from lxml import html

from articles.dois import queue_articles
from articles.models import Article, Delivery, EarlierAddress, Manuscript, Membership
from articles.records.languages import LANGUAGES
from tests.factories import a_member
from tests.full_site import NOW, a_full_site, stop_the_clock
from tests.goldens import golden
from tests.manuscript_texts import TEXT
from tests.outlines import outline

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r"(?<=/proof/)[^/']+")
CONTENT = "//*[@id='content']"

# The name of an address, and what its key is of.
PAGES = {
    "index": ("index", ""),
    "articles": ("articles_article_changelist", ""),
    "article-add": ("articles_article_add", ""),
    "article-draft": ("articles_article_change", "draft"),
    "article-full": ("articles_article_change", "full"),
    "article-notice": ("articles_article_change", "notice"),
    "article-publish": ("articles_article_publish", "draft"),
    "article-proof": ("articles_article_proof", "draft"),
    "article-notices": ("articles_article_notice", "full"),
    "article-crossref": ("articles_article_crossref", "full"),
    "article-preflight": ("articles_article_preflight", "full"),
    "article-history": ("articles_article_history", "full"),
    "article-papers": ("articles_article_papers", "full"),
    "article-epub": ("articles_article_epub", "full"),
    "issues": ("articles_issue_changelist", ""),
    "issue-add": ("articles_issue_add", ""),
    "issue": ("articles_issue_change", "issue"),
    "issue-makeup": ("articles_issue_makeup", "issue"),
    "issue-dois": ("articles_issue_dois", "issue"),
    "issue-files": ("articles_issue_files", "issue"),
    "issue-preflight": ("articles_issue_preflight", "issue"),
    "issue-publish": ("articles_issue_publish", "coming"),
    "manuscripts": ("articles_manuscript_changelist", ""),
    "manuscript": ("articles_manuscript_change", "manuscript"),
    "memberships": ("articles_membership_changelist", ""),
    "membership-add": ("articles_membership_add", ""),
    "addresses": ("articles_earlieraddress_changelist", ""),
    "addresses-upload": ("articles_earlieraddress_upload", ""),
    "revisions": ("articles_revision_changelist", ""),
    "deposits": ("articles_deposit_changelist", ""),
    "deliveries": ("articles_delivery_changelist", ""),
    "journal": ("articles_journal_change", "journal"),
    "journal-layout": ("articles_journal_pdf_layout", "journal"),
    "look": ("articles_look_change", "look"),
    "author": ("articles_author_change", "person"),
    "organisations": ("articles_organisation_changelist", ""),
    "section": ("articles_section_change", "section"),
    "page-add": ("articles_page_add", ""),
    "news": ("articles_news_changelist", ""),
    "news-change": ("articles_news_change", "call"),
    "user": ("articles_user_change", "user"),
}
QUERIES = {
    "articles-mine": "articles_article_changelist ?turn=mine",
    "articles-missing": "articles_article_changelist ?missing=en",
    "people": "articles_article_people ?q=Төл",
    "organisations-found": "articles_article_organisations ?q=Steppe",
    "related": "articles_article_related ?q=Вода",
    "article-add-form": "articles_article_add ?journal=1001",
}


@pytest.fixture
def site(monkeypatch, settings, tmp_path):
    stop_the_clock(monkeypatch)
    things = a_full_site()
    journal = things["journal"]
    queue_articles(Article.objects.filter(pk=things["full"].pk), NOW)
    Delivery.objects.create(issue=things["issue"], receiver="Кітап палатасы", due_on=NOW.date())
    EarlierAddress.objects.create(path="/old/1", article=things["full"])
    user = a_member(journal, first_name="Дана", date_joined=NOW)
    Membership.objects.create(
        user=user, journal=things["other"], role="translator", languages=["ru"]
    )
    return {**things, "user": user, "look": journal.look}


@pytest.fixture
def keeper(site, client, django_user_model):
    keeper = django_user_model.objects.create_superuser(
        "keeper", interface_language="en", date_joined=NOW
    )
    client.force_login(keeper)
    pasted = {"journal": site["journal"].pk, "text": TEXT}
    client.post(reverse("admin:articles_manuscript_changelist"), pasted)
    site["manuscript"] = Manuscript.objects.get()
    return client


def differing(client, addresses, folder):
    changed = []
    for name, address in addresses.items():
        written = outline(client.get(address), CONTENT).encode()
        if written != golden(f"{folder}/{name}.txt", written):
            changed.append(name)
    return changed


def test_pages_of_the_office_say_what_they_said(keeper, site):
    addresses = {
        name: reverse(
            f"admin:{view}" if view != "two_step" else view, args=[site[key].pk] if key else []
        )
        for name, (view, key) in PAGES.items()
    }

    assert differing(keeper, addresses, "office") == []


def test_lists_are_narrowed_and_names_found_as_they_were(keeper, site):
    addresses = {}
    for name, asked in QUERIES.items():
        view, _, query = asked.partition(" ")
        addresses[name] = reverse(f"admin:{view}") + query

    assert differing(keeper, addresses, "office") == []


@pytest.mark.parametrize(
    "role", ["translator", "section_editor", "editor", "chief_editor", "auditor"]
)
def test_each_role_sees_the_dashboard_and_an_article_as_it_did(client, site, role):
    languages = ["ru"] if role == "translator" else []
    client.force_login(
        a_member(site["journal"], role, languages=languages, username="x", email="x@e.org")
    )
    addresses = {
        f"{role}-index": reverse("admin:index"),
        f"{role}-article": reverse("admin:articles_article_change", args=[site["full"].pk]),
    }

    assert differing(client, addresses, "office") == []


def test_the_proof_of_an_article_says_what_it_said(keeper, site):
    changed = []
    for name in ("full", "bare"):
        address = reverse("admin:articles_article_proof", args=[site[name].pk])
        typed = {"author": "Ұлжан", "email": "a@example.org", "language": "en", "days": 14}
        path = keeper.post(address, typed).context_data["link"].split("/", 4)[4]
        keeper.post(f"/en/{path}", {"title.en": "A remark", "other": "Another"})
        for language in LANGUAGES:
            said = TOKEN.sub("(token)", outline(keeper.get(f"/{language}/{path}")))
            written = said.encode()
            if written != golden(f"proofs/{name}-{language}.txt", written):
                changed.append(f"{name}-{language}")

    assert changed == []


BAD = {
    "first_page": "x" * 30,
    "doi": "11.5555/x",
    "received_on": "2024-13-01",
    "title_kk": "Дала\x07",
    "edn": "abc",
    "irsti": "abc",
    "copyright_year": "99999",
    "relations-0-to": "10.5555/none",
    "authorships-0-orcid": "0000-0000-1423-0018",
    "authorships-0-marks": "9",
    "affiliations-0-ror": "x",
    "affiliations-0-country": "Kazahstan",
}


@pytest.mark.parametrize("name", ["draft", "full"])
def test_what_is_typed_wrongly_is_told_as_it_was(keeper, site, name):
    address = reverse("admin:articles_article_change", args=[site[name].pk])
    page = html.document_fromstring(keeper.get(address).content.decode())
    form = next(form for form in page.forms if "title_kk" in form.fields)
    typed = {key: value for key, value in form.form_values() if key != "csrfmiddlewaretoken"}

    written = outline(keeper.post(address, {**typed, **BAD, "_save": "1"}), CONTENT).encode()

    assert written == golden(f"office/errors-{name}.txt", written)
