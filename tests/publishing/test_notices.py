"""Notices drafted from templates, and what publishing one does to the article it is about."""

from datetime import date

import msgspec
import pytest

from articles.editing import save_article, working_record
from articles.models import Article
from articles.publishing import publish_article, withdraw_article
from articles.publishing.notices import NOTICE_KINDS, draft_notice, notice_drafts
from articles.records.languages import text
from articles.records.record import Relation
from tests.factories import a_journal, a_public_article, an_article, an_issue

pytestmark = pytest.mark.django_db
DAY = date(2024, 4, 2)
REASON = text("Қате бар.", "Есть ошибка.", "There is an error.")


def fresh(article):
    return Article.objects.select_related("released", "journal").get(pk=article.pk)


def kinds(article):
    return [relation.kind for relation in working_record(fresh(article)).relations]


def test_a_notice_is_drafted_in_three_languages_about_what_readers_see():
    journal = a_journal()
    article = a_public_article(journal, issue_id=an_issue(journal, through_number="9").pk)
    unreleased = msgspec.structs.replace(working_record(article), title=text("Басқа"))
    save_article(unreleased, article=article)

    notice = draft_notice(fresh(article), NOTICE_KINDS["correct"], REASON)

    record = working_record(notice)
    source = "2024, № 1 (9), https://doi.org/10.5555/0000-0000/2024-1-1"
    assert (record.type, record.status, record.language) == ("correction", "draft", "kk")
    assert record.title == {
        "kk": "Түзету: Дала өсімдіктері",
        "ru": "Исправление: Растения степи",
        "en": "Correction: Plants of the steppe",
    }
    assert record.abstract["en"] == (
        f"The editors correct the article “Plants of the steppe” (Steppe Science, {source}). "
        "There is an error."
    )
    assert record.abstract["ru"].endswith(f"(Наука степи, {source}). Есть ошибка.")
    assert record.abstract["kk"].endswith("Қате бар.")
    assert record.authors[0].collective["ru"] == "Редакция журнала «Наука степи»"
    assert record.relations == (
        Relation(kind="corrects", article_id=article.pk, doi="10.5555/0000-0000/2024-1-1"),
    )
    assert notice_drafts(article) == [notice]


def test_nothing_changes_for_readers_before_the_notice_is_published():
    article = a_public_article()
    version = article.version

    draft_notice(fresh(article), NOTICE_KINDS["retract"], REASON)

    article = fresh(article)
    assert (article.status, article.version, kinds(article)) == ("published", version, [])


@pytest.mark.parametrize(
    ("kind", "status", "inverse"),
    [
        ("correct", "published", "corrected_by"),
        ("concern", "published", "concern_expressed_by"),
        ("retract", "retracted", "retracted_by"),
    ],
)
def test_publishing_a_notice_changes_the_article_and_links_both(kind, status, inverse):
    article = a_public_article()
    notice = draft_notice(fresh(article), NOTICE_KINDS[kind], REASON)

    publish_article(notice, published_on=DAY)

    article, notice = fresh(article), fresh(notice)
    relations = [released.released.record.relations for released in (article, notice)]
    assert article.status == status
    assert article.released.version == article.version
    assert relations[0] == (Relation(kind=inverse, article_id=notice.pk, doi=""),)
    assert [relation.article_id for relation in relations[1]] == [article.pk]
    assert notice_drafts(article) == []


def test_a_notice_published_again_does_nothing_more():
    article = a_public_article()
    notice = draft_notice(fresh(article), NOTICE_KINDS["retract"], REASON)
    publish_article(notice, published_on=DAY)
    version = fresh(article).version

    publish_article(fresh(notice), published_on=DAY)

    assert fresh(article).version == version


def test_a_notice_does_nothing_to_drafts_withdrawn_articles_and_other_journals():
    journal = a_journal()
    draft = an_article(journal, doi="10.5555/draft")
    withdrawn = a_public_article(journal, doi="10.5555/withdrawn")
    withdraw_article(withdrawn, reason="mistake")
    abroad = a_public_article(a_journal(slug="other"), doi="10.5555/abroad")
    about = [
        Relation(kind="retracts", article_id=one.pk, doi=one.doi)
        for one in (draft, withdrawn, abroad)
    ]
    notice = an_article(journal, doi="10.5555/notice", type="retraction", relations=tuple(about))

    publish_article(notice, published_on=DAY, override="test")

    statuses = [fresh(one).status for one in (draft, withdrawn, abroad)]
    assert statuses == ["draft", "withdrawn", "published"]


def test_a_notice_finds_its_article_by_doi_in_any_case():
    article = a_public_article(doi="10.5555/Ab")
    relation = Relation(kind="corrects", doi="10.5555/aB")
    notice = an_article(article.journal, doi="10.5555/n", type="correction", relations=(relation,))

    publish_article(notice, published_on=DAY, override="test")

    assert kinds(article) == ["corrected_by"]
