"""Logs as files: plain, gzipped, half written, damaged, and none at all."""

import gzip

from articles.usage import log_files
from articles.usage.log_files import LogFile, in_order_of_time
from tests.usage.logs import combined

LINES = [combined(f"10:0{minute}:00", "/ru/articles/5/") for minute in range(6)]


def write(path, text):
    path.write_bytes(gzip.compress(text.encode()) if path.suffix == ".gz" else text.encode())
    return path


def accesses(log):
    return [line for line in log.read() if line.access]


def test_a_log_is_known_again_after_rotation(tmp_path):
    plain = LogFile(write(tmp_path / "access.log", "".join(LINES)))
    packed = LogFile(write(tmp_path / "access.log.2.gz", "".join(LINES)))

    assert plain.fingerprint() == packed.fingerprint() != ""
    assert len(accesses(plain)) == len(accesses(packed)) == 6


def test_reading_goes_on_at_the_offset_in_plain_and_packed_logs(tmp_path):
    half = accesses(LogFile(write(tmp_path / "access.log", "".join(LINES))))[2]

    packed = LogFile(write(tmp_path / "a.gz", "".join(LINES)), half.offset, half.lines)

    assert [line.lines for line in accesses(packed)] == [4, 5, 6]


def test_half_a_line_at_the_end_waits_for_its_other_half(tmp_path):
    path = write(tmp_path / "access.log", "".join(LINES)[:-30])

    *_, end = LogFile(path).read()
    write(path, "".join(LINES))

    assert end.lines == 5
    assert [line.lines for line in accesses(LogFile(path, end.offset, end.lines))] == [6]


def test_a_whole_last_line_without_its_end_is_read_and_not_read_twice(tmp_path):
    path = write(tmp_path / "access.log", "".join(LINES).rstrip("\n"))

    *_, end = LogFile(path).read()
    write(path, "".join(LINES))

    assert end.lines == 6
    assert accesses(LogFile(path, end.offset, end.lines)) == []


def test_lines_that_cannot_be_read_are_told_by_number(tmp_path):
    text = "".join([LINES[0], "half of articles/5\n", "\n", "x" * 200_000 + "\n", LINES[1]])
    log = LogFile(write(tmp_path / "access.log", text))

    assert [line.lines for line in accesses(log)] == [1, 5]
    assert (log.unknown_count, log.unknown_lines) == (2, [2, 4])


def test_another_format_is_no_log_and_nothing_is_noted_of_it(tmp_path):
    log = LogFile(write(tmp_path / "list.csv", "date,time\n" * 500))

    assert list(log.read()) == []
    assert log.is_no_log


def test_a_damaged_log_is_read_up_to_the_damage(tmp_path):
    lines = "".join(combined("10:00:00", f"/ru/articles/{key}/") for key in range(1, 9_000))
    path = write(tmp_path / "a.gz", lines)
    path.write_bytes(path.read_bytes()[:-200])
    log = LogFile(path)

    assert 8_000 < len(accesses(log)) < 8_999
    assert log.damage


def test_several_logs_are_read_in_order_of_time(tmp_path):
    first = LogFile(write(tmp_path / "a.log", "".join(LINES[::2])))
    second = LogFile(write(tmp_path / "b.log", "".join(LINES[1::2])))

    times = [line.time for line in in_order_of_time([first, second]) if line.access]

    assert times == sorted(times)
    assert len(times) == 6


def test_long_stretches_without_articles_are_passed_and_remembered(tmp_path, monkeypatch):
    monkeypatch.setattr(log_files, "PAUSE_LINES", 10)
    text = "".join([LINES[0], combined("10:00:01", "/ru/search/") * 25])

    lines = list(LogFile(write(tmp_path / "access.log", text)).read())

    assert [line.lines for line in lines] == [1, 10, 20, 26]
