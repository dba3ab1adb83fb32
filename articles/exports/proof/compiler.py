"""The typesetter (Typst), which runs in a limited process."""

from __future__ import annotations

import json
from pathlib import Path


def typeset_folder(folder: str) -> bytes:
    """Return the proof in a folder as a PDF."""
    root = Path(folder)
    broken = [path.name for path in sorted(root.glob("picture-*")) if not is_picture(path, root)]
    template = (root / "proof.typ").read_bytes()
    return compile_pdf(template, root, {"broken": json.dumps(broken)})


def compile_pdf(source: bytes, root: Path, inputs: dict[str, str]) -> bytes:
    """Return the PDF of a Typst source."""
    import typst  # 30 MB, which the site does without

    pdf = typst.Compiler(source, root=root, sys_inputs=inputs).compile(format="pdf")
    return pdf if isinstance(pdf, bytes) else b""


def is_picture(path: Path, root: Path) -> bool:
    """Whether Typst can show a file; others are named in the text instead."""
    try:
        compile_pdf(f'#image("/{path.name}")'.encode(), root, {})
    except BaseException:  # a panic of the typesetter is not an Exception
        return False
    return True
