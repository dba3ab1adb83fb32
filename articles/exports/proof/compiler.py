"""The typesetter (Typst) in a process of its own: `compiler.py FOLDER SECONDS BYTES`.

Writes the PDF to stdout. It runs as a file and not as a module, so that nothing of the site is
loaded with it.
"""

from __future__ import annotations

import json
import resource
import sys
from contextlib import suppress
from pathlib import Path

import typst


def main(folder: str, seconds: str, size: str) -> None:
    """Typeset the proof in a folder, and write the PDF to stdout."""
    limit(int(seconds), int(size))
    root = Path(folder)
    broken = [path.name for path in sorted(root.glob("picture-*")) if not is_picture(path, root)]
    template = (root / "proof.typ").read_bytes()
    sys.stdout.buffer.write(compile_pdf(template, root, {"broken": json.dumps(broken)}))


def compile_pdf(source: bytes, root: Path, inputs: dict[str, str]) -> bytes:
    """Return the PDF of a Typst source."""
    pdf = typst.Compiler(source, root=root, sys_inputs=inputs).compile(format="pdf")
    return pdf if isinstance(pdf, bytes) else b""


def limit(seconds: int, size: int) -> None:
    """Limit the processor time in seconds and the memory in bytes."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    with suppress(ValueError, OSError):  # macOS knows no limit of memory
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def is_picture(path: Path, root: Path) -> bool:
    """Whether Typst can show a file; others are named in the text instead."""
    try:
        compile_pdf(f'#image("/{path.name}")'.encode(), root, {})
    except typst.TypstError:
        return False
    return True


if __name__ == "__main__":
    main(*sys.argv[1:])
