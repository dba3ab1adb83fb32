"""Whatever a page of the office offers a role, the role may open: every link answers 200."""

from datetime import date
from urllib.parse import urljoin

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from articles.models import (
    Article,
    Author,
    AuthorMerge,
    Organisation,
)
from tests.factories import a_member
from tests.office import an_office

pytestmark = pytest.mark.django_db
ROLES = ("translator", "section_editor", "editor", "chief_editor", "auditor")
# Links of Django's frame, the same on every page.
FRAME = ("/admin/logout/", "/admin/password_change/")


@pytest.fixture
def journal():
    return an_office()


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


@pytest.mark.parametrize("name", ["draft", "ready", "changed"])
def test_every_link_of_the_article_form_can_be_opened(member, name):
    article = Article.objects.get(doi=f"10.5555/{name}")

    assert refused(member, reverse("admin:articles_article_change", args=[article.pk])) == {}


def test_save_and_publish_is_offered_to_those_who_may_publish(journal):
    article = Article.objects.get(doi="10.5555/draft")
    address = reverse("admin:articles_article_change", args=[article.pk])
    offering = set()
    for role in ROLES:
        user = a_member(journal, role, languages=["ru"])
        user.memberships.get().sections.set(journal.sections.all())
        client = Client()
        client.force_login(user)
        if 'name="_publish"' in client.get(address).content.decode():
            offering.add(role)

    assert offering == {"editor", "chief_editor"}


OF_ARTICLE = (
    "body", "history", "preflight", "crossref", "proof", "pdf", "publish", "notice", "notes",
)  # fmt: skip
OF_ISSUE = ("change", "makeup", "preflight", "dois", "publish")


def pages(journal):
    article = Article.objects.get(doi="10.5555/changed")
    issue = journal.issues.get()
    yield from (reverse(f"admin:articles_article_{page}", args=[article.pk]) for page in OF_ARTICLE)
    yield from (reverse(f"admin:articles_issue_{page}", args=[issue.pk]) for page in OF_ISSUE)
    news = journal.news.create(slug="call", title_kk="Қабылдау", published_on=date(2024, 1, 1))
    yield reverse("admin:articles_news_change", args=[news.pk])
    yield reverse("admin:articles_news_text", args=[news.pk, "ru"])
    group = journal.board_groups.get()
    yield reverse("admin:articles_boardgroup_change", args=[group.pk])
    yield reverse("admin:articles_boardgroup_paste", args=[group.pk])
    yield reverse("admin:articles_boardmember_change", args=[group.members.get().pk])
    for table in (
        "article",
        "issue",
        "section",
        "journal",
        "look",
        "news",
        "boardgroup",
        "boardmember",
        "contacts",
        "indexingdatabase",
        "mailtext",
        "author",
        "organisation",
        "delivery",
        "ojsimport",
        "usage",
    ):
        yield reverse(f"admin:articles_{table}_changelist")
    for table, rows in (("author", Author), ("organisation", Organisation)):
        keys = list(rows.objects.order_by("pk").values_list("pk", flat=True))
        yield reverse(f"admin:articles_{table}_same")
        yield f"{reverse(f'admin:articles_{table}_comparison')}?id={keys[0]}&id={keys[-1]}"
        yield from (reverse(f"admin:articles_{table}_change", args=[key]) for key in keys)
    yield reverse("admin:articles_journal_change", args=[journal.pk])
    yield reverse("admin:articles_look_change", args=[journal.look.pk])
    yield reverse("admin:articles_ojsimport_articles")
    yield reverse("admin:articles_usage_earlier")
    yield reverse("admin:articles_ojsimport_change", args=[journal.ojs_imports.get().pk])


def test_every_link_of_the_pages_that_a_role_may_open_can_be_opened(journal, member):
    opened = [page for page in pages(journal) if member.get(page).status_code == 200]

    assert {page: refused(member, page) for page in opened if refused(member, page)} == {}


