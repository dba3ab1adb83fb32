"""The real article entered by hand: at most 30 clicks, pastes or typed fields after sign-in."""

from datetime import date

import pytest
from django.urls import reverse

from articles.editing import working_record
from articles.editing.checks import check_article
from articles.models import Article
from articles.queries.record_facts import attach
from articles.records.findings import Level
from tests.browser.admin_session import an_editor, messages_of, signed_in
from tests.browser.seed_text import SEED, seed_parts
from tests.factories import a_journal, an_issue

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not SEED.exists(), reason="../shared with the real article is absent"),
]
MOST_STEPS = 30
LANGUAGES = ("kk", "ru", "en")


class Hand:
    """Mouse and clipboard of an editor; each click, paste, typed or chosen field is a step."""

    def __init__(self, page):
        self.page, self.steps = page, []
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    def click(self, selector, *, leaves=False):
        self.steps.append(("click", selector))
        if not leaves:
            self.page.click(selector)
            return
        with self.page.expect_navigation():
            self.page.click(selector)

    def paste(self, name, text):
        """At the end of what the field has."""
        self.steps.append(("paste", name))
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.focus(f"#article [name={name}]")
        self.page.keyboard.press("Control+End")
        self.page.keyboard.press("Control+V")

    def type(self, name, text):
        self.steps.append(("type", name))
        self.page.fill(f"#article [name={name}]", text)

    def choose(self, name, label):
        self.steps.append(("choose", name))
        self.page.select_option(f"#article [name={name}]", label=label)


@pytest.fixture
def issue(transactional_db):
    journal = a_journal(doi_prefix="10.32523", through_number_is_volume=True)
    return an_issue(
        journal, year=2021, number="1", through_number="134", published_on=date(2021, 3, 31)
    )


def test_the_real_article_is_entered_in_thirty_steps(live_server, browser, issue):
    with signed_in(browser, live_server, an_editor(), reverse("admin:index")) as page:
        hand = Hand(page)
        enter(hand, seed_parts(), issue)
        assert messages_of(page) == ["Saved as version 1. Draft; only editors see it."]
        hand.click("text=Pre-publication check", leaves=True)
        assert page.inner_text("#preflight-sum") == "The article can be published"

    article = Article.objects.get()
    record = working_record(article)
    assert_complete(record)
    findings = check_article(attach(record, article))
    assert [each for each in findings if each.level is Level.BLOCKS] == []
    assert len(hand.steps) <= MOST_STEPS, hand.steps


def enter(hand, parts, issue):
    hand.click("a:text('New article')", leaves=True)
    hand.choose("language", "Kazakh")
    for code in LANGUAGES:
        hand.paste(f"title_{code}", parts[f"title_{code}"])
    for code in LANGUAGES:
        hand.paste("pasted_authors", parts[f"authors_{code}"])
    hand.page.locator("#author-block-seen li:has-text('English')").nth(2).wait_for()
    hand.click("[name=_paste][value=fill]", leaves=True)
    for field in ("abstract", "keywords"):
        for code in LANGUAGES:
            hand.paste(f"{field}_{code}", parts[f"{field}_{code}"])
    hand.type("received_on", "2021-02-16")
    hand.type("accepted_on", "2021-03-15")
    hand.type("published_on", "2021-03-31")
    hand.type("doi", "10.32523/2616-6887/2021-134-1-23-30")
    hand.type("first_page", "23")
    hand.type("last_page", "30")
    hand.choose("issue", str(issue))
    hand.paste("references_original", parts["original"])
    hand.paste("references_romanized", parts["romanized"])
    hand.click("#body > summary")
    hand.paste("body", parts["body"])
    hand.click(".buttons [name=_save]", leaves=True)


def assert_complete(record):
    """Everything that the article prints of its bibliographic data is there."""
    assert [record.language, *map(len, (record.title, record.abstract, record.keywords))] == [
        "kk", 3, 3, 3,
    ]  # fmt: skip
    assert [
        (author.names["kk"].family, author.names["en"].family, author.marks, author.email)
        for author in record.authors
    ] == [
        ("Мубашева", "Mubasheva", (1,), "kamila.mubasheva.97@mail.ru"),
        ("Есеркепова", "Yesserkepova", (1,), ""),
    ]
    (affiliation,) = record.affiliations
    assert affiliation.city == {"kk": "Алматы", "ru": "Алматы", "en": "Almaty"}
    assert (len(affiliation.name), affiliation.country) == (3, "KZ")
    assert len(record.references) == 10
    assert all(entry.text and entry.romanized for entry in record.references)
