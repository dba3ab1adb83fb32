"""Permissions: every address of the admin for every role, in its own and in another journal."""

import re

import msgspec
import pytest
from django.core import mail
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from articles.editing import save_article, working_record
from articles.editing.permissions import ChangeNotPermitted
from articles.models import (
    Article,
    Author,
    Contacts,
    Delivery,
    Deposit,
    EarlierAddress,
    IssueFile,
    Mail,
    Manuscript,
    Membership,
    News,
    OjsImport,
    Organisation,
    Page,
    Portal,
    Revision,
    Section,
    Usage,
    User,
)
from tests.factories import a_galley, a_journal, a_member, a_record, an_article, an_issue

pytestmark = pytest.mark.django_db
ROLES = ("translator", "section_editor", "editor", "chief_editor", "auditor")
LETTERS = dict(zip("TSECA", ROLES, strict=True))
EVERYBODY = "TSECA"


def stock(add, delete, sees=EVERYBODY):
    """The pages that the admin makes for every table."""
    return {"changelist": sees, "add": add, "history": sees, "delete": delete, "change": sees}


# Each address of the office: what it is about, and who may open it in their own journal.
TABLES = {
    "article": {
        **stock("SEC", ""),
        "body": "SEC",
        "publish": "EC",
        "notice": "",  # nothing was published yet
        "crossref": EVERYBODY,
        "proof": "SEC",
        "proof_pdf": EVERYBODY,
        "notes": EVERYBODY,
        "presence": "",  # it is only ever sent
        "preflight": EVERYBODY,
        "finding_counts": EVERYBODY,
        "thumbnail": EVERYBODY,
        "pdf": "SEC",
        "epub": "SEC",
        "epub_file": EVERYBODY,
        "papers": "SEC",
        "certificate": "SEC",
        "preflight_new": "",  # it is only ever sent a form
        "conflict": "",  # it is only ever sent a choice
        "live": EVERYBODY,
        "live_new": "SEC",
        "people": EVERYBODY,
        "organisations": EVERYBODY,
        "author_block": EVERYBODY,
        "related": EVERYBODY,
        "file": EVERYBODY,
        "export": EVERYBODY,
    },
    "manuscript": {
        "changelist": "SEC",
        "next": "",  # these three are only ever sent
        "compare": "",
        "discard": "",
        "change": "",  # redirects to the list: this manuscript could not be read
        "file": "SEC",
    },
    "issue": {
        **stock("EC", "EC"),
        "preflight": EVERYBODY,
        "publish": "EC",
        "archive": "C",
        "dois": EVERYBODY,
        "makeup": EVERYBODY,
        "compliance": EVERYBODY,
        "compliance_pdf": EVERYBODY,
        "files": "EC",
        "file": "EC",
    },
    "section": stock("EC", "EC"),
    "journal": {**stock("", ""), "pdf_layout": "C"},
    "look": stock("", ""),
    "portal": dict.fromkeys(stock("", ""), ""),  # the administrator of the site alone
    "page": {**stock("C", "C"), "text": "C"},
    "news": {**stock("C", "C"), "text": "C"},
    "boardgroup": {**stock("C", "C"), "paste": "C"},
    "boardmember": stock("C", "C"),
    "contacts": stock("C", "C"),
    "indexingdatabase": stock("C", "C"),
    "mailtext": {**stock("C", "C", "C"), "preview": ""},  # it is only ever sent a form
    "delivery": stock("EC", "EC"),
    "deposit": stock("", ""),
    "revision": stock("", ""),
    "earlieraddress": {**stock("C", "C"), "upload": ""},
    "ojsimport": {
        "changelist": "C",
        "change": "C",
        "progress": "C",
        "files": "C",
        "piece": "",  # these four are only ever sent
        "whole": "",
        "remove": "",
        "step": "",
        "addresses": "C",
        "articles": "C",
        "template_csv": "C",
        "template_xlsx": "C",
    },
    "usage": {"changelist": EVERYBODY, "table": EVERYBODY, "report": EVERYBODY, "earlier": "C"},
    "membership": stock("C", "C", "C"),
    "user": stock("", "", "C"),
    "mail": dict.fromkeys(stock("", ""), ""),  # the administrator of the site alone
    "author": {**stock("SEC", ""), "same": "SEC"},
    "organisation": {**stock("SEC", ""), "same": "SEC"},
}
PAGES = {
    f"articles_{table}_{page}": (table, who)
    for table, pages in TABLES.items()
    for page, who in pages.items()
} | {"auth_user_password_change": ("user", "")}
ABOUT_NOTHING = (
    "_mailtext_preview",
    *("_next", "_new", "_upload", "_people", "_organisations", "_related"),
    *("_articles", "_template_csv", "_template_xlsx", "_author_block", "_same", "_finding_counts"),
    *("_usage_table", "_usage_earlier"),
)
SHARED = ("author", "organisation")  # they belong to no journal
OPEN = {  # of the account and the frame, with nothing of any journal in them
    *("index", "login", "logout", "password_change", "password_change_done", "jsi18n"),
    *("autocomplete", "view_on_site", "app_list"),
    "articles_manuscript_picture",  # tested with the manuscripts
    # Of two rows or of a merge: tested with people.
    *(f"articles_{table}_{page}" for table in SHARED for page in ("comparison", "undo")),
    *(f"articles_{table}_take_back" for table in SHARED),
    "articles_organisation_articles",
    "articles_article_pdf_file",  # tested with the PDF of an article
    "articles_article_reprint",  # tested with the papers; it needs a file
    "articles_journal_pdf_layout_picture",  # tested with the layout
    "articles_article_bulk",  # needs the articles that were chosen in the list
    "articles_article_split",  # takes pasted text apart, and knows nothing
}


