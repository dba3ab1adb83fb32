"""The web server itself as a process that a test starts, kills and starts again."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote
from urllib.request import urlopen

from django.db import connection

ROOT = Path(__file__).parent.parent.parent
SECONDS_TO_START = 60
SERVER = ("-m", "journal.server", "--workers", "1")


class Server:
    """The web server, as a site runs it, on the database of the test."""

    def __init__(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            [sys.executable, *SERVER, "--port", str(self.port)],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": database(), "SITE_URL": self.url, "DEBUG": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # its workers die with it
        )
        deadline = time.monotonic() + SECONDS_TO_START
        while not self.answers():
            assert self.process.poll() is None, "the server ended by itself"
            assert time.monotonic() < deadline, "the server does not answer"
            time.sleep(0.1)

    def answers(self):
        try:
            with urlopen(f"{self.url}/healthz", timeout=5) as response:
                return response.status == 200
        except (URLError, OSError):
            return False

    def kill(self):
        """Without a word to it, as a power cut does."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        assert not self.answers()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *error):
        if self.process.poll() is None:
            self.kill()


def database():
    """The address of the test's own database."""
    settings = connection.settings_dict
    parts = {
        "host": settings["HOST"],
        "port": settings["PORT"],
        "user": settings["USER"],
        "password": settings["PASSWORD"],
        **{name: settings["OPTIONS"][name] for name in ("sslmode",) if name in settings["OPTIONS"]},
    }
    asked = "&".join(
        f"{name}={quote(str(value), safe='')}" for name, value in parts.items() if value
    )
    return f"postgresql:///{quote(settings['NAME'])}?{asked}"
