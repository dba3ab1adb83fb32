"""What harvesters and Crossref are given: records a second of CPU, PostgreSQL included."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from statistics import median
from urllib.parse import quote

from .measuring import Asker, cpu_of, measure

# Records a second of CPU at least.
BUDGETS = {"oai_dc": 2_500, "jats": 600, "oai_datacite": None}
CROSSREF_MS = 0.9  # an article, in a batch of a hundred
BATCH = 100
ROUNDS = 5
TOKEN = re.compile(rb"<resumptionToken[^>]*>([^<]+)<")


def measures() -> Iterator[dict]:
    asker = Asker()
    for prefix, budget in BUDGETS.items():
        pages = list(addresses(asker, prefix))
        count = sum(asker.ask(asker.environ(page))[2].count(b"<record>") for page in pages)
        whole = cpu(asker, lambda pages=pages: [asker.ask(asker.environ(one)) for one in pages])
        yield measure(
            f"oai_{prefix.removeprefix('oai_')}", "per_second", rate(count, whole), budget
        )
    yield measure("crossref", "cpu_ms", round(crossref(asker), 2), CROSSREF_MS)


def addresses(asker: Asker, prefix: str) -> Iterator[str]:
    """Every page of a full harvest, by its token."""
    address = f"/oai/?verb=ListRecords&metadataPrefix={prefix}"
    while address:
        yield address
        found = TOKEN.search(asker.ask(asker.environ(address))[2])
        token = quote(found[1].decode()) if found else ""
        address = f"/oai/?verb=ListRecords&resumptionToken={token}" if token else ""


def crossref(asker: Asker) -> float:
    """Milliseconds an article: loaded, checked and written."""
    from django.utils import timezone

    from articles.exports import FORMATS, stamp
    from articles.models import Article
    from articles.queries.released_records import released_records

    now = stamp(timezone.now())
    keys = list(Article.objects.readable().order_by("pk").values_list("pk", flat=True)[:BATCH])
    rows = Article.objects.filter(pk__in=keys).order_by("pk")
    write = FORMATS["crossref"].write
    return cpu(asker, lambda: b"".join(write(released_records(rows), now))) / BATCH


def cpu(asker: Asker, act: Callable[[], object]) -> float:
    """Milliseconds; PostgreSQL counts in hundredths of a second, so all rounds together."""
    process = asker.database_process()
    times, before = [time.process_time()], cpu_of(process)
    for _round in range(ROUNDS):
        act()
        times.append(time.process_time())
    python = median(after - earlier for earlier, after in pairwise(times)) * 1000
    return python + (cpu_of(process) - before) / ROUNDS


def rate(count: int, milliseconds: float) -> int:
    return round(count / milliseconds * 1000)
