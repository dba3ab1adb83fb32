"""`make check`: the licence of every package that a site installs is one of those listed here.

Asks no network: the packages say it themselves, in what is installed of them. A package with
another licence needs a decision, and then its licence here.
"""

import re
import sys
from collections.abc import Iterator
from email.message import Message
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent.parent / "requirements.txt"
PACKAGE = re.compile(r"^([\w.-]+)(?:\[[^]]*])?==", re.MULTILINE)
# Each lets a program under MIT use the package. LGPL and MPL bind changes of the package itself.
ALLOWED = {
    "Apache-2.0", "BSD License", "BSD-2-Clause", "BSD-3-Clause", "LGPL-3.0-only", "MIT",
    "MIT License", "MIT-CMU", "PSF-2.0", "Unlicense", "Mozilla Public License 2.0 (MPL 2.0)",
    "GNU Lesser General Public License v2 or later (LGPLv2+)",
    # pypdfium2: PDFium and what is built into it, all as permissive (its BUILD_LICENSES)
    "BSD-3-Clause, Apache-2.0, dependency licenses",
}  # fmt: skip


def main() -> None:
    """Exit with a line for each package whose licence is not in the list."""
    if lines := list(refused(REQUIREMENTS.read_text())):
        sys.exit("\n".join(lines))


def refused(requirements: str) -> Iterator[str]:
    """Packages of a requirements file with another licence; those of other systems are not here."""
    for name in PACKAGE.findall(requirements):
        try:
            named = licences(metadata(name))
        except PackageNotFoundError:
            continue
        if not named or not named <= ALLOWED:
            yield f"{name}: licence {', '.join(sorted(named)) or 'not named'}"


def licences(about: PackageMetadata | Message) -> set[str]:
    """What the package says: an SPDX expression, else its classifiers, else the free text."""
    if expression := about.get("License-Expression"):
        return set(re.split(r" AND | OR ", expression.strip("()")))
    classifiers = about.get_all("Classifier") or []
    named = {text.rpartition(" :: ")[2] for text in classifiers if text.startswith("License ::")}
    return named or {text for text in [(about.get("License") or "").strip()] if text}


if __name__ == "__main__":
    main()
