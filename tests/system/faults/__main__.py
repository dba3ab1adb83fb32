"""Makes each fault while editors work, and prints a table of what they saw and what was lost.

`python -m tests.system.faults [FAULT …]`. It needs Debian's postgresql and faketime; the small
disks are file systems in memory, which root alone may mount. `.ci/run` does not run it.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from tests.system.faults.editors import PASSWORD, Editor, Office
from tests.system.faults.faults import FAULTS, ON_SMALL_DISKS, Fault, missing
from tests.system.faults.site import Site, small_disk
from tests.system.postgresql import Server, programs

EDITORS = 3
BEFORE, AFTER = 3.0, 6.0  # seconds of work before the fault and after it


def main(names: list[str]) -> int:
    if not programs().name:
        sys.exit("Not installed: apt-get install --no-install-recommends postgresql faketime")
    known = {fault.__name__: fault for fault in FAULTS}
    if unknown := [name for name in names if name not in known]:
        sys.exit(f"There is no fault {unknown[0]!r}. Choose from: {', '.join(known)}.")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.chmod(0o755)
        disks = [stack.enter_context(small_disk(folder / name)) for name in ("disk", "files")]
        server = Server(folder / "disk" / "pg")
        site = Site(folder, server)
        stack.callback(server.stop)
        stack.callback(site.stop)
        articles = fill(site)
        from articles.dois.stand_in import StandIn

        site.crossref = stack.enter_context(StandIn(site.crossref_port))
        site.start()
        print("| fault | what the editors were answered | lost or untrue |\n|---|---|---|")
        return sum(
            show(site, fault, articles, has_small_disks=all(disks))
            for fault in [known[name] for name in names] or FAULTS
        )


def fill(site: Site) -> list[int]:
    """The keys of public articles, one for each editor."""
    site.server.create()
    site.server.start()
    site.server.ask("CREATE DATABASE journal", "postgres")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("migrate", verbosity=0)
    from tests.factories import a_depositing_journal, a_member, a_public_article

    journal = a_depositing_journal()
    for number in range(EDITORS):
        user = a_member(journal, username=f"editor-{number}", email=f"{number}@example.org")
        user.set_password(PASSWORD)
        user.save()
    return [a_public_article(journal, doi=f"10.5555/{number}").pk for number in range(EDITORS)]


def show(site: Site, fault: Fault, articles: list[int], has_small_disks: bool) -> int:
    """Make the fault and print its row; 1 if anything was lost."""
    from tests.system.faults.checks import losses

    reason = missing(fault)
    if fault in ON_SMALL_DISKS and not has_small_disks:
        reason = "this user may not mount file systems"
    if reason:
        print(f"| {fault.__doc__} | not run: {reason} | |", flush=True)
        return 0
    first = FAULTS.index(fault) * 1_000
    editors = [
        Editor(site.port, f"editor-{number}", article, first)
        for number, article in enumerate(articles)
    ]
    site.supervise()
    for editor in editors:
        editor.sign_in()
    with Office(editors):
        time.sleep(BEFORE)
        fault(site)
        site.supervise()
        time.sleep(AFTER)
    answers = sum((editor.answers for editor in editors), Counter())
    counts = ", ".join(f"{count} × {what}" for what, count in sorted(answers.items()))
    found = losses(site, editors)
    print(f"| {fault.__doc__} | {counts} | {'; '.join(found) or 'nothing'} |", flush=True)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
