"""crossref_stand_in: a local service that answers like Crossref's, to try deposits."""

from __future__ import annotations

import signal
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from articles.dois.stand_in import StandIn


class Command(BaseCommand):
    help = "Imitates Crossref's deposit service on this machine."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8090)
        parser.add_argument(
            "--refuse",
            metavar="DOI",
            nargs="*",
            default=[],
            help="DOIs to reject, to see a deposit fail",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with StandIn(options["port"]) as service:
            service.refused.update(doi.lower() for doi in options["refuse"])
            self.stdout.write(f"A stand-in for Crossref: {service.address}")
            self.stdout.flush()
            signal.signal(signal.SIGTERM, lambda *_: None)
            signal.sigwait({signal.SIGTERM, signal.SIGINT})
