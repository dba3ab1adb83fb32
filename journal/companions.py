"""What runs beside the site in `make run`: a stand-in for Crossref, and three workers.

Where CROSSREF_HOST is set the stand-in is left out, and the workers talk to that service.
"""

import os
import subprocess
import sys
from pathlib import Path

from journal.parents import end_with_parent

MANAGE = Path(__file__).resolve().parent.parent / "manage.py"
PORTS_AWAY = 90  # from the site's own port
# So that a newcomer sees one deposit fail, and why.
REFUSED = "10.5555/0000-0000/2026-2-4"


def choose_stand_in(port: int) -> bool:
    """Names the stand-in as the service, unless the environment names one; before settings load."""
    if os.environ.get("CROSSREF_HOST"):
        return False
    os.environ["CROSSREF_HOST"] = f"http://127.0.0.1:{stand_in_port(port)}"
    os.environ.setdefault("CROSSREF_LOGIN_10_5555", "stand-in")
    os.environ.setdefault("CROSSREF_PASSWORD_10_5555", "stand-in")
    return True


def stand_in_port(port: int) -> int:
    return port + PORTS_AWAY if port + PORTS_AWAY < 65_536 else port - PORTS_AWAY


def start_companions(port: int, *, with_stand_in: bool) -> list[subprocess.Popen[bytes]]:
    """They end when this process does, however it ends."""
    commands = [["deposit", "--due"], ["poll_deposits"], ["read_manuscripts"]]
    if with_stand_in:
        told = ["--port", str(stand_in_port(port)), "--refuse", REFUSED]
        commands.insert(0, ["crossref_stand_in", *told])
    return [start(command) for command in commands]


def start(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603  # our own commands
        [sys.executable, str(MANAGE), *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=end_with_parent,
    )
