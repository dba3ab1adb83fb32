"""A small log counted by hand: each rule of COUNTER 5.1 has its lines, and what they count for.

Article 5 has its full text on its page and the files 51 (PDF) and 52 (a supplement). Article 6 has
no full text on its page, and the PDF 61. The figures at the end were added up on paper.
"""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from articles.usage.access_log import parse_line
from articles.usage.actions import SiteItems, action_of, is_counted
from articles.usage.counting import Metric, Reader, UsageCounter
from tests.usage.logs import CHROME, FIREFOX, GOOGLEBOT, combined, nginx_json, own_json

ITEMS = SiteItems(
    articles=frozenset({5, 6}),
    full_texts=frozenset({5}),
    galley_kinds={51: "pdf", 52: "supplement", 53: "image", 61: "pdf"},
)
PDF5, PDF6 = "/ru/articles/5/files/51/a.pdf", "/kk/articles/6/files/61/b.pdf"

# What the log has; on the right, what it adds: total and unique investigations, total and unique
# requests, downloads of articles 5 and 6 on the first day, 20 November.
LOG = [
    # Reader A reads the page of 5, whose full text is on it.             5: 1 1 1 1 0
    combined("10:01:00", "/ru/articles/5/"),
    # The same again after 29 seconds: a double click, the first goes.    5: 0 0 0 0 0
    combined("10:01:29", "/ru/articles/5/"),
    # Again after 30 seconds, to the second the longest double click.     5: 0 0 0 0 0
    combined("10:01:59", "/ru/articles/5/?utm_source=mail"),
    # Again after 31 seconds: a second action, in the same session.       5: 1 0 1 0 0
    combined("10:02:30", "/ru/articles/5/"),
    # The PDF: another address, so never a double click of the page.      5: 1 0 1 0 1
    combined("10:02:35", PDF5),
    # The same page in Kazakh is another address.                         5: 1 0 1 0 0
    combined("10:02:40", "/kk/articles/5/"),
    # The next hour is another session.                                   5: 1 1 1 1 0
    combined("11:00:00", "/ru/articles/5/"),
    # A double click over the hour counts at the later one: 6 has no
    # full text on its page, so this is an investigation alone.           6: 1 1 0 0 0
    combined("11:59:50", "/en/articles/6/"),
    combined("12:00:10", "/en/articles/6/"),
    # Another browser at the same address is another reader.              6: 1 1 0 0 0
    combined("12:00:12", "/en/articles/6/", agent=FIREFOX),
    # Reader B takes the PDF of 6 without its page: both metrics.         6: 1 1 1 1 1
    nginx_json("12:30:00", PDF6, address="198.51.100.2"),
    # 304: the browser has it already; it is read all the same.           6: 1 0 1 0 1
    nginx_json("12:31:00", PDF6, address="198.51.100.2", status=304),
    # 206 from byte 0 counts; the following parts do not.                 6: 1 0 1 0 1
    nginx_json("12:40:00", PDF6, address="198.51.100.2", status=206, range="bytes 0-65535/900000"),
    nginx_json(
        "12:40:31", PDF6, address="198.51.100.2", status=206, range="bytes 65536-9999/900000"
    ),
    # 206 of which nobody knows the first byte.                           nothing
    combined("12:41:00", PDF6, status=206, address="198.51.100.2"),
    # The program's own log; a supplement is no request.                  5: 1 1 0 0 0
    own_json("13:00:00", "/ru/articles/5/files/52/data.csv", address="2001:db8::7"),
    # A picture is a part of the page.                                    nothing
    own_json("13:00:02", "/ru/articles/5/files/53/1.png", address="2001:db8::7"),
    # HEAD, POST, a redirect, an error, not found.                        nothing
    combined("14:00:00", PDF5, method="HEAD"),
    combined("14:00:01", PDF5, method="POST"),
    combined("14:01:00", "/ru/articles/5/", status=301),
    combined("14:02:00", "/ru/articles/5/", status=500),
    combined("14:03:00", "/ru/articles/77/", status=404),
    # Robots, programs, and browsers without a name.                      nothing
    combined("15:00:00", PDF5, agent=GOOGLEBOT),
    combined("15:01:00", PDF5, agent="python-requests/2.32"),
    combined("15:02:00", PDF5, agent="-"),
    # The editors' own work.                                              nothing
    nginx_json("15:10:00", PDF5, signed_in="1"),
    own_json("15:11:00", "/ru/articles/5/", user=3),
    combined("15:12:00", PDF5, referrer="https://journal.example.org/admin/articles/article/5/"),
    # Lists, exports, the usage itself, an article that does not exist.   nothing
    combined("15:20:00", "/ru/steppe-science/issues/"),
    combined("15:20:01", "/articles/5/export/bibtex"),
    combined("15:20:02", "/ru/articles/5/usage/"),
    combined("15:20:03", "/ru/articles/77/"),
    # A double click over midnight counts on the later day.               6: 21 November, 1 1 0 0 0
    combined("23:59:45", "/ru/articles/6/", address="198.51.100.9"),
    combined("00:00:05", "/ru/articles/6/", address="198.51.100.9", day="2026-11-21"),
    # The day is Almaty's, whatever the zone of the log.                  6: 21 November, 1 1 0 0 0
    nginx_json("19:30:00", "/ru/articles/6/", address="198.51.100.3").replace("+05:00", "+00:00"),
]
FIRST, SECOND = date(2026, 11, 20), date(2026, 11, 21)
EXPECTED = {
    (5, FIRST): (6, 3, 5, 2, 1),
    (6, FIRST): (5, 3, 3, 1, 3),
    (6, SECOND): (2, 2, 0, 0, 0),
}


