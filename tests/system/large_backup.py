"""A site backed up by pgBackRest and restic, destroyed, restored: `-m tests.system.large_backup`.

With Debian's PostgreSQL, pgBackRest and restic, the settings of deploy/postgresql, and as many
megabytes of files as the argument says (200). `.ci/run` does not run it.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from subprocess import DEVNULL

from tests.system.postgresql import ROOT, Server, make_folder, owner_options, programs
from tests.system.program import manage

FILE_BYTES = 500_000
COUNTS = ("articles_article", "articles_revision", "articles_listing", "articles_searchrow")


class Site:
    """A database with the sample, files, and a folder for each kind of backup."""

    def __init__(self, folder: Path) -> None:
        self.files, self.file_backups = folder / "files", folder / "restic"
        self.database_backups = make_folder(folder / "pgbackrest")
        self.config = folder / "pgbackrest.conf"
        sockets = make_folder(folder / "sockets")
        archiving = (ROOT / "deploy/postgresql/point-in-time.conf").read_text()
        self.server = Server(
            folder / "pg",
            archiving.replace("pgbackrest ", f"pgbackrest --config={self.config} ")
            + f"unix_socket_directories = '{sockets}'\n",
        )
        config = (ROOT / "deploy/postgresql/pgbackrest.conf").read_text()
        config = config.replace("/var/lib/pgbackrest", str(self.database_backups))
        config = config.replace("/var/lib/postgresql/VERSION/main", str(self.server.folder))
        places = f"pg1-port={self.server.port}\npg1-socket-path={sockets}\n"
        self.config.write_text(f"{config}{places}")

    def fill(self, megabytes: int) -> None:
        self.server.create()
        self.server.start()
        self.server.ask("CREATE DATABASE journal", "postgres")
        self.files.mkdir()
        for arguments in (("migrate", "-v0"), ("load_sample",)):
            manage(self.server.url(), *arguments, MEDIA_ROOT=str(self.files))
        for number in range(megabytes * 1_000_000 // FILE_BYTES):
            (self.files / f"{number}.pdf").write_bytes(random.randbytes(FILE_BYTES))

    def pgbackrest(self, *arguments: str) -> None:
        command = ["pgbackrest", f"--config={self.config}", "--stanza=journal", *arguments]
        subprocess.run(command, check=True, stdout=DEVNULL, **owner_options())

    def restic(self, *arguments: str) -> None:
        environment = {"RESTIC_REPOSITORY": str(self.file_backups), "RESTIC_PASSWORD": "test"}
        command = ["restic", "--quiet", *arguments]
        subprocess.run(command, check=True, env=os.environ | environment)

    def content(self) -> tuple[list[int], dict[str, str]]:
        """How many rows there are, and the checksum of each file."""
        rows = [self.server.ask(f"SELECT count(*) FROM {table}")[0][0] for table in COUNTS]
        paths = sorted(path for path in self.files.rglob("*") if path.is_file())
        sums = {str(path): sha256(path.read_bytes()).hexdigest() for path in paths}
        return [int(str(count)) for count in rows], sums

    def destroy(self) -> None:
        self.server.stop()
        shutil.rmtree(self.files)
        make_folder(self.server.folder)


def main(megabytes: int) -> None:
    if not (programs().name and shutil.which("pgbackrest") and shutil.which("restic")):
        sys.exit("Not installed: apt-get install postgresql pgbackrest restic")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        site = Site(folder)
        site.fill(megabytes)
        try:
            back_up_and_restore(site)
        finally:
            site.server.stop()


def back_up_and_restore(site: Site) -> None:
    site.pgbackrest("stanza-create")
    site.pgbackrest("check")
    site.restic("init")
    timed("database, full", lambda: site.pgbackrest("--type=full", "backup"))
    timed("files, first time", lambda: site.restic("backup", str(site.files)))
    site.server.ask("UPDATE articles_journal SET city = 'Қарқара'")
    (site.files / "later.pdf").write_bytes(random.randbytes(FILE_BYTES))
    timed("database, difference", lambda: site.pgbackrest("--type=diff", "backup"))
    timed("files, again", lambda: site.restic("backup", str(site.files)))
    site.server.ask("UPDATE articles_journal SET city = 'Көктұз'")  # after the last backup
    site.server.ask("SELECT pg_switch_wal()")
    before = site.content()
    site.destroy()
    timed("database restored", lambda: site.pgbackrest("restore"))
    timed("files restored", lambda: site.restic("restore", "latest", "--target", "/"))
    site.server.configure()
    site.server.start()
    wait_for_recovery(site.server)
    assert site.content() == before
    assert site.server.ask("SELECT DISTINCT city FROM articles_journal") == [("Көктұз",)]
    print(f"rows {before[0]} and {len(before[1])} files are as before")


def timed(what: str, act: Callable[[], None]) -> None:
    start = time.monotonic()
    act()
    print(f"{what:24} {time.monotonic() - start:6.1f} s", flush=True)


def wait_for_recovery(server: Server) -> None:
    while server.ask("SELECT pg_is_in_recovery()") != [(False,)]:
        time.sleep(0.2)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
