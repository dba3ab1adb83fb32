"""Notices of correction, concern and retraction, and withdrawals."""

import pytest

from articles.models import Article
from tests.admin.publishing.editors import page, signed_in
from tests.factories import a_journal, a_public_article, an_article

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("action", "status", "kinds"),
    [
        ("correct", "published", ["corrected_by"]),
        ("concern", "published", ["concern_expressed_by"]),
        ("retract", "retracted", ["retracted_by"]),
    ],
)
def test_a_notice_and_its_article_link_to_each_other(action, status, kinds, journal):
    article = a_public_article(journal)
    notice = a_public_article(journal, type="correction", doi="10.5555/notice")

    signed_in(journal).post(
        page("article_notice", article), {"action": action, "notice": notice.pk}
    )

    article.refresh_from_db()
    notice.refresh_from_db()
    assert article.status == status
    assert [relation.kind for relation in article.released.record.relations] == kinds
    assert [relation.article_id for relation in notice.released.record.relations] == [article.pk]


def test_a_withdrawal_needs_a_chief_editor_and_a_reason(journal):
    article = a_public_article(journal)
    url = page("article_notice", article)
    chief = signed_in(journal)

    refused = signed_in(journal, "editor").post(url, {"action": "withdraw", "reason_en": "!"})
    empty = chief.post(url, {"action": "withdraw", "reason_en": " "})
    reasons = {"reason_kk": "Екі рет басылған.", "reason_en": "Printed\n twice."}
    chief.post(url, {"action": "withdraw", **reasons})

    article.refresh_from_db()
    assert (refused.status_code, list(empty.context["form"].errors)) == (403, ["reason_kk"])
    assert article.status == "withdrawn"
    assert article.released.reason == "Екі рет басылған.\nPrinted twice."


def test_only_published_articles_of_the_same_journal_are_offered_as_notices(journal):
    article = a_public_article(journal)
    draft = an_article(journal, type="correction", doi="10.5555/draft")
    abroad = a_public_article(a_journal(slug="other"), type="correction", doi="10.5555/abroad")
    client = signed_in(journal)

    errors = [
        list(
            client.post(page("article_notice", article), {"action": "retract", "notice": notice.pk})
            .context["form"]
            .errors
        )
        for notice in (draft, abroad)
    ]

    assert errors == [["notice"], ["notice"]]


def test_a_notice_is_drafted_and_its_publication_says_what_it_does(journal):
    article = a_public_article(journal)
    client = signed_in(journal)
    url = page("article_notice", article)

    empty = client.post(url, {"action": "retract"})
    drafted = client.post(url, {"action": "retract", "reason_ru": "Ошибка."})

    notice = Article.objects.get(type="retraction")
    assert list(empty.context["form"].errors) == ["reason_kk"]
    assert drafted.url == page("article_change", notice)
    assert client.get(url).context["drafts"] == [notice]
    (effect,) = client.get(page("article_publish", notice)).context["notices"]
    assert (effect.article, effect.is_changed) == (article, False)
    client.post(page("article_publish", notice), {"do": "publish", "published_on": "2024-04-02"})
    article.refresh_from_db()
    assert article.status == "retracted"


def test_a_withdrawal_is_offered_to_chief_editors_only(journal):
    article = a_public_article(journal)
    offered = [
        [value for value, _label in signed_in(journal, role).get(page("article_notice", article))
         .context["form"].fields["action"].choices]
        for role in ("editor", "chief_editor")
    ]  # fmt: skip

    assert offered == [
        ["correct", "concern", "retract"],
        ["correct", "concern", "retract", "withdraw"],
    ]


def test_a_withdrawn_article_cannot_be_retracted(journal):
    article = a_public_article(journal)
    notice = a_public_article(journal, type="retraction", doi="10.5555/notice")
    client = signed_in(journal)
    url = page("article_notice", article)
    client.post(url, {"action": "withdraw", "reason_en": "!"})

    answer = client.post(url, {"action": "retract", "notice": notice.pk})

    article.refresh_from_db()
    assert (answer.url, article.status) == (page("article_change", article), "withdrawn")
