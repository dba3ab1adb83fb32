"""What `make run` starts beside the site: four workers and a stand-in for Crossref.

If the environment sets CROSSREF_HOST there is no stand-in, and the workers talk to that service.
"""

import os
import subprocess
import sys
from pathlib import Path

from journal.quickstart.processes import end_with_parent

MANAGE = Path(__file__).resolve().parent.parent.parent / "manage.py"
WORKERS = [["deposit", "--due"], ["poll_deposits"], ["read_manuscripts"], ["import_ojs_uploads"]]
STAND_IN_PORT_OFFSET = 90  # from the site's port
REFUSED_DOI = "10.5555/0000-0000/2026-2-4"  # so that a newcomer sees one deposit fail, and why


def use_stand_in(port: int) -> bool:
    """Point the settings at the stand-in, unless the environment names a service.

    Must run before the settings are read. Returns whether the stand-in is used.
    """
    if os.environ.get("CROSSREF_HOST"):
        return False
    os.environ["CROSSREF_HOST"] = f"http://127.0.0.1:{stand_in_port(port)}"
    os.environ.setdefault("CROSSREF_LOGIN_10_5555", "stand-in")
    os.environ.setdefault("CROSSREF_PASSWORD_10_5555", "stand-in")
    return True


def stand_in_port(port: int) -> int:
    above = port + STAND_IN_PORT_OFFSET
    return above if above < 65_536 else port - STAND_IN_PORT_OFFSET


def start_workers(port: int, *, with_stand_in: bool) -> list[subprocess.Popen[bytes]]:
    """Start processes that end when this one does, however it ends."""
    commands = WORKERS
    if with_stand_in:
        options = ["--port", str(stand_in_port(port)), "--refuse", REFUSED_DOI]
        commands = [["crossref_stand_in", *options], *WORKERS]
    return [start_command(command) for command in commands]


def start_command(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own commands
        [sys.executable, str(MANAGE), *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=end_with_parent,
    )
