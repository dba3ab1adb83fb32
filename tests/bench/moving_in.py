"""Moving in from OJS: what planning an issue of 500 MB costs in memory, and planning in time."""

from __future__ import annotations

import base64
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from articles.intake.ojs.export import Export
from articles.intake.ojs.plan import make_plan
from articles.models import Journal
from tests.bench.database import JOURNAL
from tests.bench.figures import Figure
from tests.bench.measuring import Site, cpu_ratio
from tests.imports.ojs.exports import a_galley, a_publication, an_article, an_issue

ISSUE_BYTES = 500_000_000
GREAT_FILE_BYTES = 225_000_000  # in base64: one line of 300 MB
MEMORY_MB = 250
ARTICLES = 15
PDF_BYTES = 500_000
PLAN_RATIO = 1_500  # of an issue of 15 articles with their PDFs

# What a process of its own runs: the command, and then its peak of memory in kB.
PLAN = """
import resource, sys, django
django.setup()
from django.core.management import call_command
call_command("import_ojs", sys.argv[1], "--journal", sys.argv[2], "--plan", stdout=sys.stderr)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
EMBED = '<embed encoding="base64">'


def figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "great.xml")
        write_issue(path, [GREAT_FILE_BYTES, *[30_000_000] * 5])
        yield Figure("ojs_issue_500mb", "mb", memory_of_planning(path), MEMORY_MB)
        path = Path(folder, "issue.xml")
        write_issue(path, [PDF_BYTES] * ARTICLES)
        export = Export(paths=(path,), journal=Journal.objects.get(slug=JOURNAL))
        ratio = cpu_ratio(Site(), lambda: make_plan(export), rounds=5)
        yield Figure("ojs_plan_issue", "hello_ratio", round(ratio, 1), PLAN_RATIO)


def memory_of_planning(path: Path) -> float:
    """The peak of a process that plans the import, in MB."""
    arguments = [sys.executable, "-c", PLAN, str(path), JOURNAL]
    process = subprocess.run(arguments, capture_output=True, check=True, text=True)
    return round(int(process.stdout) / 1_000)


def write_issue(path: Path, sizes: list[int]) -> None:
    """An issue with an article for each size of its PDF."""
    articles = [
        an_article(
            a_publication(a_galley(number, number), id=str(number)),
            a_file(number, size),
            id=str(number),
            current_publication_id=str(number),
        )
        for number, size in enumerate(sizes, 1)
    ]
    before, *rest = an_issue(*articles).split(EMBED)
    with path.open("wb") as file:
        file.write(before.encode())
        for size, after in zip(sizes, rest, strict=True):
            file.write(EMBED.encode())
            write_base64(file, size)
            file.write(after.encode())


def a_file(number: int, size: int) -> str:
    return (
        f'<submission_file id="{number}" file_id="{number}" stage="proof">'
        f'<name locale="en">{number}.pdf</name><file id="{number}" filesize="{size}">'
        f"{EMBED}</embed></file></submission_file>"
    )


def write_base64(file: IO[bytes], size: int) -> None:
    """A PDF of this size that begins as one, on one line."""
    piece = b"%PDF-" + b"0" * (3 * 2**18 - 5)
    for start in range(0, size, len(piece)):
        file.write(base64.b64encode(piece[: size - start]))