def count(lines, counter=None):
    counter = counter or UsageCounter(ZoneInfo("Asia/Almaty"))
    for line in lines:
        access = parse_line(line.strip().encode())
        if access and is_counted(access) and (action := action_of(access.path, ITEMS)):
            counter.add(Reader(access.address, access.agent, access.path), action, access.time)
    return counter


def figures(totals):
    """The five counts of each article and day, in the order of the comments above."""
    order = (
        Metric.TOTAL_INVESTIGATIONS,
        Metric.UNIQUE_INVESTIGATIONS,
        Metric.TOTAL_REQUESTS,
        Metric.UNIQUE_REQUESTS,
        Metric.DOWNLOADS,
    )
    keys = {key[:2] for key in totals}
    return {key: tuple(totals.get((*key, metric, ""), 0) for metric in order) for key in keys}


def test_the_log_counted_by_hand():
    assert figures(count(LOG).take_totals()) == EXPECTED


def test_the_order_of_the_lines_does_not_matter():
    assert figures(count(reversed(LOG)).take_totals()) == EXPECTED


@pytest.mark.parametrize("end", range(1, len(LOG)))
def test_a_count_goes_on_from_its_state_wherever_it_ended(end):
    first = count(LOG[:end])
    totals = first.take_totals()
    first.prune()
    second = count(LOG[end:], UsageCounter(ZoneInfo("Asia/Almaty"), first.state))

    for key, change in second.take_totals().items():
        totals[key] = totals.get(key, 0) + change

    assert figures({key: total for key, total in totals.items() if total}) == EXPECTED


def test_what_is_remembered_is_no_address_and_goes_with_its_hours():
    counter = count(LOG)

    counter.prune()

    kept = repr(counter.state)
    assert "203.0.113" not in kept
    assert CHROME not in kept
    assert len(counter.state.clicks) == 1  # the last reader's

    counter.now += 3 * 3_600
    counter.prune()

    assert (counter.state.clicks, counter.state.sessions) == ({}, {})
    assert set(counter.state.salts) == {SECOND.toordinal()}
