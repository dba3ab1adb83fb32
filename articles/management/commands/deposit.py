"""deposit: sends articles to Crossref; as a loop, also publishes what is scheduled, and e-mails."""

from __future__ import annotations

from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.dois import (
    compare_with_deposits,
    due_articles,
    mark_outdated,
    outdated_articles,
    queue_articles,
)
from articles.dois.sending import send_next
from articles.dois.worker import Worker
from articles.editing.uploads import delete_expired_uploads
from articles.mail import send_waiting_mail
from articles.models import Article, Issue
from articles.publishing import mark_arrived, publish_due

HOUR = 3_600  # seconds


class Command(BaseCommand):
    help = "Sends DOI metadata to Crossref: one article, an issue, or everything due."
    swept_at = float("-inf")

    def add_arguments(self, parser: ArgumentParser) -> None:
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--doi", help="the article with this DOI, whether due or not")
        choice.add_argument("--issue", type=int, metavar="ID", help="the articles of this issue")
        choice.add_argument("--due", action="store_true", help="what is due (the default)")
        choice.add_argument(
            "--outdated",
            action="store_true",
            help="what is registered in an earlier format; this is never due by itself",
        )
        parser.add_argument(
            "--once", action="store_true", help="for cron: end when everything has been sent"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        articles = self.articles(options)
        mark_outdated()
        if articles is not None:
            self.queue(articles)
        worker = Worker("deposit", self.send if articles is not None else self.queue_and_send)
        count = worker.run(once=options["once"] or articles is not None)
        self.stdout.write(_("Files handled: %(count)d.") % {"count": count})

    def articles(self, options: dict[str, Any]) -> QuerySet[Article] | None:
        """The articles that the options name; None: those that are due."""
        if doi := options["doi"]:
            articles = Article.objects.public().with_doi(doi)
            if not articles:
                raise CommandError(_("No published article has the DOI %(doi)s.") % {"doi": doi})
            return articles
        if pk := options["issue"]:
            if not Issue.objects.filter(pk=pk).exists():
                raise CommandError(_("Issue not found: %(pk)s.") % {"pk": pk})
            return Article.objects.public().filter(issue=pk)
        return outdated_articles() if options["outdated"] else None

    def queue(self, articles: QuerySet[Article]) -> None:
        queued = queue_articles(articles)
        for pk, findings in queued.refused.items():
            reasons = "; ".join(f"{finding.field}: {finding.message}" for finding in findings)
            self.stderr.write(f"№ {pk}: {reasons}")

    def send(self) -> object | None:
        return send_next()

    def sweep_hourly(self) -> None:
        """Deletes uploads that nobody confirmed, at most once an hour."""
        if monotonic() - self.swept_at > HOUR:
            self.swept_at = monotonic()
            delete_expired_uploads()

    def queue_and_send(self) -> object | None:
        """Publishes what is scheduled, sends e-mails, queues everything due, sends one deposit."""
        publish_due()
        send_waiting_mail()
        mark_arrived()
        self.sweep_hourly()
        if due_articles().exists():
            compare_with_deposits(due_articles())
            queue_articles(due_articles())
        return send_next()