def test_forms_that_a_page_offers_are_taken(journal):
    """Every form of the pages of an article, sent as it is, is refused to nobody who sees it."""
    refusals = {}
    for role in ROLES:
        client = client_of(journal, role)
        for name in ("notes", "proof"):
            article = Article.objects.get(doi="10.5555/draft")
            article.notes.create(author=None, text="Жусан")
            page = reverse(f"admin:articles_article_{name}", args=[article.pk])
            if client.get(page).status_code == 200 and offers_form(client, page):
                refusals[role, name] = client.post(page, {}).status_code

    assert {key for key, code in refusals.items() if code == 403} == set()
    assert ("auditor", "notes") not in refusals
    assert {role for role, name in refusals if name == "notes"} == set(ROLES) - {"auditor"}


def offers_form(client, address):
    page = html.document_fromstring(client.get(address).content.decode())
    return bool(page.xpath("//div[@id='content']//form[@method='post']"))


def client_of(journal, role):
    user = a_member(journal, role, languages=["ru"])
    user.memberships.get().sections.set(journal.sections.all())
    client = Client()
    client.force_login(user)
    return client


EDITS = ["make_ready", "make_draft", "assign_issue"]
EDITS += ["change_section", "change_licence", "change_dates", "set_organisation"]
PUBLISHES = ["mint_dois", "publish", "release", "send_to_crossref"]
CHANGES_OF_ROLE = {
    "translator": ["export_zip"],
    "auditor": ["export_zip"],
    "section_editor": [*EDITS, "export_zip"],
    "editor": [*EDITS, *PUBLISHES, "export_zip"],
    "chief_editor": [*EDITS, *PUBLISHES, "export_zip"],
}


def offered_actions(page):
    choices = page.context["action_form"].fields["action"].choices
    return [name for name, _label in choices if name]


@pytest.mark.parametrize(("role", "offered"), CHANGES_OF_ROLE.items())
def test_actions_on_chosen_articles_are_those_of_the_role(journal, role, offered):
    client = Client()
    user = a_member(journal, role, languages=["ru"])
    user.memberships.get().sections.set(journal.sections.all())
    client.force_login(user)
    address = reverse("admin:articles_article_changelist")

    page = client.get(address)

    assert offered_actions(page) == offered
    chosen = {"_selected_action": [Article.objects.first().pk]}
    answers = [client.post(address, {"action": name, **chosen}) for name in offered]
    assert [answer.status_code for answer in answers] == [200] * len(offered)
    assert [answer.context["change"].name for answer in answers] == offered


@pytest.mark.parametrize("role", ROLES)
def test_a_bulk_change_that_is_not_offered_is_refused(journal, role):
    client = Client()
    user = a_member(journal, role, languages=["ru"])
    user.memberships.get().sections.set(journal.sections.all())
    client.force_login(user)
    everything = [*EDITS, *PUBLISHES, "export_zip"]

    answers = {
        name: client.post(reverse("admin:articles_article_bulk", args=[name])).status_code
        for name in everything
    }

    refused = {name for name, code in answers.items() if code == 403}
    assert refused == set(everything) - set(CHANGES_OF_ROLE[role])


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("translator", False),
        ("auditor", False),
        ("section_editor", True),
        ("editor", True),
        ("chief_editor", True),
    ],
)
def test_people_are_merged_and_parted_by_those_who_may_change_them(journal, role, may):
    client = Client()
    client.force_login(a_member(journal, role, languages=["ru"]))
    first, *_others, last = Author.objects.order_by("pk").values_list("pk", flat=True)
    comparison = reverse("admin:articles_author_comparison")
    undo = reverse("admin:articles_author_undo", args=[AuthorMerge.objects.earliest("pk").pk])
    kept = reverse("admin:articles_author_change", args=[first])
    offers = "Undo the merge" in client.get(kept).content.decode()
    posts = [
        client.post(comparison, {"do": "merge", "kept": first, "same": last}),
        client.post(comparison, {"do": "apart", "row": [first, last]}),
        client.post(undo),
    ]

    assert offers is may
    assert {answer.status_code for answer in posts} == ({302} if may else {403})
