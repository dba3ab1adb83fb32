"""Our own PostgreSQL starts, is joined, and is stopped by the last; what bars it is said."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import psycopg
import pytest

from journal import postgres, postgres_home

ROOT = Path(__file__).resolve().parent.parent.parent
USER = """
import os, sys
from pathlib import Path
from journal import postgres
try:
    postgres.join(Path(sys.argv[1]))
except postgres.CannotStart as error:
    sys.exit(str(error))
print(os.environ["DATABASE_URL"], flush=True)
sys.stdin.read()
"""


class User(subprocess.Popen):
    """A process that joins the server, says its address, and leaves when told."""

    def __init__(self, folder, **environment):
        super().__init__(
            [sys.executable, "-c", USER, str(folder)],
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


def answer(url, question):
    with psycopg.connect(url) as connection:
        return connection.execute(question).fetchone()


def test_the_tests_have_a_database_that_knows_kazakh_letters():
    found = answer(os.environ["DATABASE_URL"], "SELECT lower('ӘҒҚҢӨҰҮҺІ'), 'Ә' ILIKE 'ә'")

    assert found == ("әғқңөұүһі", True)


def test_the_last_to_leave_stops_it_and_its_data_stay(folder):
    first = User(folder, LANG="xx_YY", PGPORT="1", PGDATA="/nowhere")
    second = User(folder)
    with psycopg.connect(first.url) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 'ә' AS letter")

    first.leave()
    assert answer(second.url, "SELECT letter FROM kept") == ("ә",)
    second.leave()
    assert postgres.server(folder) is None

    third = User(folder)
    assert answer(third.url, "SELECT letter FROM kept") == ("ә",)
    third.leave()


def test_after_a_kill_the_next_joins_or_starts_it_again(folder):
    killed = User(folder)
    killed.kill()
    killed.communicate()
    joined = User(folder)
    assert joined.url == killed.url
    server = postgres.server(folder)
    server.kill()
    psutil.wait_procs([server])
    joined.leave()

    again = User(folder)
    assert answer(again.url, "SELECT 1") == (1,)
    again.leave()


def test_a_number_that_another_program_has_now_is_not_taken_for_the_server(folder):
    User(folder).leave()
    (folder / "postmaster.pid").write_text(f"{os.getpid()}\n{folder}\n1\n5432\n/x\n\n0 0\nready\n")

    user = User(folder)

    assert answer(user.url, "SELECT 1") == (1,)
    user.leave()


def test_a_polite_end_stops_it_too(folder):
    user = User(folder)

    user.send_signal(signal.SIGTERM)
    user.communicate()

    assert postgres.server(folder) is None


def test_a_long_path_and_a_closed_home_are_no_hindrance(tmp_path):
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    folder = home.joinpath(*["a-folder-with-quite-a-long-name"] * 4, "var", "pg")

    user = User(folder)

    assert answer(user.url, "SELECT 1") == (1,)
    user.leave()
    assert home.stat().st_mode & 0o777 == 0o700
    if folder.is_symlink():
        subprocess.run(["rm", "-rf", str(folder.resolve().parent)], check=True)


def test_data_of_another_major_version_are_refused_in_words(folder):
    User(folder).leave()
    (folder / "PG_VERSION").write_text("17\n")

    assert User(folder).leave() == (
        f"Our own PostgreSQL cannot start: {folder} was written by PostgreSQL 17, and this is 18. "
        "Dump it with pg_dump of version 17, move the folder away, start again and restore.\n"
        "Mend that, or set DATABASE_URL=postgresql://user:password@host:5432/name "
        "to use a PostgreSQL (15 or newer) of yours."
    )


def test_whatever_else_bars_it_the_way_out_is_named(folder):
    folder.mkdir(parents=True)
    (folder / "PG_VERSION").write_text("18\n")

    said = User(folder).leave()

    assert said.startswith("Our own PostgreSQL cannot start: ")
    assert said.endswith("to use a PostgreSQL (15 or newer) of yours.")


def test_a_database_of_ours_is_left_alone(folder):
    user = User(folder, DATABASE_URL="postgresql://db.example.org/journal")

    user.leave()

    assert user.url == "postgresql://db.example.org/journal"
    assert not folder.parent.exists()


@pytest.mark.parametrize("part", ["журнал", "a b", "a,b", 'a"b', "x" * 90])
def test_a_socket_has_a_path_that_libpq_can_say(tmp_path, part):
    place = postgres_home.sockets(tmp_path / part / "pg")

    assert len(os.fsencode(place / ".s.PGSQL.5432")) <= 107
    assert not set(str(place)) & set(',"')
