"""`make install`: the virtual environment and the packages of a requirements file, checked by hash.

Runs on a bare Python, before any package is installed. The checksum of an installed file is kept,
so a second run does nothing; two runs at once wait for each other.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - clearer than a package's own message
    sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.12 run")

from journal.quickstart.processes import locked

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".venv"


def main(requirements: str) -> None:
    """Install the packages unless this version of the file is installed already."""
    checksum_file = VENV / f"{requirements}.sha256"
    checksum = hashlib.sha256((ROOT / requirements).read_bytes()).hexdigest()
    with locked(ROOT / "var" / "install.lock"):
        if not checksum_file.exists() or checksum_file.read_text() != checksum:
            install(requirements)
            checksum_file.write_text(checksum)


def install(requirements: str) -> None:
    python = VENV / "bin" / "python"
    if not has_pip(python):
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


def has_pip(python: Path) -> bool:
    """False for an incomplete environment, and for one whose Python was removed."""
    try:
        answer = subprocess.run(  # noqa: S603 - the environment's Python
            [python, "-m", "pip", "--version"], capture_output=True, check=False
        )
    except OSError:
        return False
    return answer.returncode == 0


def run(command: list[str], advice: str) -> None:
    if subprocess.run(command, check=False).returncode:  # noqa: S603 - our own commands
        sys.exit(advice)


if __name__ == "__main__":
    main(sys.argv[1])
