"""A changed writer makes no deposit due: content is compared with content, format with format."""

from datetime import UTC, date, datetime

import msgspec
import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from articles.dois import (
    compare_with_deposits,
    due_articles,
    mark_outdated,
    outdated,
    outdated_articles,
    queue_articles,
    queueing,
)
from articles.dois.diagnostics import Verdict
from articles.dois.outdated import after_migrate
from articles.dois.results import save_verdicts
from articles.editing import save_article, working_record
from articles.exports import FORMATS
from articles.exports.versions import writers_version
from articles.management.commands import deposit
from articles.models import Article, Deposit, DepositRecord, Journal
from articles.publishing import correct_article, express_concern, release, retract_article
from articles.publishing.changed_facts import mark_articles_changed
from tests.factories import a_depositing_journal, a_public_article, an_issue

pytestmark = pytest.mark.django_db
State = Article.DepositState
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def sent(journal, verdict="success", **changes):
    """A public article of which Crossref has said so."""
    article = a_public_article(journal, **changes)
    queue_articles(Article.objects.filter(pk=article.pk), NOW)
    Deposit.objects.update(state="done")
    DepositRecord.objects.filter(article=article).update(state=verdict)
    compare_with_deposits(Article.objects.filter(pk=article.pk))
    return article


def as_the_previous_release_left_them():
    """Deposits without content and version, each written a little differently."""
    for row in DepositRecord.objects.all():
        row.body = row.body.replace("<body>", "<body><!-- as it was -->")
        row.content = row.writer_version = ""
        row.save()


def state(article):
    article.refresh_from_db()
    return article.deposit_state


def saved(article, **changes):
    """The article, released with changes."""
    article.refresh_from_db()
    record = msgspec.structs.replace(working_record(article), **changes)
    save_article(record, article=article)
    release(article)
    return article


@pytest.fixture
def upgrade(monkeypatch):
    """Makes the writer of Crossref another one, with another version."""

    def upgrade(version="another", field=""):
        def write(records, stamp):
            for record in records:
                content = b"".join(present.write([record], stamp))
                more = f"<!-- {getattr(record, field) if field else version} -->"
                yield content.replace(b"</body>", more.encode() + b"</body>")

        monkeypatch.setitem(FORMATS, "crossref", msgspec.structs.replace(present, write=write))
        for module in (queueing, outdated):
            monkeypatch.setattr(module, "writers_version", lambda: version)

    present = FORMATS["crossref"]
    return upgrade


def test_a_deposit_keeps_its_content_and_the_version_of_its_writer():
    article = sent(a_depositing_journal(), body="<p>Text</p>")

    row = DepositRecord.objects.get()

    kept = msgspec.json.decode(row.content)
    assert (kept["id"], kept["doi"], "body" in kept) == (article.pk, article.doi, False)
    assert (kept["journal"]["slug"], row.writer_version) == ("steppe-science", writers_version())
    assert len(writers_version()) == 16


def test_another_writer_makes_nothing_due_and_is_told_apart(upgrade):
    journal = a_depositing_journal()
    articles = [sent(journal, doi=f"10.5555/{number}") for number in range(3)]

    upgrade()
    compared = mark_outdated()
    again = mark_outdated()

    assert (compared, again) == (3, 0)
    assert [state(article) for article in articles] == [State.OUTDATED] * 3
    assert list(due_articles()) == []
    assert list(outdated_articles()) == articles


def test_a_writer_that_writes_the_same_leaves_everything_registered(monkeypatch):
    article = sent(a_depositing_journal())
    DepositRecord.objects.update(writer_version="earlier")

    counts = [mark_outdated(), mark_outdated()]

    assert (counts, state(article)) == ([1, 0], State.REGISTERED)
    assert DepositRecord.objects.get().writer_version == writers_version()


