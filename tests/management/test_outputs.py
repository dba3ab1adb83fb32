"""What the commands print about a site with something of everything, against golden files."""

import io
import re

import pytest
from django.core.management import CommandError, call_command

from tests.full_site import a_full_site, stop_the_clock
from tests.goldens import golden
from tests.manuscript_texts import TEXT

pytestmark = pytest.mark.django_db
COMMANDS = {
    "doctor": ["doctor", "--language", "en"],
    "preflight-all": ["preflight", "--all"],
    "preflight-issue": ["preflight", "--issue", "{issue}"],
    "preflight-json": ["preflight", "--doi", "10.5555/bare", "--json"],
    "preflight-no-issue": ["preflight", "--issue", "1"],
    "preflight-no-doi": ["preflight", "--doi", "10.5555/none"],
    "preflight-bad-doi": ["preflight", "--doi", "x"],
    "export-ris": ["export_articles", "ris", "--journal", "steppe-science"],
    "export-no-journal": ["export_articles", "ris", "--journal", "none"],
    "export-no-format": ["export_articles", "x"],
    "doi-addresses": ["doi_addresses", "--journal", "steppe-science"],
    "doi-addresses-none": ["doi_addresses", "--journal", "none"],
    "read": ["read_manuscript", "{file}"],
    "read-sources": ["read_manuscript", "{file}", "--sources"],
    "read-save": ["read_manuscript", "{file}", "--save", "--journal", "steppe-science"],
    "read-save-nowhere": ["read_manuscript", "{file}", "--save"],
    "read-none": ["read_manuscript", "{file}.none"],
    "import-elsewhere": ["import_articles", "{record}", "--journal", "steppe-science"],
    "import-again": ["import_articles", "{record}", "--journal", "water"],
    "import-update": ["import_articles", "{record}", "--journal", "water", "--update"],
    "import-publish": [
        "import_articles",
        "{record}",
        "--journal",
        "water",
        "--publish",
        "--dry-run",
    ],
}

OF_THIS_MACHINE = r"(Version: |PostgreSQL |Free disk space|stored in |last save: ).*"


def printed(command: list[str]) -> str:
    """What goes to each stream, and how it ends."""
    out, err = io.StringIO(), io.StringIO()
    end = ""
    try:
        call_command(*command, stdout=out, stderr=err, no_color=True)
    except CommandError as error:
        end = f"{type(error).__name__}: {error}"
    except SystemExit as stop:
        end = f"status {stop.code}"
    return f"{out.getvalue()}--\n{err.getvalue()}--\n{end}\n"


def test_commands_print_what_they_printed(monkeypatch, tmp_path):
    stop_the_clock(monkeypatch)
    monkeypatch.chdir(tmp_path)
    site = {key: thing.pk for key, thing in a_full_site().items()}
    (tmp_path / "a.txt").write_text(TEXT)
    call_command("export_articles", "record", "--doi", "10.5555/alone", output=tmp_path / "a.json")
    changed = []
    for name, command in COMMANDS.items():
        words = [word.format(file="a.txt", record="a.json", **site) for word in command]
        written = re.sub(OF_THIS_MACHINE, r"\1…", printed(words)).encode()
        if written != golden(f"commands/{name}.txt", written):
            changed.append(name)

    assert changed == []
