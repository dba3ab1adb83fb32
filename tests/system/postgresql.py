"""PostgreSQL servers and PgBouncer as Debian packages them, in a folder and on ports of a test.

apt-get install --no-install-recommends postgresql pgbouncer
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import psycopg

from journal.quickstart.postgres_programs import OwnerOptions
from tests.system.nginx_site import free_port

ROOT = Path(__file__).resolve().parents[2]
VERSIONS = Path("/usr/lib/postgresql")
SECONDS_TO_START = 60
SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
port = {port}
wal_level = replica
max_wal_senders = 4
hot_standby_feedback = on
"""


def programs() -> Path:
    """The folder of the newest PostgreSQL that apt has installed; '' if there is none."""
    found = sorted(VERSIONS.glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    return found[-1].parent if found else Path()


def owner_options() -> OwnerOptions:
    """Neither PostgreSQL nor PgBouncer runs as root: then as the package's user, `postgres`."""
    options: OwnerOptions = {"cwd": "/", "env": {"PATH": os.defpath, "LC_ALL": "C"}}
    if os.geteuid() == 0:
        person = pwd.getpwnam("postgres")
        options |= {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}
    return options


def make_folder(folder: Path) -> Path:
    """An empty folder that only the user of the servers may enter."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    return folder


class Server:
    """A PostgreSQL; `settings` are further lines of its postgresql.conf."""

    def __init__(self, folder: Path, settings: str = "") -> None:
        self.folder, self.settings = folder, settings
        self.port = free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def url(self, database: str = "journal", user: str = "postgres") -> str:
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}"

    def create(self) -> None:
        options = ("--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        run("initdb", "-D", str(make_folder(self.folder)), *options)
        self.configure()

    def copy_from(self, primary: Server) -> None:
        """Become a replica of the primary server, which has to run."""
        make_folder(self.folder)
        run(
            "pg_basebackup",
            "-D",
            str(self.folder),
            "-d",
            primary.url("postgres"),
            "-R",
            "-c",
            "fast",
        )
        self.configure()

    def configure(self) -> None:
        text = SETTINGS.format(port=self.port) + self.settings
        (self.folder / "postgresql.conf").write_text(text)

    def start(self) -> None:
        with open(self.folder.with_name(f"{self.folder.name}.log"), "ab") as log:
            self.process = subprocess.Popen(
                [str(programs() / "postgres"), "-D", str(self.folder)],
                stdout=log,
                stderr=log,
                start_new_session=True,
                **owner_options(),
            )
        self.wait_until_it_answers()

    def wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            with suppress(psycopg.OperationalError):
                psycopg.connect(self.url("postgres")).close()
                return
            time.sleep(0.05)
        raise SystemExit(f"PostgreSQL does not answer; see {self.folder}.log")

    def stop(self, number: int = signal.SIGINT) -> None:
        """A fast shutdown; SIGQUIT is an immediate one, which loses what is not on the disk."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(number)
            self.process.wait()

    def ask(self, sql: str, database: str = "journal") -> list[tuple[object, ...]]:
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(sql)
            return cursor.fetchall() if cursor.description else []


class Pool:
    """PgBouncer with the file of deploy/pgbouncer, before a server."""

    def __init__(self, folder: Path, server: Server, database: str = "journal") -> None:
        """`*` is any database."""
        self.folder = make_folder(folder)
        self.port = free_port()
        self.database = database
        text = (ROOT / "deploy" / "pgbouncer" / "pgbouncer.ini").read_text()
        replacements = {
            "journal = dbname=journal": f"{database} = host=127.0.0.1 port={server.port} "
            + ("user=postgres" if database == "*" else f"user=postgres dbname={database}"),
            "listen_addr =": f"listen_addr = 127.0.0.1\nlisten_port = {self.port}\n;",
            "auth_type = hba": "auth_type = any",
            "auth_hba_file": ";",
            "auth_file": ";",
            "unix_socket_dir = /run/postgresql": "unix_socket_dir =",
            "/run/postgresql/pgbouncer.pid": f"{self.folder}/pgbouncer.pid",
            "/var/log/postgresql/pgbouncer.log": f"{self.folder}/pgbouncer.log",
        }
        for old, new in replacements.items():
            assert old in text, old
            text = text.replace(old, new)
        (self.folder / "pgbouncer.ini").write_text(text)
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return self.url_of("postgres" if self.database == "*" else self.database)

    def url_of(self, database: str) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"

    def __enter__(self) -> Pool:
        command = ["/usr/sbin/pgbouncer", "-q", str(self.folder / "pgbouncer.ini")]
        self.process = subprocess.Popen(command, **owner_options())
        deadline = time.monotonic() + SECONDS_TO_START
        while True:
            with suppress(psycopg.OperationalError):
                psycopg.connect(self.url).close()
                return self
            if time.monotonic() > deadline:
                raise SystemExit(f"PgBouncer does not answer; see {self.folder}/pgbouncer.log")
            time.sleep(0.05)

    def __exit__(self, *error: object) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()

    def ask(self, command: str) -> list[tuple[object, ...]]:
        """Of its own console, such as SHOW POOLS."""
        console = f"postgresql://pgbouncer@127.0.0.1:{self.port}/pgbouncer"
        with psycopg.connect(console, autocommit=True, prepare_threshold=None) as connection:
            return psycopg.ClientCursor(connection).execute(command).fetchall()


def run(program: str, *arguments: str) -> None:
    command = [str(programs() / program), *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **owner_options())