def test_after_a_change_back_the_article_is_registered_again(upgrade, monkeypatch):
    article = sent(a_depositing_journal())
    with monkeypatch.context():
        upgrade()
        mark_outdated()
    before = state(article)
    monkeypatch.undo()

    mark_outdated()

    assert (before, state(article)) == (State.OUTDATED, State.REGISTERED)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"elibrary_id": "12345"}, State.OUTDATED),  # Crossref is not told
        ({"crossref_title": "Renamed"}, State.CHANGED),
    ],
)
def test_facts_of_the_journal_count_only_if_crossref_is_told_them(upgrade, change, expected):
    journal = a_depositing_journal()
    article = sent(journal)
    upgrade()
    mark_outdated()

    Journal.objects.update(**change)
    mark_articles_changed(journal=journal)
    compare_with_deposits(due_articles())

    assert state(article) == expected
    assert list(due_articles()) == ([article] if expected == State.CHANGED else [])


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"body": "<p>Another text</p>"}, State.OUTDATED),
        ({"edn": "ABCDEF"}, State.OUTDATED),
        ({"title": {"kk": "Басқа тақырып"}}, State.CHANGED),
        ({"accepted_on": date(2024, 2, 21)}, State.CHANGED),
    ],
)
@pytest.mark.parametrize("is_marked", [True, False])
def test_content_that_is_released_after_the_upgrade_is_due(upgrade, change, expected, is_marked):
    article = sent(a_depositing_journal())
    upgrade()
    if is_marked:
        mark_outdated()

    saved(article, **change)

    assert state(article) == expected


def test_what_only_the_new_writer_tells_is_not_due_for_a_change_before_it(upgrade):
    journal = a_depositing_journal()
    article = sent(journal)
    saved(article, edn="ABCDEF")
    before = state(article)

    upgrade(field="edn")
    mark_outdated()
    mark_articles_changed(journal=journal)
    compare_with_deposits(due_articles())
    outdated = state(article)
    saved(article, edn="BCDEFG")

    assert (before, outdated, state(article)) == (State.REGISTERED, State.OUTDATED, State.CHANGED)


@pytest.mark.parametrize(
    ("act", "kind"),
    [
        (retract_article, "retracted_by"),
        (correct_article, "corrected_by"),
        (express_concern, "concern_expressed_by"),
    ],
)
@pytest.mark.parametrize("doi", ["10.5555/notice", ""])
def test_an_article_with_a_notice_is_due(upgrade, act, kind, doi):
    journal = a_depositing_journal()
    article = sent(journal)
    notice = a_public_article(journal, doi=doi)
    upgrade()
    mark_outdated()

    act(article, notice)

    article.refresh_from_db()
    assert [relation.kind for relation in article.released.record.relations] == [kind]
    assert article in due_articles()


def test_what_failed_stays_failed_until_its_content_changes(upgrade):
    article = sent(a_depositing_journal(), "failure")
    before = state(article)

    upgrade()
    mark_outdated()
    mark_articles_changed(journal=article.journal)
    compare_with_deposits(due_articles())
    after = state(article)
    saved(article, title={"kk": "Басқа тақырып"})

    assert (before, after, state(article)) == (State.FAILED, State.FAILED, State.DUE)


def test_an_answer_after_the_upgrade_is_no_change_of_content(upgrade):
    article = a_public_article(a_depositing_journal())
    (queued,) = queue_articles(Article.objects.all(), NOW).deposits
    upgrade()

    save_verdicts(queued, (Verdict(article.doi, "Success", ""),), b"")

    assert state(article) == State.OUTDATED


def test_what_is_sent_on_request_is_registered_in_the_present_format(upgrade):
    article = sent(a_depositing_journal())
    upgrade()
    mark_outdated()

    queue_articles(outdated_articles(), NOW)
    DepositRecord.objects.update(state="success")
    compare_with_deposits(Article.objects.all())

    assert (DepositRecord.objects.count(), state(article)) == (2, State.REGISTERED)
    assert list(outdated_articles()) == []


def test_what_is_registered_elsewhere_is_not_among_the_outdated(upgrade):
    article = sent(a_depositing_journal())
    Article.objects.update(doi_state="elsewhere")
    upgrade()
    mark_outdated()

    assert (state(article), list(outdated_articles())) == (State.OUTDATED, [])


# Deposits of the release before, which kept neither content nor version.


