"""What a typed search is in the notation of PostgreSQL."""

import pytest

from articles.search.postgresql.tsquery import in_title, matching, ranking
from articles.search.typed_query import parse_query


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("степь", "('kkсте' | 'ruстепь' | 'fkсте' | 'frстеп')"),
        (
            "степь -дала",
            "('kkсте' | 'ruстепь' | 'fkсте' | 'frстеп') & !('kkдала' | 'ruдать')",
        ),
        (
            "«дала гүлі»",
            "((('kkдала' | 'ruдать' | 'fkдала' | 'frдат') <-> ('kkгүл' | 'ruгүлі')))",
        ),
        ("10.5555/abc", "('do10.5555/abc')"),
        ("-степь", ""),
    ],
)
def test_conditions(typed, expected):
    assert matching(parse_query(typed)) == expected


def test_beginnings_are_matched_ranked_and_looked_for_in_titles():
    query = parse_query("xx20*")

    assert matching(query).endswith(":*)")
    assert ranking(query).endswith(":*")
    assert "'ti" in in_title(query)


def test_titles_are_looked_for_among_articles_with_all_words_and_no_positions():
    assert in_title(parse_query("«дала гүлі» 10.5555/abc")) == (
        "('tikkдала' | 'tiruдать' | 'tifkдала' | 'tifrдат'"
        " | 'tikkгүл' | 'tiruгүлі' | 'tido10.5555/abc')"
        " & ((('kkдала' | 'ruдать' | 'fkдала' | 'frдат') & ('kkгүл' | 'ruгүлі')))"
        " & ('do10.5555/abc')"
    )


def test_a_quotation_mark_in_a_code_is_doubled():
    assert matching(parse_query("10.5555/o'neill")) == "('do10.5555/o''neill')"
