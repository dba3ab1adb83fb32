"""Our own PostgreSQL starts, is joined, and is stopped by the last process that uses it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg
import pytest

from journal.quickstart import postgres
from journal.quickstart.postgres_folder import socket_folder

ROOT = Path(__file__).resolve().parents[3]
USER_SCRIPT = """
import os, sys
from pathlib import Path
from journal.quickstart import postgres
try:
    postgres.join(Path(sys.argv[1]))
except postgres.CannotStart as error:
    sys.exit(str(error))
print(os.environ["DATABASE_URL"], flush=True)
sys.stdin.read()
"""


class User(subprocess.Popen):
    """A process that joins the server, prints its address, and runs until `leave`."""

    def __init__(self, folder, **environment):
        super().__init__(
            [sys.executable, "-c", USER_SCRIPT, str(folder)],
            cwd=ROOT,
            env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.url = self.stdout.readline().strip()

    def leave(self):
        return self.communicate("")[1].strip()


@pytest.fixture
def folder(tmp_path):
    yield tmp_path / "var" / "pg"
    link = tmp_path / "var" / "pg"
    if link.is_symlink():  # root's data beside the project
        subprocess.run(["rm", "-rf", str(link.resolve().parent)], check=True)


def fetch(url, query):
    with psycopg.connect(url) as connection:
        return connection.execute(query).fetchone()


def test_the_database_of_the_tests_lowers_kazakh_letters():
    row = fetch(os.environ["DATABASE_URL"], "SELECT lower('ӘҒҚҢӨҰҮҺІ'), 'Ә' ILIKE 'ә'")

    assert row == ("әғқңөұүһі", True)


def test_the_last_process_stops_the_server_and_the_data_stay(folder):
    first = User(folder, LANG="xx_YY", PGPORT="1", PGDATA="/nowhere")
    second = User(folder)
    with psycopg.connect(first.url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 'ә' AS letter")

    first.leave()
    assert fetch(second.url, "SELECT letter FROM kept") == ("ә",)
    second.leave()
    assert postgres.running_server(folder) is None

    third = User(folder)
    assert fetch(third.url, "SELECT letter FROM kept") == ("ә",)
    third.leave()


def test_after_a_kill_the_next_process_joins_or_restarts_the_server(folder):
    killed = User(folder)
    killed.kill()
    killed.communicate()
    joined = User(folder)
    assert joined.url == killed.url
    server = postgres.running_server(folder)
    server.kill()
    psutil.wait_procs([server])
    joined.leave()

    again = User(folder)
    assert fetch(again.url, "SELECT 1") == (1,)
    again.leave()


def test_a_stale_pid_of_another_program_is_not_taken_for_the_server(folder):
    User(folder).leave()
    (folder / "postmaster.pid").write_text(f"{os.getpid()}\n{folder}\n1\n5432\n/x\n\n0 0\nready\n")

    user = User(folder)

    assert fetch(user.url, "SELECT 1") == (1,)
    user.leave()


def test_sigterm_stops_the_server_too(folder):
    user = User(folder)

    user.send_signal(signal.SIGTERM)
    user.communicate()

    assert postgres.running_server(folder) is None


def test_the_server_starts_below_a_long_path_and_a_private_home(tmp_path):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    folder = home.joinpath(*["a-folder-with-quite-a-long-name"] * 4, "var", "pg")

    user = User(folder)

    assert fetch(user.url, "SELECT 1") == (1,)
    user.leave()
    assert home.stat().st_mode & 0o777 == 0o700
    if folder.is_symlink():
        subprocess.run(["rm", "-rf", str(folder.resolve().parent)], check=True)


def test_data_of_another_major_version_are_refused_with_advice(folder):
    User(folder).leave()
    (folder / "PG_VERSION").write_text("17\n")

    assert User(folder).leave() == (
        f"Our own PostgreSQL cannot start: {folder} was written by PostgreSQL 17, and this is 18. "
        "Dump it with pg_dump of version 17, move the folder away, start again and restore.\n"
        "Mend that, or set DATABASE_URL=postgresql://user:password@host:5432/name "
        "to use a PostgreSQL (15 or newer) of yours."
    )


def test_any_other_failure_names_the_alternative(folder):
    folder.mkdir(parents=True)
    (folder / "PG_VERSION").write_text("18\n")

    message = User(folder).leave()

    assert message.startswith("Our own PostgreSQL cannot start: ")
    assert message.endswith("to use a PostgreSQL (15 or newer) of yours.")


def test_no_server_is_started_where_the_environment_names_a_database(folder):
    user = User(folder, DATABASE_URL="postgresql://db.example.org/journal")

    user.leave()

    assert user.url == "postgresql://db.example.org/journal"
    assert not folder.parent.exists()


@pytest.mark.parametrize("part", ["журнал", "a b", "a,b", 'a"b', "x" * 90])
def test_the_socket_has_a_path_that_libpq_accepts(tmp_path, part):
    place = socket_folder(tmp_path / part / "pg")

    assert len(os.fsencode(place / ".s.PGSQL.5432")) <= 107
    assert not set(str(place)) & set(',"')