def names(resolver):
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern)
        elif pattern.name:
            yield pattern.name


def test_every_address_of_the_admin_is_in_the_matrix():
    office = next(
        pattern
        for pattern in get_resolver().url_patterns
        if getattr(pattern, "namespace", "") == "admin"
    )

    assert set(names(office)) == set(PAGES) | OPEN


class Office:
    """A journal with a row of every table, and a user of each role."""

    def __init__(self, slug, number):
        self.journal = a_journal(slug=slug)
        section = Section.objects.create(journal=self.journal, title_kk="Дала")
        issue = an_issue(self.journal, published_on=None)
        galley = a_galley(b"%PDF-1.4 " + slug.encode())
        article = an_article(
            self.journal,
            doi=f"10.5555/{slug}",
            title={"kk": f"Құпия {slug}"},
            section_id=section.pk,
            issue_id=issue.pk,
            galleys=(galley,),
        )
        person = a_member(
            self.journal, "editor", username=f"member-{slug}", email=f"{slug}@example.org"
        )
        group = self.journal.board_groups.create(title_kk=f"Құпия {slug}")
        self.things = {
            "article": article,
            "issue": issue,
            "manuscript": Manuscript.objects.create(
                journal=self.journal, path=galley.path, size=1, name=slug, state="refused"
            ),
            "section": section,
            "journal": self.journal,
            "look": self.journal.look,
            "portal": Portal.objects.get_or_create()[0],
            "page": Page.objects.create(journal=self.journal, slug="about"),
            "news": News.objects.create(journal=self.journal, slug="open", title_kk="Құпия"),
            "boardgroup": group,
            "boardmember": group.members.create(name_kk=f"Құпия {slug}"),
            "contacts": Contacts.objects.create(journal=self.journal, phones=str(number)),
            "indexingdatabase": self.journal.indexed_in.create(name_kk=f"Құпия {slug}"),
            "mailtext": self.journal.mail_texts.create(kind="proof", body_kk="{link}"),
            "delivery": Delivery.objects.create(issue=issue, receiver=f"Құпия {slug}"),
            "deposit": Deposit.objects.create(
                journal=self.journal, name=f"{slug}.xml", due_at="2026-01-01T00:00Z"
            ),
            "revision": Revision.objects.get(article=article),
            "earlieraddress": EarlierAddress.objects.create(path=f"/{slug}", article=article),
            "ojsimport": OjsImport.objects.create(journal=self.journal, slug=f"Құпия {slug}"),
            "membership": Membership.objects.get(user=person),
            "user": person,
            "usage": Usage.objects.create(
                article=article, day="2026-11-20", kind="downloads", count=1
            ),
            "mail": Mail.objects.create(kind="invitation", address=f"{slug}@example.org"),
            "author": Author.objects.create(family_name_kk=f"А{number}"),
            "organisation": Organisation.objects.create(name_kk=f"О{number}"),
        }
        self.galley = working_record(article).galleys[0]
        IssueFile.objects.create(
            issue=issue,
            kind="docx",
            state="made",
            path=self.galley.path,
            asked_at="2026-01-01T00:00Z",
        )

    def address(self, name):
        thing = self.things[PAGES[name][0]]
        route = f"admin:{name}"
        if name.endswith(("_changelist", "_add", *ABOUT_NOTHING)):
            return reverse(route)
        if name == "articles_article_file":
            return reverse(route, args=[thing.pk, self.galley.id])
        if name in ("articles_page_text", "articles_news_text"):
            return reverse(route, args=[thing.pk, "ru"])
        if name == "articles_usage_report":
            return reverse(route, args=[self.journal.slug, "IR"])
        if name == "articles_issue_file":
            return reverse(route, args=[thing.pk, "docx"])
        if name == "articles_article_export":
            return reverse(route, args=[thing.pk, "bibtex"])
        return reverse(route, args=[thing.pk])