def test_an_upgrade_makes_no_earlier_deposit_due():
    journal = a_depositing_journal()
    issue = an_issue(journal)
    articles = [
        sent(journal, doi=f"10.5555/{number}", issue_id=issue.pk, position=number + 1)
        for number in range(3)
    ]
    failed = sent(journal, "failure", doi="10.5555/failed")
    as_the_previous_release_left_them()

    after_migrate(using="default", plan=[object()], verbosity=0)
    compare_with_deposits(Article.objects.all())

    assert [state(article) for article in articles] == [State.OUTDATED] * 3
    assert (state(failed), list(due_articles())) == (State.FAILED, [])


@pytest.mark.parametrize(
    ("change", "expected"),
    [({"elibrary_id": "12345"}, State.OUTDATED), ({"crossref_title": "Renamed"}, State.CHANGED)],
)
def test_an_earlier_deposit_is_compared_by_its_content_at_the_upgrade(change, expected):
    journal = a_depositing_journal()
    article = sent(journal)
    saved(article, edn="ABCDEF")  # after the deposit, and not told to Crossref
    as_the_previous_release_left_them()
    after_migrate(using="default", plan=[object()], verbosity=0)

    Journal.objects.update(**change)
    mark_articles_changed(journal=journal)
    compare_with_deposits(due_articles())

    assert state(article) == expected


def test_an_earlier_deposit_that_was_due_before_the_upgrade_is_still_due():
    article = sent(a_depositing_journal())
    saved(article, title={"kk": "Басқа тақырып"})
    as_the_previous_release_left_them()

    after_migrate(using="default", plan=[object()], verbosity=0)
    compare_with_deposits(due_articles())

    assert state(article) == State.CHANGED


def test_an_earlier_deposit_without_content_is_older_or_newer_than_the_last_public_change():
    article = sent(a_depositing_journal())
    as_the_previous_release_left_them()

    compare_with_deposits(Article.objects.all())
    before = state(article)
    release(article)

    assert (before, state(article)) == (State.OUTDATED, State.CHANGED)


def test_kept_content_that_cannot_be_read_counts_as_changed(upgrade):
    article = sent(a_depositing_journal())
    DepositRecord.objects.update(content="{")
    upgrade()

    compare_with_deposits(Article.objects.all())

    assert state(article) == State.CHANGED


def test_an_article_that_lost_what_crossref_requires_has_changed(upgrade):
    journal = a_depositing_journal()
    article = sent(journal)
    Journal.objects.update(depositor_email="")
    upgrade()

    compare_with_deposits(Article.objects.all())

    assert state(article) == State.CHANGED


@pytest.mark.parametrize("plan", [None, []])
def test_without_migrations_nothing_is_compared(plan):
    article = sent(a_depositing_journal())
    as_the_previous_release_left_them()

    after_migrate(using="default", plan=plan)

    assert (state(article), DepositRecord.objects.get().content) == (State.REGISTERED, "")


def test_after_a_part_of_the_migrations_nothing_is_compared(monkeypatch, capsys):
    article = sent(a_depositing_journal())
    as_the_previous_release_left_them()
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: [("one", False)])

    after_migrate(using="default", plan=[object()])

    assert (state(article), capsys.readouterr().out) == (State.REGISTERED, "")


def test_migrating_says_how_many_were_compared(capsys):
    sent(a_depositing_journal())
    as_the_previous_release_left_them()

    after_migrate(using=connection.alias, plan=[object()])

    assert capsys.readouterr().out == "  Deposits compared with the present format: 1\n"


# The command


@pytest.fixture
def no_service(monkeypatch):
    """Nothing is sent, and one step is taken instead of a loop."""

    class OneStep:
        def __init__(self, name, step):
            self.step = step

        def run(self, *, once):
            return int(self.step() is not None)

    monkeypatch.setattr(deposit, "send_next", lambda: None)
    monkeypatch.setattr(deposit, "Worker", OneStep)


def test_the_command_sends_the_outdated_only_when_asked_to(upgrade, no_service):
    article = sent(a_depositing_journal())
    upgrade()

    call_command("deposit", "--due", "--once")
    after_due = state(article)
    call_command("deposit", "--outdated")

    assert (after_due, state(article)) == (State.OUTDATED, State.QUEUED)
