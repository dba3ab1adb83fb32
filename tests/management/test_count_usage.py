"""count_usage: what is saved, and never twice: rotation, interruption, other runs, other files."""

import gzip
import re
import sys
from datetime import date
from ipaddress import ip_network
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from articles.intake.usage import counting_run, saving
from articles.models import PublicState, Usage, UsageLog, UsageState
from articles.publishing import withdraw_article
from tests.factories import a_galley, a_journal, a_public_article, an_article
from tests.usage.logs import CHROME, FIREFOX, combined, nginx_json

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)
Kind = Usage.Kind


@pytest.fixture
def article():
    """With a PDF, and no full text on its page."""
    return a_public_article(a_journal(shows_usage=True), galleys=(a_galley(b"%PDF-1.7 x"),))


def page(article):
    return f"/ru/articles/{article.pk}/"


def pdf(article):
    galley = article.galleys.get()
    return f"/kk/articles/{article.pk}/files/{galley.pk}/{galley.name}"


def lines_of(article, count=12):
    """A minute apart: two readers, the page twice, then the PDF."""
    addresses, paths = (page(article), page(article), pdf(article)), ("203.0.113.1", "203.0.113.2")
    return [
        combined(f"10:{number:02}:00", addresses[number % 3], address=paths[number % 2])
        for number in range(count)
    ]


def count(*paths):
    call_command("count_usage", *map(str, paths))


def counts(**conditions):
    rows = Usage.objects.filter(**conditions).values_list("kind", "count")
    return dict(sorted(rows))


EXPECTED = {  # of the twelve lines
    Kind.DOWNLOADS: 4,
    Kind.TOTAL_INVESTIGATIONS: 12,
    Kind.TOTAL_REQUESTS: 4,
    Kind.UNIQUE_INVESTIGATIONS: 2,
    Kind.UNIQUE_REQUESTS: 2,
}


def test_a_log_is_counted_and_the_last_line_says_so(article, tmp_path, capsys):
    log = tmp_path / "access.log"
    log.write_text("".join(lines_of(article)))

    count(log)

    assert counts(article=article, day=DAY, source="site", country="") == EXPECTED
    assert capsys.readouterr().out == "Lines read: 12. Views: 12, of them of the full text: 4.\n"


def test_nothing_is_counted_twice_after_rotation_and_compression(article, tmp_path):
    lines = lines_of(article)
    log = tmp_path / "access.log"
    log.write_text("".join(lines[:7]))
    count(log)
    log.write_text("".join(lines[:9]))
    count(tmp_path / "access.log*")

    log.rename(tmp_path / "access.log.1")
    log.write_text("".join(lines[9:]))
    count(tmp_path / "access.log*")
    (tmp_path / "access.log.2.gz").write_bytes(gzip.compress("".join(lines[:9]).encode()))
    (tmp_path / "access.log.1").unlink()
    count(tmp_path)
    count(tmp_path)

    assert counts() == EXPECTED
    assert UsageLog.objects.count() == 2


def test_a_count_that_was_killed_goes_on_where_it_was_saved(article, tmp_path, monkeypatch):
    monkeypatch.setattr(counting_run, "CHUNK", 2)
    monkeypatch.setattr(counting_run, "SAVED_CHUNKS", 1)
    log = tmp_path / "access.log"
    log.write_text("".join(lines_of(article)))
    save, saves = saving.add_totals, []

    def save_twice_and_die(totals):
        save(totals)  # inside the transaction, which is lost with it
        saves.append(1)
        if len(saves) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr(saving, "add_totals", save_twice_and_die)
    with pytest.raises(KeyboardInterrupt):
        count(log)
    monkeypatch.setattr(saving, "add_totals", save)

    assert UsageLog.objects.get().lines == 4
    assert counts()[Kind.TOTAL_INVESTIGATIONS] == 4
    count(log)
    assert counts() == EXPECTED


def test_of_two_runs_at_once_one_saves(article, tmp_path, monkeypatch):
    log = tmp_path / "access.log"
    log.write_text("".join(lines_of(article)))
    load = saving.load_state

    def load_while_another_saves(now):
        number, state = load(now)
        UsageState.objects.update(number=number + 1)
        return number, state

    monkeypatch.setattr(counting_run, "load_state", load_while_another_saves)

    with pytest.raises(CommandError, match="Another count ran at the same time"):
        count(log)
    assert counts() == {}


def test_a_double_click_on_both_sides_of_a_rotation_counts_once(article, tmp_path):
    first, second = tmp_path / "access.log.1", tmp_path / "access.log"
    first.write_text(combined("10:59:50", page(article)))
    second.write_text(combined("11:00:05", page(article)))

    count(first)
    count(second)

    assert counts() == {Kind.TOTAL_INVESTIGATIONS: 1, Kind.UNIQUE_INVESTIGATIONS: 1}


def test_a_double_click_over_midnight_moves_to_the_later_day(article, tmp_path):
    first, second = tmp_path / "access.log.1", tmp_path / "access.log"
    first.write_text(combined("23:59:50", page(article)))
    second.write_text(combined("00:00:05", page(article), day="2026-11-21"))

    count(first)
    assert set(Usage.objects.values_list("day", "count")) == {(DAY, 1)}
    count(second)

    assert set(Usage.objects.values_list("day", "count")) == {(date(2026, 11, 21), 1)}