@pytest.fixture
def home():
    return Office("home", 1)


def client_of(journal, role):
    user = a_member(journal, role, languages=["ru"])
    if role == "section_editor":
        user.memberships.get().sections.set(journal.sections.all())
    client = Client()
    client.force_login(user)
    return client


def is_let_in(response):
    assert response.status_code in (200, 302, 403, 404, 405, 422), response.status_code
    return response.status_code in (200, 422)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_opens_its_pages_in_its_journal_and_none_in_another(role, home):
    away = Office("away", 2)
    client = client_of(home.journal, role)

    visited = {name for name in PAGES if is_let_in(client.get(home.address(name)))}
    abroad = {
        name
        for name, (about, _who) in PAGES.items()
        if about not in SHARED
        and not name.endswith(("_changelist", "_add", *ABOUT_NOTHING))
        and is_let_in(client.get(away.address(name)))
    }

    assert visited == {
        name for name, (_about, who) in PAGES.items() if role in map(LETTERS.get, who)
    }
    assert abroad == set()


@pytest.mark.parametrize("role", [*ROLES, "nobody"])
def test_no_list_and_no_suggestion_shows_another_journal(role, home):
    away = Office("away", 2)
    client = client_of(home.journal, role if role in ROLES else "auditor")
    if role == "nobody":
        Membership.objects.filter(role="auditor").delete()
    lists = [name for name in PAGES if name.endswith("_changelist")]
    fields = [
        *(("delivery", "issue"), ("article", "issue"), ("article", "section")),
        *(("relation", "target"), ("earlieraddress", "article")),
    ]

    texts = [client.get(away.address(name)).content.decode() for name in lists]
    texts += [
        client.get(
            reverse("admin:autocomplete"),
            {"app_label": "articles", "model_name": model, "field_name": field, "term": ""},
        ).content.decode()
        for model, field in fields
    ]

    texts.append(client.get(reverse("admin:articles_article_related"), {"q": "Құпия"}).text)

    assert [re.findall(r"Құпия away|away\.xml|away@example\.org", text) for text in texts] == [
        [] for _text in texts
    ]


def test_a_staff_user_without_a_membership_opens_nothing(home):
    stranger = User.objects.create(username="stranger", is_staff=True)
    client = Client()
    client.force_login(stranger)

    assert {name for name in PAGES if is_let_in(client.get(home.address(name)))} == set()


def test_a_visitor_is_redirected_to_the_sign_in(home):
    answers = {Client().get(home.address(name)).url.partition("?")[0] for name in PAGES}

    assert answers == {reverse("admin:login")}


def test_a_draft_is_hidden_from_readers(home):
    article, client = home.things["article"], Client()
    root = f"/articles/{article.pk}"

    pages = [
        client.get(f"/kk{root}/").status_code,
        client.get(f"{root}/export/bibtex").status_code,
        client.get(f"{root}/files/{home.galley.id}/{home.galley.name}").status_code,
        client.get("/doi/10.5555/home").status_code,
    ]

    assert pages == [404, 404, 404, 404]


@pytest.mark.parametrize("role", ROLES)
def test_roles_that_see_a_draft_get_its_files(role, home):
    away = Office("away", 2)
    client = client_of(home.journal, role)

    answers = [
        client.get(f"/articles/{place.things['article'].pk}/files/{place.galley.id}/a.pdf")
        for place in (home, away)
    ]
    exports = [
        client.get(f"/articles/{place.things['article'].pk}/export/bibtex")
        for place in (home, away)
    ]
    previews = [
        client.get(f"/kk/articles/{place.things['article'].pk}/preview/").status_code
        for place in (home, away)
    ]

    assert [response.status_code for response in answers] == [200, 404]
    assert [response.status_code for response in exports] == [200, 404]
    assert {answers[0]["Cache-Control"], exports[0]["Cache-Control"]} == {"private, no-store"}
    assert previews == [200, 403]


def test_a_section_editor_gets_files_of_their_sections_only(home):
    client = client_of(home.journal, "section_editor")
    Article.objects.update(section=None)

    answer = client.get(f"/articles/{home.things['article'].pk}/files/{home.galley.id}/a.pdf")

    assert answer.status_code == 404


