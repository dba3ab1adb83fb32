"""The site behind PgBouncer in transaction mode: `python -m tests.system.pooled [TESTS …]`.

Starts Debian's PostgreSQL and PgBouncer with the file of deploy/pgbouncer, runs tests through the
pool, and asks for pages with more clients than the pool has connections. `.ci/run` does not run it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.system.postgresql import ROOT, Pool, Server, programs
from tests.system.program import Program, manage, web_server

TESTS = [
    "tests/search/test_rebuild.py",
    "tests/search/test_public_search.py",
    "tests/editing/test_saving.py",
    "tests/oai/test_harvest.py",
    "tests/management/test_backup.py",
    "tests/dois/test_worker.py",
    "tests/views/test_queries.py",
]
CLIENTS = 48
CONNECTIONS = 30  # default_pool_size and reserve_pool_size
# What a session may keep after a transaction, and the next client would meet.
LEFT = """
    SELECT (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'),
        (SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'),
        (SELECT count(*) FROM pg_class WHERE relpersistence = 't')
"""


def main(tests: list[str]) -> int:
    if not programs().name or not Path("/usr/sbin/pgbouncer").exists():
        sys.exit("Not installed: apt-get install --no-install-recommends postgresql pgbouncer")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        server = Server(folder / "pg")
        server.create()
        server.start()
        try:
            failed = run_tests(folder, server, tests)
            ask_for_pages(folder, server)
        finally:
            server.stop()
    return failed


def run_tests(folder: Path, server: Server, tests: list[str]) -> int:
    """pytest makes its database through the pool, too."""
    with Pool(folder / "pool", server, "*") as pool:
        environment = {"DATABASE_URL": pool.url_of("journal"), "DATABASE_POOLED": "1"}
        command = [sys.executable, "-m", "pytest", "-q", "-rN", "--create-db", "--reuse-db", *tests]
        done = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False)
        locks, open_transactions, temporary = server.ask(LEFT, "postgres")[0]
        print(
            f"left behind by the tests: {locks} advisory locks, {open_transactions} open "
            f"transactions, {temporary} temporary tables",
            flush=True,
        )
    return done.returncode


def ask_for_pages(folder: Path, server: Server) -> None:
    server.ask("CREATE DATABASE journal", "postgres")
    manage(server.url(), "collectstatic", "-v0", "--no-input")
    manage(server.url(), "migrate", "-v0")
    manage(server.url(), "load_sample")
    with (
        Pool(folder / "pool", server) as pool,
        web_server(pool.url, folder / "web.log", DATABASE_POOLED="1") as program,
    ):
        paths = pages(server)
        most = watched(server, lambda: print_answers(program, paths))
        print(f"PostgreSQL had {most} connections of the site at most; the pool has {CONNECTIONS}")
        manage(pool.url, "rebuild_search", DATABASE_POOLED="1")
        (timeout,) = pool_session("SHOW statement_timeout", pool)
        print(f"after rebuild_search through the pool, a session's statement_timeout: {timeout}")


def print_answers(program: Program, paths: list[str]) -> None:
    start = time.monotonic()
    answers = program.ask_at_once(CLIENTS, paths)
    seconds = time.monotonic() - start
    counts = ", ".join(f"{count} × {status}" for status, count in sorted(answers.items()))
    print(f"{CLIENTS} clients at once: {counts}, in {seconds:.1f} s", flush=True)


def pages(server: Server) -> list[str]:
    """Of several kinds, each with a query string, so that none comes from the page cache."""
    (article,) = server.ask("SELECT min(article_id) FROM articles_listing")[0]
    paths = (
        "/kk/", f"/ru/articles/{article}/", "/en/authors/", "/kk/keywords/",
        "/oai/?verb=ListRecords&metadataPrefix=oai_dc", "/kk/search/?q=дала", "/api/v1/articles/",
        "/admin/login/",
    )  # fmt: skip
    return [
        path.replace("дала", "%D0%B4%D0%B0%D0%BB%D0%B0") if "?" in path else f"{path}?a=1"
        for path in paths
    ]


def watched(server: Server, act: object) -> int:
    """The greatest number of connections to the site's database while `act` goes on."""
    counts = [0]
    ended = threading.Event()

    def count() -> None:
        while not ended.wait(0.1):
            sql = "SELECT count(*) FROM pg_stat_activity WHERE datname = 'journal'"
            counts.append(int(str(server.ask(sql, "postgres")[0][0])))

    thread = threading.Thread(target=count)
    thread.start()
    act()  # type: ignore[operator]
    ended.set()
    thread.join()
    return max(counts)


def pool_session(sql: str, pool: Pool) -> tuple[object, ...]:
    import psycopg

    with psycopg.connect(pool.url, autocommit=True, prepare_threshold=None) as connection:
        row = connection.execute(sql).fetchone()
    assert row
    return row


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or TESTS))