def test_a_full_text_on_the_page_makes_its_view_a_request(tmp_path):
    article = a_public_article(body="<p>Мақала мәтіні.</p>")
    log = tmp_path / "access.log"
    log.write_text(combined("10:00:00", page(article)))

    count(log)

    assert counts() == {
        Kind.TOTAL_INVESTIGATIONS: 1,
        Kind.TOTAL_REQUESTS: 1,
        Kind.UNIQUE_INVESTIGATIONS: 1,
        Kind.UNIQUE_REQUESTS: 1,
    }


def test_drafts_withdrawn_and_unknown_articles_are_not_counted(tmp_path):
    journal = a_journal()
    draft = an_article(journal, doi="10.5555/draft")
    withdrawn = a_public_article(journal, doi="10.5555/withdrawn")
    withdraw_article(withdrawn, reason="mistake")
    log = tmp_path / "access.log"
    keys = (draft.pk, withdrawn.pk, 987_654_321, 10**17)
    log.write_text("".join(combined("10:00:00", f"/ru/articles/{key}/") for key in keys))

    count(log)

    assert counts() == {}


def test_no_address_and_no_browser_is_in_the_database(article, tmp_path):
    log = tmp_path / "access.log"
    log.write_text("".join(lines_of(article)))

    count(log)

    kept = bytes(UsageState.objects.get().content)
    assert b"203.0.113" not in kept
    assert CHROME.encode() not in kept
    assert FIREFOX not in str(list(Usage.objects.values()))


def test_the_state_is_forgotten_two_days_after_the_last_count(article, tmp_path):
    log = tmp_path / "access.log"
    log.write_text("".join(lines_of(article)))
    count(log)
    long_ago = UsageState.objects.get().saved_at - saving.STATE_LIFETIME * 2
    UsageState.objects.update(saved_at=long_ago)

    count(log)

    assert saving.msgspec.msgpack.decode(bytes(UsageState.objects.get().content)) == {
        "salts": {},
        "clicks": {},
        "sessions": {},
    }


def test_what_cannot_be_read_is_told_and_the_rest_is_counted(article, tmp_path, capsys):
    good, csv, packed = (tmp_path / name for name in ("access.log", "views.csv", "access.log.2.gz"))
    good.write_text("".join([*lines_of(article), "half of articles/5\n"]))
    csv.write_text("date,time\n" * 3)
    packed.write_bytes(gzip.compress(combined("09:00:00", page(article)).encode() * 2_000)[:-30])
    (tmp_path / "empty.log").touch()

    with pytest.raises(CommandError, match="Not every file could be read"):
        count(good, csv, packed, tmp_path / "empty.log")

    said = capsys.readouterr()
    assert counts()[Kind.TOTAL_INVESTIGATIONS] == 13
    assert "empty.log: no whole line yet." in said.out
    errors = re.sub(r"\x1b\[\d+(;\d+)?m|" + re.escape(f"{tmp_path}/"), "", said.err)
    assert "access.log: Lines that could not be read: 1 (numbers 13). They were skipped." in errors
    assert "views.csv: This is no access log in a known format" in errors
    assert "access.log.2.gz: The compressed file is damaged" in errors


def test_names_without_files_are_refused():
    with pytest.raises(CommandError, match=r"Not found: /nowhere/access\.log"):
        count("/nowhere/access.log")
    with pytest.raises(CommandError, match="set USAGE_LOGS"):
        count()


def test_a_line_from_the_future_is_skipped(article, tmp_path, capsys):
    log = tmp_path / "access.log"
    log.write_text(combined("10:00:00", page(article), day="2099-01-01"))

    count(log)

    assert counts() == {}
    assert "numbers 1" in capsys.readouterr().err


def test_the_office_is_never_counted(article, tmp_path, settings):
    settings.USAGE_OFFICE = [ip_network("192.0.2.0/24")]
    counting_run.is_office.cache_clear()
    log = tmp_path / "access.log"
    log.write_text(nginx_json("10:00:00", page(article), address="192.0.2.9"))

    count(log)
    counting_run.is_office.cache_clear()

    assert counts() == {}


def test_pages_change_only_where_the_most_read_articles_do(article, tmp_path):
    log = tmp_path / "access.log"
    log.write_text("".join(lines_of(article)))
    count(log)
    before = PublicState.objects.get(journal=article.journal_id).number

    count(log)

    assert PublicState.objects.get(journal=article.journal_id).number == before
    article.journal.refresh_from_db()
    assert article.journal.most_read == [[article.pk, 12]]


def test_countries_are_counted_where_a_database_is_given(article, tmp_path, settings, monkeypatch):
    database = tmp_path / "countries.mmdb"
    database.write_bytes(b"-")
    settings.USAGE_COUNTRIES = str(database)
    countries = {"203.0.113.1": {"country": {"iso_code": "KZ"}}}
    package = SimpleNamespace(open_database=lambda path: countries)
    monkeypatch.setitem(sys.modules, "maxminddb", package)
    log = tmp_path / "access.log"
    log.write_text("".join(lines_of(article)))

    count(log)

    by_country = Usage.objects.filter(kind=Kind.TOTAL_INVESTIGATIONS).values_list(
        "country", "count"
    )
    assert dict(by_country) == {"": 6, "KZ": 6}


def test_a_database_of_countries_that_is_missing_stops_the_count(article, tmp_path, settings):
    settings.USAGE_COUNTRIES = str(tmp_path / "none.mmdb")
    log = tmp_path / "access.log"
    log.write_text("".join(lines_of(article)))

    with pytest.raises(CommandError, match="USAGE_COUNTRIES names no file"):
        count(log)

    assert counts() == {}
