"""Public pages from a replica, by two real PostgreSQL servers: `python -m tests.system.replica`.

Shows what readers are answered while the primary server is restarted, while the replica is behind,
and while it is away. `.ci/run` does not run it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from tests.slow_partners.readers import other_readers
from tests.system.postgresql import Server, programs
from tests.system.program import Program, web_server

BOUND = 3  # seconds that the replica may be behind
PATIENCE = 60  # seconds
SEARCH = "/kk/search/?q=%D0%B4%D0%B0%D0%BB%D0%B0"


def main() -> None:
    if not programs().name:
        sys.exit("Not installed: apt-get install --no-install-recommends postgresql")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        primary, replica = Server(folder / "primary"), Server(folder / "replica")
        try:
            fill(primary)
            replica.copy_from(primary)
            replica.start()
            with web_server(
                primary.url(),
                folder / "web.log",
                workers=1,
                REPLICA_URL=replica.url(),
                REPLICA_LAG_SECONDS=str(BOUND),
            ) as program:
                show_all(program, primary, replica)
        finally:
            replica.stop()
            primary.stop()


def fill(primary: Server) -> None:
    """Start the primary server and put the sample into it, from this process."""
    primary.create()
    primary.start()
    primary.ask("CREATE DATABASE journal", "postgres")
    os.environ |= {"DATABASE_URL": primary.url(), "DJANGO_SETTINGS_MODULE": "journal.settings"}
    import django
    from django.core.management import call_command

    django.setup()
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("migrate", verbosity=0)
    call_command("load_sample", stdout=StringIO())


def show_all(program: Program, primary: Server, replica: Server) -> None:
    pages = page_addresses()
    for page in pages:
        program.get(page)
    time.sleep(BOUND)  # until the two servers were compared
    show_division(program, primary, replica, pages)
    show_restart(program, primary, pages)
    show_lag(program, replica, page=pages[1].partition("?")[0])
    show_absence(program, replica, pages)


def page_addresses() -> list[str]:
    """Of each kind; with a query string no page comes from the page cache."""
    from articles.models import Article, Issue, Journal

    article = Article.objects.public().earliest("pk")
    issue, journal = Issue.objects.public().earliest("pk"), Journal.objects.earliest("pk").slug
    return [
        "/kk/?a=1", f"/kk/articles/{article.pk}/?a=1", f"/ru/{journal}/issues/?a=1",
        f"/ru/{journal}/issues/{issue.pk}/?a=1", "/en/authors/?a=1", "/kk/keywords/?a=1", SEARCH,
        f"/en/{journal}/feed/?a=1", f"/articles/{article.pk}/export/ris?a=1", "/sitemap.xml?a=1",
        "/oai/?verb=ListRecords&metadataPrefix=oai_dc", "/api/v1/articles/?a=1",
    ]  # fmt: skip


def show_division(program: Program, primary: Server, replica: Server, pages: list[str]) -> None:
    """How many transactions each server had for the pages."""
    before = [transactions(server) for server in (primary, replica)]
    statuses = [program.get(page)[0] for page in pages]
    time.sleep(2)  # until PostgreSQL has added its counts up
    after = [transactions(server) for server in (primary, replica)]
    counts = [now - earlier for now, earlier in zip(after, before, strict=True)]
    print(f"{len(pages)} kinds of pages: {', '.join(statuses)}")
    print(f"    transactions meanwhile: {counts[0]} of the primary, {counts[1]} of the replica")
    print("    (the watch alone makes one a second at each, and this script some)", flush=True)


def transactions(server: Server) -> int:
    sql = "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = 'journal'"
    return int(str(server.ask(sql)[0][0]))


def show_restart(program: Program, primary: Server, pages: list[str]) -> None:
    harvested = [page for page in pages if page.startswith(("/oai/", "/api/"))]
    read = [page for page in pages if page not in harvested]
    with other_readers(program.port, read) as readers:
        time.sleep(1)
        primary.stop()
        time.sleep(5)
        while_away = [program.get(page)[0] for page in read]
        others = [program.get(page)[0] for page in (*harvested, "/admin/")]
        primary.start()
        time.sleep(3)
    print("The primary is stopped for some seconds and started again")
    print(f"    readers, all the time: {readers}")
    print(f"    every public page while it is away: {', '.join(while_away)}")
    print(f"    OAI-PMH, API, the office while it is away: {', '.join(others)}", flush=True)


def show_lag(program: Program, replica: Server, page: str) -> None:
    print(f"A title is released; the replica may be {BOUND} s behind")
    print(f"    seen after {seconds_until_seen(program, page, 'Бірінші'):.1f} s", flush=True)
    replica.ask("SELECT pg_wal_replay_pause()")
    after = seconds_until_seen(program, page, "Екінші")
    print(f"    while the replica stands still, seen after {after:.1f} s, from the primary")
    replica.ask("SELECT pg_wal_replay_resume()")
    time.sleep(BOUND)
    body = program.get(page)[1].decode()
    print(f"    it follows again: {'the same title' if 'Екінші' in body else 'ANOTHER TITLE'}")


def seconds_until_seen(program: Program, page: str, word: str) -> float:
    release_title(word)
    start = time.monotonic()
    while word not in program.get(page)[1].decode():
        if time.monotonic() - start > PATIENCE:
            sys.exit(f"{page} does not show what was released.")
        time.sleep(0.02)
    return time.monotonic() - start


def release_title(title: str) -> None:
    import msgspec
    from django.db import connections

    from articles.editing import save_article, working_record
    from articles.models import Article
    from articles.publishing.release import release

    connections.close_all()  # the server was restarted
    article = Article.objects.public().earliest("pk")
    record = msgspec.structs.replace(working_record(article), title={"kk": title})
    save_article(record, article=article, base=article.version)
    article.refresh_from_db()
    release(article)


def show_absence(program: Program, replica: Server, pages: list[str]) -> None:
    def away() -> list[str]:
        replica.stop()
        return [program.get(page)[0] for page in pages]

    print("The replica is stopped and started again")
    print(f"    readers, all the time: {readers_during(program, pages, away)}")
    print(f"    /readyz: {readiness(program)}")
    replica.start()
    time.sleep(BOUND)
    print(f"    /readyz after its start: {readiness(program)}", flush=True)


def readers_during(program: Program, pages: list[str], act: Callable[[], object]) -> str:
    with other_readers(program.port, pages) as readers:
        time.sleep(1)
        act()
        time.sleep(3)
    return str(readers)


def readiness(program: Program) -> str:
    lines = program.get("/readyz")[1].decode().splitlines()
    return next((line for line in lines if line.startswith("replica")), "no line")


if __name__ == "__main__":
    main()
