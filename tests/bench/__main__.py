"""`make bench`: the figures of DESIGN.md beside their budgets, kept in var/bench.json."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    sys.path.insert(0, str(ROOT))
    from tests.bench.database import fill, use_bench_database

    use_bench_database()
    set_up()
    fill()
    from tests.bench import desk, harvest, hostile, pages, searching, worker

    found = []
    # A part of the site that has budgets adds its module here.
    for module in (pages, harvest, desk, hostile, searching, worker):
        for one in module.measures():
            found.append(one)
            print(line(one), flush=True)
    file = ROOT / "var" / "bench.json"
    file.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")
    over = [one for one in found if is_over(one)]
    print(f"{len(found)} figures in {file.relative_to(ROOT)}, {len(over)} over their budgets")
    return 0


def set_up() -> None:
    """Django as it runs for readers, with an empty view to compare with."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "journal.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.http import HttpResponse
    from django.urls import path

    from journal import urls

    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": plain}}
    settings.CONN_MAX_AGE = 600
    urls.urlpatterns.insert(0, path("hello/", lambda request: HttpResponse("hello")))


def line(one: dict) -> str:
    budget = "" if one["budget"] is None else f"  of {one['budget']}"
    mark = "  OVER" if is_over(one) else ""
    return f"{one['name']:22} {one['measure']:12} {one['value']:>9}{budget}{mark}"


def is_over(one: dict) -> bool:
    """A rate has a budget that it must reach, all else one that it must not exceed."""
    if one["budget"] is None:
        return False
    if one["measure"] == "per_second":
        return one["value"] < one["budget"]
    return one["value"] > one["budget"]


if __name__ == "__main__":
    sys.exit(main())
