"""announce_articles: has harvesters fetch articles again, after an upgrade changed a format."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.exports import FORMATS
from articles.models import Article, Issue, Journal
from articles.publishing.announcing import announce_articles, articles_in_format

HARVESTED = ("oai_dc", "jats", "datacite")


class Command(BaseCommand):
    help = (
        "Moves the OAI-PMH datestamp of articles to now, so that harvesters fetch them again. "
        "Nothing is sent to Crossref. An upgrade never does this by itself."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--format", choices=HARVESTED, help="only articles that this format can carry"
        )
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--journal", metavar="SLUG", help="the articles of this journal")
        choice.add_argument("--issue", type=int, metavar="ID", help="the articles of this issue")
        parser.add_argument(
            "--dry-run", action="store_true", help="count the articles and change nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        format = FORMATS[options["format"]] if options["format"] else None
        keys = articles_in_format(self.articles(options), format)
        if options["dry_run"]:
            self.stdout.write(
                _("Articles that would be announced: %(count)d.") % {"count": len(keys)}
            )
            return
        for done in announce_articles(keys):
            self.show_progress(done, len(keys))
        self.stdout.write(_("Articles announced: %(count)d.") % {"count": len(keys)})

    def articles(self, options: dict[str, Any]) -> QuerySet[Article]:
        """The public articles that the options name; all without options."""
        articles = Article.objects.public()
        if slug := options["journal"]:
            if not Journal.objects.filter(slug=slug).exists():
                raise CommandError(_("Journal not found: “%(slug)s”.") % {"slug": slug})
            return articles.filter(journal__slug=slug)
        if pk := options["issue"]:
            if not Issue.objects.filter(pk=pk).exists():
                raise CommandError(_("Issue not found: %(pk)s.") % {"pk": pk})
            return articles.filter(issue=pk)
        return articles

    def show_progress(self, done: int, total: int) -> None:
        """Overwrites one line, in a terminal only."""
        if self.stderr.isatty():
            line = _("%(done)d of %(total)d") % {"done": done, "total": total}
            self.stderr.write(f"\r{line}", ending="\n" if done == total else "")
            self.stderr.flush()
