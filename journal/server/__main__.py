"""Starts the web server with the options that every site uses: `python -m journal.server`.

Nothing of the project is imported here. On SIGHUP the server starts new workers, one after
another, and they import the program as it is then: an upgrade without a pause.
"""

from argparse import ArgumentParser

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server.mp import MPServer

APPLICATION = "journal.asgi:application"
WORKERS = 2
KILL_SECONDS = 30  # for the requests under way when a worker has to end
CONNECTIONS = 2_048  # in all; each worker takes its share, and an idle one costs little


def web_server(host: str = "127.0.0.1", port: int = 8000, workers: int = WORKERS) -> MPServer:
    """The server, not yet started. A worker that dies is replaced."""
    return MPServer(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        workers=workers,
        websockets=False,
        backlog=CONNECTIONS,
        log_level=LogLevels.warning,
        workers_kill_timeout=KILL_SECONDS,
        respawn_failed_workers=True,
    )


def main() -> None:
    parser = ArgumentParser(prog="python -m journal.server", description="Starts the web server.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="%(default)s")
    parser.add_argument("--workers", type=int, default=WORKERS, help="processes (%(default)s)")
    options = parser.parse_args()
    web_server(options.host, options.port, options.workers).serve()


if __name__ == "__main__":
    main()
