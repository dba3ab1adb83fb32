"""`make bench`: prints the figures of DESIGN.md beside their budgets; also in var/bench.json."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from django.core.management import call_command
from django.http import HttpResponse
from django.urls import path

from tests.bench.database import use_bench_database

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    set_up()
    figures = []
    for figure in measured_figures():
        figures.append(figure)
        print(figure, flush=True)
    file = ROOT / "var" / "bench.json"
    text = json.dumps([figure.as_json() for figure in figures], indent=1, ensure_ascii=False)
    file.write_text(f"{text}\n")
    over = sum(figure.is_over for figure in figures)
    print(f"{len(figures)} figures in {file.relative_to(ROOT)}, {over} over their budgets")
    return 0


def set_up_django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "journal.settings")
    use_bench_database()
    django.setup()


def set_up() -> None:
    """Django with the bench's database, and an empty view to compare with."""
    set_up_django()
    from journal import urls
    from tests.bench.filling import fill

    urls.urlpatterns.insert(0, path("hello/", lambda request: HttpResponse("hello")))
    call_command("collectstatic", verbosity=0, interactive=False)
    fill()


def measured_figures() -> Iterator:
    # These modules need Django's models. A part of the site that has budgets adds its module here.
    from tests.bench import (
        editors,
        harvest,
        hostile,
        moving_in,
        pages,
        searching,
        served,
        typesetting,
        usage,
    )

    modules = (
        *(pages, searching, harvest, editors, hostile),
        *(moving_in, served, usage, typesetting),
    )
    for module in modules:
        yield from module.figures()


if __name__ == "__main__":
    sys.exit(main())
