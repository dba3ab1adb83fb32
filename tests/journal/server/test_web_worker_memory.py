"""What a web worker does without until it is asked for: packages that take memory."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
LOAD = """
import json, sys
import journal.wsgi
from django.urls import get_resolver

def load(resolver):
    for each in resolver.url_patterns:
        if hasattr(each, "url_patterns"):
            load(each)

load(get_resolver())
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def banned_packages():
    """Those that no module may import at its top, as the linter knows them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return settings["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-module-level-imports"]


def test_a_web_worker_starts_without_the_packages_that_take_memory():
    done = subprocess.run(
        [sys.executable, "-c", LOAD], cwd=ROOT, capture_output=True, text=True, check=True
    )

    loaded = json.loads(done.stdout)
    assert {"articles", "django", "ninja"} < set(loaded)
    assert {"docx", "openpyxl", "pypdf"} <= set(banned_packages())
    assert [name for name in banned_packages() if name in loaded] == []
