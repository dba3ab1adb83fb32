"""The data folder of our own PostgreSQL, its socket and its log.

The data is in `var/pg`. Under root, if the server's user cannot reach that, it is in
`/var/lib/journal-pg-…`, and `var/pg` is a link to it.
"""

import hashlib
import os
import shutil
import stat
import subprocess
import tempfile
from pathlib import Path

from journal.quickstart.postgres_programs import (
    MAJOR_VERSION,
    SYSTEM_FOLDER,
    CannotStart,
    can_reach,
    owner,
    owner_options,
    program,
)

PORT = 5432  # only part of the socket's name
SOCKET_PATH_BYTES = 107  # the kernel's limit
INITDB_OPTIONS = [
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
]


def refuse_foreign_data(folder: Path) -> None:
    """Raise CannotStart for data of another user or of another major version of PostgreSQL."""
    if not folder.exists():
        return
    if folder.stat().st_uid != owner(folder) and os.geteuid() != 0:
        raise CannotStart(f"{folder} belongs to another user; run as that user or as root.")
    if (folder / "PG_VERSION").exists():
        version = (folder / "PG_VERSION").read_text().strip()
        if version != MAJOR_VERSION:
            raise CannotStart(
                f"{folder} was written by PostgreSQL {version}, and this is {MAJOR_VERSION}. Dump "
                f"it with pg_dump of version {version}, move the folder away, start again and "
                "restore."
            )


def create_folder(folder: Path) -> None:
    """Run initdb; the folder gets its name only when it is complete."""
    uid = owner(folder)
    place = folder if can_reach(uid, folder.parent.resolve()) else system_folder(uid)
    draft = place.with_name("pg.new")
    shutil.rmtree(draft, ignore_errors=True)
    ensure_private(draft, folder)
    initdb = subprocess.run(  # noqa: S603 - our own program, no shell
        [str(program("initdb", folder)), "-D", str(draft), *INITDB_OPTIONS],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        **owner_options(folder),
    )
    if initdb.returncode:
        raise CannotStart(initdb.stderr.strip())
    draft.rename(place)
    if place != folder:
        folder.unlink(missing_ok=True)
        folder.symlink_to(place)


def system_folder(uid: int) -> Path:
    """A new folder in /var/lib, for root whose checkout the server's user cannot enter."""
    folder = Path(tempfile.mkdtemp(prefix="journal-pg-", dir=SYSTEM_FOLDER))
    os.chown(folder, uid, -1)
    return folder / "pg"


def socket_folder(folder: Path) -> Path:
    """The data folder, if the socket's path is short and plain enough; else a folder in /tmp."""
    place = folder.resolve()
    socket = os.fsencode(place / f".s.PGSQL.{PORT}")
    if len(socket) <= SOCKET_PATH_BYTES and not set(socket) & set(b',"\\'):
        return place
    name = hashlib.sha256(socket).hexdigest()[:16]
    return Path("/tmp") / f"journal-pg-{owner(folder)}-{name}"  # noqa: S108 - checked to be private


def ensure_private(place: Path, folder: Path) -> None:
    """Create a folder that only the owner of the data may enter; refuse one that others may."""
    uid = owner(folder)
    if not place.is_dir():
        place.mkdir(mode=0o700)
        os.chown(place, uid, -1)
    status = place.lstat()
    if status.st_uid != uid or stat.S_IMODE(status.st_mode) & 0o077 or place.is_symlink():
        raise CannotStart(f"{place} is not a private folder of user {uid}.")


def log_path(folder: Path) -> Path:
    return folder.with_name("pg.log")
