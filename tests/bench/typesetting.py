"""An issue of 20 articles of about 12 pages as one PDF: time and memory of all its processes.

`python -m tests.bench.typesetting` makes it and prints both; with a path it keeps the PDF there.
"""

from __future__ import annotations

import io
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import mean

import msgspec
from PIL import Image

from articles.exports.issue_edition import IssueMatter, typeset_issue
from articles.records.facts import IssueFacts, JournalFacts
from articles.records.record import Record
from tests.bench.corpus import Place, record, text
from tests.bench.figures import Figure
from tests.bench.measuring import HELLO_CALLS, Site, cpu_ms

ARTICLES = 20
SECTIONS, SENTENCES = 4, 45  # of an article, and of each section: about 12 pages with the rest
ROWS, COLUMNS = 10, 6  # of the table of each section
PICTURE = (800, 500)  # in pixels of noise, 400 kB
MOST_RATIO = 37_500  # 15 seconds where an empty view takes 0.4 ms
MOST_MB = 500
FORMULA = (
    "<mi>E</mi><mo>=</mo><mfrac><msup><mi>x</mi><mn>2</mn></msup>"
    "<msqrt><mrow><mn>1</mn><mo>-</mo><msub><mi>v</mi><mi>i</mi></msub></mrow></msqrt></mfrac>"
)


def figures() -> Iterator[Figure]:
    site = Site()
    hello = cpu_ms(site.say_hello)
    seconds, megabytes = costs()
    hello = mean((hello, cpu_ms(site.say_hello))) / HELLO_CALLS
    yield Figure("issue_pdf", "hello_ratio", round(seconds * 1_000 / hello), MOST_RATIO)
    yield Figure("issue_pdf", "mb", megabytes, MOST_MB)


def costs() -> tuple[float, float]:
    """Seconds of the processor, and the megabytes of the largest process."""
    command = [sys.executable, "-m", "tests.bench.typesetting"]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, megabytes = map(float, run.stdout.splitlines()[-1].split())
    return seconds, megabytes


def issue_records() -> list[Record]:
    chance = random.Random(12)
    return [article(number, chance) for number in range(ARTICLES)]


def article(number: int, chance: random.Random) -> Record:
    """An invented article with sections, citations, formulas, tables and figures."""
    made = record(number, ARTICLES, Place(1, 1, 1), chance)
    sections = (section(made, place, chance) for place in range(1, SECTIONS + 1))
    return msgspec.structs.replace(made, id=number + 1, body="".join(sections))


def section(made: Record, place: int, chance: random.Random) -> str:
    def sentences(count: int) -> str:
        return text(made.language, chance, count, count)

    rows = "".join(f"<tr>{'<td>{0},{1}</td>' * COLUMNS}</tr>" for _row in range(ROWS))
    third = SENTENCES // 3
    return (
        f"<h2>{place}. {sentences(1)[:40]}</h2><p>{sentences(third)} [{place}, {place + 5}].</p>"
        f'<p><math display="block">{FORMULA}</math> ({place})</p><p>{sentences(third)}</p>'
        f'<figure><img src="map-{place}.png" alt="map"><figcaption>{place}. Map</figcaption>'
        f"</figure><p>{sentences(third)}</p><table><caption>{place}</caption>{rows}</table>"
    )


def pictures_of(made: Record) -> dict[str, bytes]:
    """A picture for each section."""
    chance = random.Random(made.id)
    return {f"map-{place}.png": picture(chance) for place in range(1, SECTIONS + 1)}


def picture(chance: random.Random) -> bytes:
    width, height = PICTURE
    made = io.BytesIO()
    Image.frombytes("L", PICTURE, chance.randbytes(width * height)).save(made, "PNG")
    return made.getvalue()


def matter() -> IssueMatter:
    name = {"kk": "Дала ғылымы", "ru": "Наука степи", "en": "Steppe Science"}
    return IssueMatter(
        journal=JournalFacts(slug="steppe", name=name),
        issue=IssueFacts(year=2024, number="1", published_on=date(2024, 3, 29)),
    )


def main() -> None:
    records = issue_records()
    pictures = {made.id: pictures_of(made) for made in records}
    started = time.monotonic()
    used = seconds_of_processor()
    made = typeset_issue(matter(), records, lambda made: pictures[made.id])
    elapsed = time.monotonic() - started
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1_024
    print(f"{made.pages} pages, {len(made.pdf) / 1e6:.1f} MB, {elapsed:.1f} s on the clock")
    for path in sys.argv[1:]:
        Path(path).write_bytes(made.pdf)
    print(f"{seconds_of_processor() - used:.1f} {megabytes:.0f}")


def seconds_of_processor() -> float:
    """Of this process, and of those that it started and that have ended."""
    each = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in each)


if __name__ == "__main__":
    main()
