"""Counting usage from a log: time beside reading the file in plain Python, and memory.

`python -m tests.bench.usage LOG` counts the log in a process of its own and prints both; the bench
writes a log of `BENCH_LOG_LINES` lines (200,000, or a million with FULL=1).
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from tests.bench.figures import Figure
from tests.usage.logs import CHROME, FIREFOX, GOOGLEBOT, combined

LINES = int(os.environ.get("BENCH_LOG_LINES", 1_000_000 if os.environ.get("FULL") else 200_000))
READERS = 4_000
AGENTS = (CHROME, FIREFOX, GOOGLEBOT, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1) Safari/604.1")
MOST_TIMES_READING = 100
MOST_MB = 100  # beside the program itself


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        log = Path(folder) / "access.log"
        write_log(log, LINES, article_ids())
        run = subprocess.run(
            [sys.executable, "-m", "tests.bench.usage", str(log)],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
    times, megabytes = map(float, run.stdout.splitlines()[-1].split())
    yield Figure("count_usage", "reading_ratio", times, MOST_TIMES_READING)
    yield Figure("count_usage", "mb", megabytes, MOST_MB)


def article_ids() -> list[int]:
    from articles.models import Listing

    return list(Listing.objects.order_by("pk").values_list("pk", flat=True)[:200])


def write_log(path: Path, count: int, articles: list[int]) -> None:
    """Two days; a third of the lines are pages of articles, the rest lists and static files."""
    chance = random.Random(5)
    others = ("/ru/", "/ru/search/?q=дала", "/static/style.0123456789ab.css", "/kk/keywords/")
    with path.open("w") as file:
        for number in range(count):
            second = number * 172_800 // count
            day, second = f"2026-11-{20 + second // 86_400}", second % 86_400
            clock = f"{second // 3_600:02}:{second // 60 % 60:02}:{second % 60:02}"
            reader = chance.randrange(READERS)
            page = f"/ru/articles/{chance.choice(articles)}/" if chance.random() < 0.33 else ""
            address = f"203.0.{reader // 250}.{reader % 250}"
            path_of_line = page or chance.choice(others)
            agent = AGENTS[reader % len(AGENTS)]
            file.write(combined(clock, path_of_line, day=day, address=address, agent=agent))


def measure(log: Path) -> tuple[float, float]:
    """How many times longer than reading, and how many megabytes more than before."""
    from django.utils import timezone

    from articles.intake.usage.counting_run import count_logs

    started = process_time()
    with log.open("rb") as file:
        for _line in file:
            pass
    reading = process_time() - started
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = process_time()
    result = count_logs([log], timezone.now())
    counting = process_time() - started
    print(f"{result.lines} lines, {result.investigations} views; reading {reading:.2f} s of CPU")
    print(f"counting {counting:.2f} s of CPU")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return counting / reading, memory / 1_024


def main() -> None:
    from tests.bench.__main__ import set_up_django

    set_up_django()
    from articles.models import Usage, UsageLog, UsageState

    for table in (Usage, UsageLog, UsageState):
        table.objects.all().delete()
    times, megabytes = measure(Path(sys.argv[1]))
    print(f"{times:.1f} {megabytes:.0f}")


if __name__ == "__main__":
    main()
