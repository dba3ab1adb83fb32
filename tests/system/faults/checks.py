"""What has to be true after a fault, of the database, the files and what Crossref received."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO

from tests.factories import a_record
from tests.system.faults.editors import Editor
from tests.system.faults.site import WORKERS, Site

TITLE = a_record().title["kk"]  # which nobody changes
ROUNDS = 20  # of the workers at most, until everything is registered


def losses(site: Site, editors: Iterable[Editor]) -> list[str]:
    """Everything that is not as it has to be, in words; nothing if all is well."""
    from django.db import connections

    connections.close_all()
    site.stop_workers()
    finish_deposits()
    return [*texts(editors), *states(), *doctor(), *deposits(site)]


def finish_deposits() -> None:
    """Workers wait longer after each failure; here they do not."""
    from django.core.management import call_command
    from django.utils import timezone

    from articles.dois import due_articles
    from articles.models import Deposit

    for _round in range(ROUNDS):
        Deposit.objects.exclude(state="done").update(due_at=timezone.now())
        for command in WORKERS:
            call_command(*command, "--once", stdout=StringIO(), stderr=StringIO())
        if not (Deposit.objects.exclude(state="done") or due_articles()):
            return


def texts(editors: Iterable[Editor]) -> Iterator[str]:
    """Each confirmed save is in the history, and what was confirmed as released is released."""
    from articles.models import Article, Revision

    for editor in editors:
        revisions = Revision.objects.filter(article=editor.article)
        titles = {revision.record.title.get("ru") for revision in revisions}
        yield from (f"LOST: {title}" for title in editor.saved if title not in titles)
        if any(revision.record.title["kk"] != TITLE for revision in revisions):
            yield f"CHANGED: the Kazakh title of article {editor.article}"
        article = Article.objects.select_related("released").get(pk=editor.article)
        assert article.released
        title = article.released.record.title.get("ru", "")
        number = int(title.rpartition(" ")[2]) if title.startswith(editor.username) else 0
        if editor.released and number < int(editor.released[-1].rpartition(" ")[2]):
            yield f"NOT RELEASED: {editor.released[-1]}, but {title}"


def states() -> Iterator[str]:
    """Article, latest revision, listing and search say the same."""
    from django.db.models import F, Max

    from articles.models import Article, Listing
    from articles.search.engine import engine

    newest = Article.objects.annotate(newest=Max("revisions__version"))
    for article in newest.exclude(newest=F("version")):
        yield f"article {article.pk} has version {article.version}, the newest is {article.newest}"
    for article in Article.objects.public().select_related("released"):
        assert article.released
        listing = Listing.objects.get(article=article)
        if listing.summary.title.get("ru") != article.released.record.title.get("ru"):
            yield f"article {article.pk}: its listing is not that of its release"
    yield from (f"search has another version of article {pk}" for pk in engine.stale_articles())


def doctor() -> Iterator[str]:
    """Every file of every version is there, with its checksum."""
    from articles.management.doctor.files import check_checksums, check_missing

    for outcome in (*check_missing(), *check_checksums()):
        if not outcome.is_good:
            yield f"{outcome.check}: {outcome.text} {'; '.join(outcome.details[:3])}"


def deposits(site: Site) -> Iterator[str]:
    """Every file reached Crossref once, and every article is registered as it was released."""
    from articles.models import Article, Deposit

    for deposit in Deposit.objects.exclude(state="done"):
        yield f"deposit {deposit.name} is {deposit.state}: {deposit.message}"
    assert site.crossref
    received = Counter(upload.name for upload in site.crossref.uploads)
    yield from (f"{name} was sent {count} times" for name, count in received.items() if count > 1)
    for deposit in Deposit.objects.filter(state="done"):
        if deposit.name not in received:
            yield f"deposit {deposit.name} is done, and Crossref has not received it"
    for article in Article.objects.public().select_related("released"):
        uploads = [upload for upload in site.crossref.uploads if article.doi.encode() in upload.xml]
        assert article.released
        title = article.released.record.title.get("ru", "")
        if not uploads or title.encode() not in uploads[-1].xml:
            yield f"Crossref has another title of article {article.pk} than {title!r}"
        if article.deposit_state != "registered":
            yield f"article {article.pk} is {article.deposit_state} at Crossref"
