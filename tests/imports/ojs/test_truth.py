"""Exports of each version of OJS are read as their truth says, field by field."""

from __future__ import annotations

import pytest

from tests.imports.ojs.truth import (
    TRUTHS,
    article_facts,
    issue_facts,
    read,
    true_article_facts,
    true_articles,
    true_issue_facts,
)

pytestmark = pytest.mark.skipif(not TRUTHS, reason="the exports of OJS are not in ../shared/ojs")
cases = pytest.mark.parametrize("path", TRUTHS, ids=lambda path: f"{path.parent.name}/{path.stem}")


@cases
def test_issues_are_read_as_the_truth_says(path):
    issues, truth = read(path)

    known = [issue for issue in issues if issue.numbers.year]
    expected = []
    for true_issue, issue in zip(truth["issues"], known, strict=True):
        facts = true_issue_facts(true_issue)
        if "not_in_file" in true_issue:
            facts["public_id"] = issue.public_id or None
        expected.append(facts)
    assert [issue_facts(issue) for issue in known] == expected


@cases
def test_articles_are_read_as_the_truth_says(path):
    issues, truth = read(path)

    read_articles = {
        int(article.id): article_facts(article, issue)
        for issue in issues
        for article in issue.articles
    }
    assert read_articles == {
        article["id"]: true_article_facts(
            article, issue_of(article, truth), has_addresses="fileurls" in path.name
        )
        for article in true_articles(truth)
    }


def issue_of(article, truth):
    return next((issue for issue in truth["issues"] if article in issue["articles"]), None)
