"""A partner that failed is not asked again at once."""

import pytest

from journal.breaker import Breaker, Unavailable


def ask(breaker, error=None):
    with breaker.guard():
        if error:
            raise error
        return "answer"


def test_a_partner_that_failed_is_left_alone():
    breaker = Breaker("cache", 60, ValueError)

    with pytest.raises(Unavailable, match="The cache does not answer: no"):
        ask(breaker, ValueError("no"))
    with pytest.raises(Unavailable, match="The cache did not answer some seconds ago"):
        ask(breaker)


def test_it_is_asked_again_when_the_time_is_over():
    breaker = Breaker("cache", 0, ValueError)
    with pytest.raises(Unavailable):
        ask(breaker, ValueError())

    assert ask(breaker) == "answer"


def test_another_error_says_nothing_about_the_partner():
    breaker = Breaker("bucket", 60, ValueError)

    with pytest.raises(FileNotFoundError):
        ask(breaker, FileNotFoundError())
    assert ask(breaker) == "answer"
