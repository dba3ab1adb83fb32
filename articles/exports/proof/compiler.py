"""The typesetter in a process of its own: `compiler.py FOLDER SECONDS BYTES`, the PDF on stdout.

Run as a file and not as a module, so that nothing of the site is loaded with it.
"""

from __future__ import annotations

import json
import resource
import sys
from contextlib import suppress
from pathlib import Path

import typst


def main(folder: str, seconds: str, size: str) -> None:
    limit(int(seconds), int(size))
    root = Path(folder)
    broken = [one.name for one in sorted(root.glob("picture-*")) if not is_picture(one, root)]
    template = (root / "proof.typ").read_bytes()
    sys.stdout.buffer.write(compiled(template, root, {"broken": json.dumps(broken)}))


def compiled(source: bytes, root: Path, inputs: dict[str, str]) -> bytes:
    made = typst.Compiler(source, root=root, sys_inputs=inputs).compile(format="pdf")
    return made if isinstance(made, bytes) else b""


def limit(seconds: int, size: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    with suppress(ValueError, OSError):  # macOS knows no limit of memory
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def is_picture(path: Path, root: Path) -> bool:
    """Whether it can be set at all: one that cannot is named in the text instead."""
    try:
        compiled(f'#image("/{path.name}")'.encode(), root, {})
    except typst.TypstError:
        return False
    return True


if __name__ == "__main__":
    main(*sys.argv[1:])