@pytest.fixture
def outside(home):
    """A section editor of another section of the same journal, who also sees another journal."""
    Manuscript.objects.update(article=home.things["article"], name="Құпия home")
    Delivery.objects.all().delete()
    other = Section.objects.create(journal=home.journal, title_kk="Тау")
    user = a_member(home.journal, "section_editor")
    user.memberships.get().sections.set([other])
    Membership.objects.create(
        user=user, journal=Office("away", 2).journal, role="translator", languages=["ru"]
    )
    client = Client()
    client.force_login(user)
    return client


SEARCHED = "articles_article_changelist"
PUBLIC = ("boardgroup", "boardmember", "indexingdatabase")  # readers see what is in them


def test_a_section_editor_sees_no_draft_of_another_section(home, outside):
    """On no page of the office, in no list, search or suggestion, at no public address."""
    article = home.things["article"]
    addresses = [home.address(name) for name in PAGES if PAGES[name][0] not in (*SHARED, *PUBLIC)]
    addresses += [
        reverse("admin:index"),
        f"{reverse(f'admin:{SEARCHED}')}?q=Құпия",
        f"{reverse('admin:articles_article_related')}?q=Құпия",
        f"{reverse('admin:autocomplete')}?app_label=articles&model_name=relation&field_name=target",
        f"/kk/articles/{article.pk}/preview/",
        f"/articles/{article.pk}/export/bibtex",
    ]

    secret = "Құпия home".encode()
    shown = [address for address in addresses if secret in b"".join(outside.get(address))]

    assert shown == []
    assert outside.get(home.address("articles_issue_makeup")).context["lines"] == []
    assert outside.get(home.address("articles_issue_dois")).context["lines"] == []
    assert outside.get(home.address("articles_issue_preflight")).context["lines"] == []


def test_of_two_journals_each_role_counts_in_its_own(home, outside):
    away = Article.objects.get(journal__slug="away")

    answers = [
        outside.get(reverse("admin:articles_article_change", args=[article.pk])).status_code
        for article in (home.things["article"], away)
    ]
    published = outside.post(
        reverse("admin:articles_article_publish", args=[away.pk]), {"published_on": "2026-01-01"}
    )
    arranged = outside.post(
        reverse("admin:articles_issue_makeup", args=[away.issue_id]), {"do": "fill", "start": "7"}
    )

    away.refresh_from_db()
    assert answers == [403, 200]
    assert (published.status_code, arranged.status_code) == (403, 403)
    assert (away.status, away.version) == ("draft", 1)


# What may be sent: the address, what is typed, and who may send it in their own journal.
SENT = {
    "articles_article_publish": ({"published_on": "2026-01-01"}, "EC"),
    "articles_article_proof": ({"author": "А", "language": "kk", "days": "3"}, "SEC"),
    "articles_article_crossref": ({"do": "send"}, "EC"),
    "articles_article_notes": ({"text": "x"}, "TSEC"),
    "articles_article_presence": ({}, EVERYBODY),
    "articles_issue_makeup": ({"do": "fill", "start": "7"}, "EC"),
    "articles_issue_dois": ({}, "EC"),
    "articles_issue_files": ({"make": "docx", "start": ""}, "EC"),
    "articles_issue_publish": ({"published_on": "2026-01-01"}, "EC"),
    "articles_issue_change": ({"year": "2026"}, "EC"),
    "articles_section_change": ({"title_kk": "x"}, "EC"),
    "articles_journal_change": ({"name_kk": "x"}, "C"),
    "articles_look_change": ({"main_colour": "#000000"}, "C"),
    "articles_page_change": ({"title_kk": "x"}, "C"),
    "articles_news_change": ({"title_kk": "x"}, "C"),
    "articles_news_text": ({"body": "x", "_save": "1"}, "C"),
    "articles_earlieraddress_change": ({"path": "/x"}, "C"),
    "articles_membership_change": ({"role": "chief_editor"}, "C"),
    "articles_user_change": ({"is_superuser": "1"}, ""),
    "articles_revision_change": ({"stored": "{}"}, ""),
    "articles_deposit_change": ({"state": "sent"}, ""),
    "articles_manuscript_compare": ({}, "SEC"),
    "articles_manuscript_discard": ({}, "SEC"),
}


def is_taken(response):
    """Whether a form was read, and not refused for who sent it; what it typed may be wrong."""
    assert response.status_code in (200, 302, 403, 404, 422), response.status_code
    to_index = response.headers.get("Location") == reverse("admin:index")
    return response.status_code in (200, 302, 422) and not to_index


