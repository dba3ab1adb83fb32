"""Lines of logs, whole and broken."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.usage.access_log import Access, UnknownLine, parse_line
from articles.usage.actions import ARTICLE_PAGE, is_counted
from articles.usage.robots import is_robot
from tests.usage.logs import CHROME, combined, nginx_json, own_json

NOON = 1_795_244_400  # 2026-11-21, 12:00 in Almaty
EXPECTED = Access(NOON, "203.0.113.7", CHROME, "GET", "/ru/articles/5/", 200)


def parse(line):
    return parse_line(line.strip().encode())


def test_the_same_request_in_three_formats():
    day, path = "2026-11-21", "/ru/articles/5/?q=1"

    lines = [write("12:00:00", path, day=day) for write in (combined, nginx_json)]
    own = own_json("12:00:00", "/ru/articles/5/", day=day)

    assert [parse(line).__class__ for line in lines] == [Access, Access]
    assert parse(nginx_json("12:00:00", path, day=day)) == EXPECTED
    assert parse(own) == EXPECTED
    assert parse(lines[0]).time == NOON
    assert parse(lines[0]).path == "/ru/articles/5/"


def test_other_lines_of_our_own_log_are_no_requests():
    assert parse(own_json("12:00:00", "", logger="articles.dois")) is None


def test_bytes_that_are_no_utf_8_are_read_all_the_same():
    line = nginx_json("12:00:00", "/ru/articles/5/").replace("Mozilla", "Moz\\u0000illa").encode()

    access = parse_line(line.strip().replace(b"Chrome", b"\xff\xfe"))

    assert ARTICLE_PAGE.fullmatch(access.path)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "{}",
        "[1, 2]",
        '{"time": "yesterday"}',
        '{"time": "2026-11-21T12:00:00"}',  # in which zone?
        '{"time": "9999-12-31T23:59:59-23:00"}',
        '{"time": "2026-11-21T12:00:00Z", "status": "many"}',
        "2026-11-20 10:01:00 INFO journal.requests: GET /ru/articles/5/ 200 [0af3]",
        "#Fields: date time cs-method cs-uri-stem",
        "2026-11-20 05:01:00 GET /ru/articles/5/ - 203.0.113.7 Mozilla 200",
        combined("10:01:00", "/ru/articles/5/").replace("Nov", "Smarch"),
        combined("10:01:00", "/ru/articles/5/").replace("20/", "31/"),
        combined("10:01:00", "/ru/articles/5/")[:-20],
        combined("10:01:00", "/ru/articles/5/")[:60],
        nginx_json("10:01:00", "/ru/articles/5/")[:-5],
        "{" * 100_000,
    ],
)
def test_what_is_in_no_format_is_told(line):
    with pytest.raises(UnknownLine):
        parse(line)


@given(st.binary(max_size=400))
def test_no_bytes_break_the_parser(line):
    with contextlib.suppress(UnknownLine):
        parse_line(line)


@given(st.data())
def test_no_mutation_of_a_line_breaks_the_parser(data):
    line = data.draw(st.sampled_from([combined, nginx_json, own_json]))(
        "10:01:00", "/kk/articles/5/"
    )
    start = data.draw(st.integers(0, len(line)))
    junk = data.draw(st.text(max_size=5))

    with contextlib.suppress(UnknownLine):
        access = parse_line((line[:start] + junk + line[start + len(junk) :]).encode().strip())
        if access:
            is_counted(access)


@pytest.mark.parametrize(
    "agent",
    [
        CHROME,
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/130.0.0.0 YaBrowser/24.12.0.0 Safari/537.36",
        "Mozilla/5.0 (Linux; Android 9; CUBOT P30) AppleWebKit/537.36 Chrome/100 Mobile Safari/537",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile Safari/604.1",
    ],
)
def test_browsers_are_no_robots(agent):
    assert not is_robot(agent)


@pytest.mark.parametrize(
    "agent",
    [
        *("", "-", "curl/8.5.0", "AhrefsBot/7.0", "Mozilla/5.0 (compatible; YandexBot/3.0)"),
        *("Go-http-client/1.1", "Mozilla/5.0 HeadlessChrome/131.0", "GPTBot/1.2", "Wget/1.21"),
    ],
)
def test_robots_are_known_by_their_names(agent):
    assert is_robot(agent)
