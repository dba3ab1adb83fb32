"""`make install`: the virtual environment and the packages of a requirements file, checked by hash.

Runs on a bare Python, before any package is there. What is installed already is known by the
file's checksum, so that a second run costs nothing; two that start at once wait for each other.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - said before a package says it less clearly
    sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.12 run")

from journal.locks import locked

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"


def main(requirements: str) -> None:
    stamp = VENV / f"{requirements}.sha256"
    wanted = hashlib.sha256((ROOT / requirements).read_bytes()).hexdigest()
    with locked(ROOT / "var" / "install.lock"):
        if not stamp.exists() or stamp.read_text() != wanted:
            install(requirements)
            stamp.write_text(wanted)


def install(requirements: str) -> None:
    python = VENV / "bin" / "python"
    if not works(python):
        print("Making the virtual environment .venv …", flush=True)
        run(
            [sys.executable, "-m", "venv", "--clear", str(VENV)],
            "Python's venv is missing; on Debian and Ubuntu: apt install python3-venv",
        )
    print(f"Installing the packages of {requirements} …", flush=True)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    run(
        [*pip, "--require-hashes", "--only-binary=:all:", "-r", str(ROOT / requirements)],
        "The packages could not be installed; see above. The package index must be in reach.",
    )


def works(python: Path) -> bool:
    """Half an environment, or one whose Python is gone, is made anew."""
    try:
        asked = subprocess.run(  # noqa: S603 - the environment's own Python
            [python, "-m", "pip", "--version"], capture_output=True, check=False
        )
    except OSError:
        return False
    return asked.returncode == 0


def run(command: list[str], advice: str) -> None:
    if subprocess.run(command, check=False).returncode:  # noqa: S603 - commands of this file
        sys.exit(advice)


if __name__ == "__main__":
    main(sys.argv[1])