@pytest.mark.parametrize("role", ROLES)
def test_each_role_sends_its_forms_in_its_journal_and_none_in_another(role, home):
    away = Office("away", 2)
    client = client_of(home.journal, role)

    taken, abroad = (
        {name for name in SENT if is_taken(client.post(place.address(name), SENT[name][0]))}
        for place in (home, away)
    )

    assert taken == {name for name, (_typed, who) in SENT.items() if role in map(LETTERS.get, who)}
    assert abroad == set()
    assert Article.objects.get(journal=away.journal).version == 1
    assert Article.objects.get(journal=away.journal).status == "draft"


# POST requests, not only pages.


@pytest.mark.parametrize("role", ["translator", "section_editor", "auditor"])
def test_roles_that_may_not_publish_cannot_publish(role, home):
    client = client_of(home.journal, role)

    response = client.post(
        home.address("articles_article_publish"), {"published_on": "2026-01-01", "override": "!"}
    )

    home.things["article"].refresh_from_db()
    assert (response.status_code, home.things["article"].status) == (403, "draft")


def test_a_row_cannot_be_moved_to_another_journal(home):
    away = Office("away", 2)
    client = client_of(home.journal, "chief_editor")

    response = client.post(
        reverse("admin:articles_section_add"),
        {"journal": away.journal.pk, "order": 1, "title_kk": "x"},
    )

    assert response.context["adminform"].form.errors.keys() == {"journal"}
    assert Section.objects.filter(journal=away.journal).count() == 1


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"title": {"kk": "Құпия home", "ru": "Степь"}}, []),
        ({"title": {"kk": "Дала", "ru": "Степь"}}, ["title.kk"]),
        ({"first_page": "99"}, ["first_page"]),
        ({"keywords": {**a_record().keywords, "ru": ("поле",)}}, []),
        ({"references": ()}, ["references"]),
    ],
)
def test_a_translator_saves_texts_in_their_languages_only(changes, refused, home):
    article = home.things["article"]
    translator = a_member(home.journal, "translator", languages=["ru"])
    record = msgspec.structs.replace(working_record(article), **changes)

    try:
        save_article(record, article=article, editor=translator)
        refusals = []
    except ChangeNotPermitted as error:
        refusals = [change.field for change in error.changes]

    assert refusals == refused
    assert Revision.objects.filter(article=article).count() == (1 if refused else 2)


def test_a_section_editor_cannot_move_articles_between_sections(home):
    editor = a_member(home.journal, "section_editor")
    other = Section.objects.create(journal=home.journal, title_kk="Басқа")
    editor.memberships.get().sections.set([home.things["section"]])
    article = home.things["article"]
    moved = msgspec.structs.replace(working_record(article), section_id=other.pk)

    with pytest.raises(ChangeNotPermitted):
        save_article(moved, article=article, editor=editor)
    with pytest.raises(ChangeNotPermitted):
        save_article(
            msgspec.structs.replace(moved, doi="", galleys=()),
            journal=home.journal,
            editor=User.objects.get(pk=editor.pk),
        )

    assert Article.objects.get().section == home.things["section"]


def test_an_invited_person_chooses_a_password(home):
    client = client_of(home.journal, "chief_editor")

    response = client.post(
        reverse("admin:articles_membership_add"),
        {
            "email": "Dana@Example.org",
            "first_name": "Дана",
            "interface_language": "ru",
            "journal": home.journal.pk,
            "role": "translator",
            "languages": ["kk", "ru"],
        },
    )

    (message,) = mail.outbox
    link = re.search(r"http://\S+(/admin/reset/\S+)", message.body)[1]
    visitor = Client()
    form = visitor.get(link, follow=True)
    visitor.post(
        form.request["PATH_INFO"], {"new_password1": "Жусан-2026", "new_password2": "Жусан-2026"}
    )
    person = User.objects.get(email="dana@example.org")
    assert response.status_code == 302
    assert (message.to, person.username) == (["dana@example.org"], "dana@example.org")
    assert (person.is_staff, person.is_superuser, person.check_password("Жусан-2026")) == (
        True,
        False,
        True,
    )
    assert list(person.memberships.values_list("journal", "role", "languages")) == [
        (home.journal.pk, "translator", ["kk", "ru"])
    ]


def test_a_chief_editor_cannot_invite_into_another_journal(home):
    away = Office("away", 2)
    client = client_of(home.journal, "chief_editor")

    response = client.post(
        reverse("admin:articles_membership_add"),
        {
            "email": "dana@example.org",
            "interface_language": "ru",
            "journal": away.journal.pk,
            "role": "auditor",
        },
    )

    assert set(response.context["adminform"].form.errors) == {"journal"}
    assert (mail.outbox, User.objects.filter(email="dana@example.org").count()) == ([], 0)
