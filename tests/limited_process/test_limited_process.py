"""A function in a process of its own: its answer, its limits, and every way in which it can end."""

import logging

import pytest

from articles import limited_process
from articles.limited_process import NoAnswer, OutOfTime, TimeBudget, call, file_on_disk
from tests.limited_process import called


def test_the_answer_has_the_type_that_the_function_states():
    assert call(called.words, "дала өсімдігі", 2) == called.Words(["дала", "өсімдігі"] * 2)


def test_a_file_is_handed_over_by_its_path():
    with file_on_disk([b"da", b"la"]) as path:
        assert call(called.size, path) == 4


@pytest.mark.parametrize(
    "function",
    [
        called.raises,
        called.exits,
        called.kills_itself,
        called.crashes,
        called.fills_the_memory,
        called.writes_too_large_a_file,
        called.answers_too_much,
        called.answers_another_type,
        called.answers_nothing_that_can_be_sent,
    ],
)
def test_however_a_process_ends_the_caller_gets_no_answer(function, monkeypatch):
    monkeypatch.setattr(limited_process, "MEMORY_BYTES", 300 * 2**20)
    monkeypatch.setattr(limited_process, "FILE_BYTES", 2**20)

    with pytest.raises(NoAnswer) as refused:
        call(function)

    assert not isinstance(refused.value, OutOfTime)


@pytest.mark.parametrize("function", [called.calculates_for_ever, called.waits_for_ever])
def test_a_process_that_takes_too_long_is_stopped(function):
    with pytest.raises(OutOfTime):
        call(function, seconds=0.5)


def test_without_time_nothing_is_started():
    with pytest.raises(OutOfTime):
        call(called.size, "no such file", seconds=0)


def test_a_process_that_cannot_be_started_gives_no_answer():
    with pytest.raises(NoAnswer, match="Argument list too long"):
        call(called.words, "x" * 10**7, 1)


def test_the_last_line_of_the_process_is_logged(caplog):
    with caplog.at_level(logging.WARNING), pytest.raises(NoAnswer, match="ValueError: damaged"):
        call(called.raises)

    assert caplog.messages == ["No answer from raises (exit code 1): ValueError: damaged"]


def test_what_a_library_prints_is_not_the_answer():
    assert call(called.prints) == "answer"


def test_the_process_gets_no_password_of_the_server(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")

    assert "DATABASE_URL" not in call(called.names_of_variables)


def test_the_process_loads_nothing_of_the_site():
    assert call(called.names_of_modules) == ["articles", "articles.limited_process"]


def test_calls_of_one_budget_share_its_seconds(monkeypatch):
    monkeypatch.setattr(limited_process.time, "monotonic", lambda: 100.0)
    budget = TimeBudget(20)

    left = []
    for now in (100.0, 115.0, 121.0):
        monkeypatch.setattr(limited_process.time, "monotonic", lambda now=now: now)
        left.append(budget.left())

    assert left == [8, 5, -1]
