"""`make bench`: prints the figures of DESIGN.md beside their budgets; also in var/bench.json."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from django.core.management import call_command
from django.http import HttpResponse
from django.urls import path

from tests.bench.database import ARTICLES, SAVED_ARTICLES, SIZES, use_bench_database

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    if os.environ.get("FULL") and "BENCH_ARTICLES" not in os.environ:
        return measure_sizes()
    set_up()
    figures = []
    for figure in measured_figures():
        figures.append(figure)
        print(figure, flush=True)
    file = figures_file(ARTICLES)
    text = json.dumps([figure.as_json() for figure in figures], indent=1, ensure_ascii=False)
    file.write_text(f"{text}\n")
    over = sum(figure.is_over for figure in figures)
    print(f"{len(figures)} figures in {file.relative_to(ROOT)}, {over} over their budgets")
    return 0


def measure_sizes() -> int:
    """Measure with each number of articles in turn, and print the figures side by side."""
    for size in SIZES:
        print(f"\n{size} articles", flush=True)
        environment = os.environ | {"BENCH_ARTICLES": str(size)}
        subprocess.run([sys.executable, "-m", "tests.bench"], env=environment, check=True)
    columns = [json.loads(figures_file(size).read_text()) for size in SIZES]
    values = [{(row["name"], row["measure"]): row["value"] for row in rows} for rows in columns]
    print("".join(f"{title:>14}" for title in (" " * 45, *SIZES)))
    for key in values[-1]:
        print(f"{key[0]:32}{key[1]:13}" + "".join(f"{row.get(key) or 0:14g}" for row in values))
    return 0


def figures_file(size: int) -> Path:
    return ROOT / "var" / ("bench.json" if size == SAVED_ARTICLES else f"bench-{size}.json")


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
    from tests.bench import editors, growing, harvest, pages, searching

    for module in (pages, searching, harvest, editors, growing):
        yield from module.figures()
    if ARTICLES == SAVED_ARTICLES:  # what does not depend on their number
        from tests.bench import hostile, moving_in, served, typesetting, usage

        for module in (hostile, moving_in, served, usage, typesetting):
            yield from module.figures()


if __name__ == "__main__":
    sys.exit(main())
