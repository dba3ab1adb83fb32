"""A journal with a row of every table, and somebody of each role in it."""

from django.test import Client
from django.urls import reverse

from articles.editing import working_record
from articles.models import (
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
)
from tests.admin.roles.matrix import ABOUT_NOTHING, PAGES
from tests.factories import a_galley, a_journal, a_member, an_article, an_issue


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
        if name == "articles_issue_package":
            return reverse(route, args=[thing.pk, "issue_list-xlsx"])
        if name == "articles_article_export":
            return reverse(route, args=[thing.pk, "bibtex"])
        return reverse(route, args=[thing.pk])


def client_of(journal, role):
    user = a_member(journal, role, languages=["ru"])
    if role == "section_editor":
        user.memberships.get().sections.set(journal.sections.all())
    client = Client()
    client.force_login(user)
    return client
