"""`make run`: the database, migrations, the sample, an editor, and the site until Ctrl-C."""

import os
import signal
import socket
import sys
from pathlib import Path

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command, get_commands
from django.db import OperationalError, connections
from django.utils import translation

from journal import environment as env
from journal.quickstart import postgres
from journal.quickstart.first_editor import create_first_editor
from journal.quickstart.processes import end_with_parent, locked, try_lock
from journal.quickstart.workers import start_workers, use_stand_in
from journal.server.__main__ import WORKERS, web_server

VAR = Path(__file__).resolve().parent.parent.parent / "var"
HOST = "127.0.0.1"


def main() -> None:
    try:
        run()
    except (postgres.CannotStart, ImproperlyConfigured, OperationalError) as error:
        sys.exit(str(error).strip())


def run() -> None:
    port = env.number("PORT", 8000, 1, 65_535)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "journal.settings")
    lock = try_lock(VAR / f"serve.{port}.lock")
    if lock is None or is_port_taken(port):
        sys.exit(f"Port {port} is in use already. Choose another: PORT={port + 1} make run")
    end_with_parent()
    with_stand_in = use_stand_in(port)
    postgres.join()
    django.setup()
    with locked(VAR / "prepare.lock"), translation.override("en"):  # all that is printed is English
        prepare_site()
    workers = start_workers(port, with_stand_in=with_stand_in)
    try:
        serve(port)
    finally:
        for worker in workers:
            worker.terminate()


def is_port_taken(port: int) -> bool:
    """Checked here, because the web server would share the port with another process."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def prepare_site() -> None:
    """Migrate, collect static files, load the sample, create a login; a no-op if done before."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)
    if "load_sample" in get_commands():
        call_command("load_sample")
    create_first_editor()
    connections.close_all()


def serve(port: int) -> None:
    """Run the web server until Ctrl-C."""
    print(f"The site: {settings.SITE_URL}/   The editors' part: {settings.SITE_URL}/admin/")
    print("Ctrl-C ends it.", flush=True)
    os.register_at_fork(after_in_child=set_up_worker)
    server = web_server(HOST, port, env.number("WORKERS", WORKERS, 1, 64))
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # a closed terminal, but not nohup
        server.on_startup(lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt))
    server.serve()


def set_up_worker() -> None:
    """Make a web worker end when the server stops it or dies, even before it serves.

    The worker gets a process group of its own: Ctrl-C and the server's SIGTERM at once would leave
    it hanging.
    """
    os.setpgid(0, 0)
    end_with_parent()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


if __name__ == "__main__":
    main()
