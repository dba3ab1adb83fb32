"""A site with something of everything, the same numbers and times each time it is made."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from django.db import connection
from msgspec.structs import asdict

from articles.editing import save_article
from articles.models import (
    Article,
    Author,
    Journal,
    News,
    Organisation,
    Page,
    Section,
    TitlePeriod,
)
from articles.publishing import publish_article
from articles.records.languages import text
from articles.records.record import Relation
from tests.exports.articles import a_full_record
from tests.factories import a_depositing_journal, a_galley, a_record, an_author, an_issue

NOW = datetime(2026, 11, 24, 8, 45, tzinfo=UTC)
DAY = date(2024, 3, 29)
NOT_TYPED = ("id", "site", "status", "journal", "issue", "galleys", "relations", "section")


def stop_the_clock(monkeypatch: Any) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def restart_numbers() -> None:
    """Keys of rows begin at 1001 in every table, for as long as the test runs."""
    tables = connection.introspection.django_table_names(only_existing=True)
    with connection.cursor() as cursor:
        for table in tables:
            for sequence in connection.introspection.get_sequences(cursor, table):
                cursor.execute(f'ALTER SEQUENCE "{sequence["name"]}" RESTART WITH 1001')


def a_full_site() -> dict[str, Any]:
    """Two journals, three issues, articles of every kind and state; what pages need, by name."""
    restart_numbers()
    journal = a_depositing_journal(
        tagline_kk="Дала туралы", tagline_ru="О степи", tagline_en="About the steppe",
        publisher_kk="Дала баспасы", publisher_ru="Издательство «Дала»",
        city_kk="Қарқара", founder_ru="Фонд степи", issn_online="0000-0019",
        crossmark_doi="10.5555/policy", certificate="№ 1-Ж, 01.02.2003", elibrary_id="99999",
        submission_url="https://submit.example.org/",
    )  # fmt: skip
    other = Journal.objects.create(slug="water", name_ru="Вода", name_en="Water")
    TitlePeriod.objects.create(
        journal=journal, name_en="Old Steppe", name_kk="Ескі дала",
        from_on=date(1999, 1, 1), until_on=date(2005, 12, 31),
    )  # fmt: skip
    Page.objects.create(
        journal=journal, slug="about", title_kk="Журнал туралы", title_ru="О журнале",
        text_kk="<h2>Мақсаты</h2><p>Дала.</p>", text_ru="<p>Степь &amp; вода.</p>",
    )  # fmt: skip
    Page.objects.create(journal=journal, slug="board", title_en="Board", order=2)
    call = News.objects.create(
        journal=journal, slug="call-2026", kind="call", title_kk="Қолжазбалар қабылданады",
        title_ru="Приём рукописей", text_ru="<p>До <b>конца</b> весны.</p>", is_pinned=True,
        published_on=date(2024, 2, 1), expires_on=date(2026, 12, 10),
    )  # fmt: skip
    News.objects.create(
        journal=journal, slug="doi", title_en="DOIs for all articles", text_en="<p>Since 2004.</p>",
        published_on=date(2024, 3, 1),
    )  # fmt: skip
    botany = Section.objects.create(
        journal=journal, title_kk="Ботаника", title_ru="Ботаника", title_en="Botany"
    )
    person = Author.objects.create(
        family_name_kk="Төлегенова", given_name_kk="Ұлжан", family_name_ru="Тулегенова",
        family_name_en="Tolegenova", orcid="0000-0000-1423-0019", spin="1234-5678",
    )  # fmt: skip
    Organisation.objects.create(name_en="Steppe University", name_ru="Университет степи")
    old = an_issue(
        journal, year=2004, number="2", through_number="7", published_on=date(2004, 6, 1)
    )
    issue = an_issue(
        journal, volume="3", through_number="134", title_en="Plants", title_kk="Өсімдіктер",
        description_ru="Выпуск о растениях.", signed_on=date(2024, 3, 20), print_run=300,
    )  # fmt: skip
    coming = an_issue(journal, number="2", published_on=None, planned_on=date(2026, 12, 1))

    full = published(
        journal, "full", section_id=botany.pk, issue_id=issue.pk, position=1,
        **full_facts(),
        galleys=(a_galley(b"%PDF-1.4 full", "дала мақаласы.pdf"), a_galley(b"<p>", "a.html")),
    )  # fmt: skip
    plain = published(
        journal, "plain", issue_id=issue.pk, position=2, first_page="15", last_page="15",
        authors=(an_author(author_id=person.pk, orcid="0000-0000-1423-0019"),),
    )  # fmt: skip
    bare = published(
        journal, "bare", issue_id=old.pk, language="ru", type="editorial",
        title=text(ru="Слово <i>редактора</i>"), abstract={}, keywords={}, authors=(),
        affiliations=(), references=(), first_page="S1", last_page="", article_number="",
        received_on=None, accepted_on=None, published_on=date(2004, 6, 1),
    )  # fmt: skip
    notice = published(
        journal, "notice", type="retraction", title=text(en="Retraction: a wrong article"),
        relations=(Relation(kind="retracts", article_id=plain.pk, doi="10.5555/plain"),),
    )  # fmt: skip
    alone = published(other, "alone", title=text(ru="Вода", en="Water"), language="en")
    draft = save_article(
        a_record(doi="10.5555/draft", issue_id=coming.pk, title=text(kk="Жоба")), journal=journal
    ).article
    return {
        "journal": journal, "other": other, "issue": issue, "old": old, "coming": coming,
        "full": full, "plain": plain, "bare": bare, "notice": notice, "alone": alone,
        "draft": draft, "person": person, "section": botany, "call": call,
    }  # fmt: skip


def full_facts() -> dict[str, Any]:
    """Of the record that has everything, what an editor types."""
    facts = asdict(a_full_record())
    return {
        name: value
        for name, value in facts.items()
        if name not in NOT_TYPED
        and "_id" not in name
        and not name.endswith("_label_kk")
        and name not in ("doi", "position")
    }


def published(journal: Journal, name: str, **changes: Any) -> Article:
    record = a_record(**{"doi": f"10.5555/{name}", **changes})
    article = save_article(record, journal=journal).article
    day = record.published_on or DAY
    publish_article(article, published_on=day, override="test", with_notices=False)
    article.refresh_from_db()
    return article
