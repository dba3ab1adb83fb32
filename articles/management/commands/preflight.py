"""preflight: the findings of articles; status 1 if any of them blocks."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from articles.editing.checks import CheckedArticle, check_articles
from articles.models import Article, Issue
from articles.records import identifiers
from articles.records.findings import Finding, Level
from articles.records.languages import prefer


class Command(BaseCommand):
    help = "Lists problems of articles. Ends with status 1 if any of them prevents publication."

    def add_arguments(self, parser: ArgumentParser) -> None:
        which = parser.add_mutually_exclusive_group(required=True)
        which.add_argument("--doi", help="the article with this DOI")
        which.add_argument("--issue", type=int, metavar="ID", help="the articles of this issue")
        which.add_argument("--all", action="store_true", help="every article")
        parser.add_argument(
            "--json", action="store_true", help="one JSON object per article, one per line"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        articles = articles_of(options)
        total = articles.count()
        counts: Counter[Level] = Counter()
        for number, inspected in enumerate(check_articles(articles), 1):
            counts.update(finding.level for finding in inspected.findings)
            format_article = as_json if options["json"] else as_text
            self.stdout.write(format_article(inspected))
            if total > 1 and self.stderr.isatty():
                self.stderr.write(f"\r{number}/{total}", ending="")
        self._end(total, counts)

    def _end(self, total: int, counts: Counter[Level]) -> None:
        line = _(
            "Articles: %(total)d. Errors: %(blocks)d, warnings: %(warns)d, notes: %(notes)d."
        ) % {
            "total": total,
            **{level.value: counts[level] for level in Level},
        }
        style = self.style.ERROR if counts[Level.BLOCKS] else self.style.SUCCESS
        self.stderr.write(style(line))
        if counts[Level.BLOCKS]:
            sys.exit(1)


def articles_of(options: dict[str, Any]) -> QuerySet[Article]:
    """Raises CommandError for a DOI or an issue that does not exist."""
    articles = Article.objects.order_by(
        "journal_id", F("issue__year").asc(nulls_last=True), "issue_id", "position", "pk"
    )
    if doi := options["doi"]:
        articles = articles.with_doi(parse_doi(doi))
        if not articles.exists():
            raise CommandError(_("No article has the DOI %(name)s.") % {"name": doi})
    if issue := options["issue"]:
        if not Issue.objects.filter(pk=issue).exists():
            raise CommandError(_("Issue not found: %(name)s.") % {"name": issue})
        articles = articles.filter(issue=issue)
    return articles


def parse_doi(doi: str) -> str:
    try:
        return identifiers.doi(doi)
    except identifiers.InvalidIdentifier as error:
        raise CommandError(str(error)) from error


def as_text(inspected: CheckedArticle) -> str:
    record = inspected.record
    title = prefer(record.title, record.language) or f"№ {record.id}"
    lines = [f"{record.doi or record.id}  {title}"]
    return "\n".join([*lines, *map(finding_line, inspected.findings)])


def finding_line(finding: Finding) -> str:
    place = f"{finding.field} [{finding.language}]" if finding.language else finding.field
    return f"  {finding.level:6} {place}: {finding.message} ({finding.rule}, {finding.check})"


def as_json(inspected: CheckedArticle) -> str:
    record = inspected.record
    findings = [
        {
            "level": finding.level.value,
            "field": finding.field,
            "language": finding.language,
            "message": str(finding.message),
            "remedy": str(finding.remedy),
            "rule": finding.rule,
            "check": finding.check,
            "spot": finding.spot
            and {
                "excerpt": finding.spot.excerpt,
                "start": finding.spot.start,
                "end": finding.spot.end,
            },
        }
        for finding in inspected.findings
    ]
    values = {"article": record.id, "doi": record.doi, "findings": findings}
    return json.dumps(values, ensure_ascii=False)
