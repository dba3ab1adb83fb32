"""Names of an article's files in one folder: files of one name do not overwrite each other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from .record import Galley


def names_in_folder(
    galleys: Iterable[Galley], taken: Iterable[str] = ()
) -> list[tuple[str, Galley]]:
    """The stored files of an article, each with its name; one that is taken gets its checksum.

    A file that several galleys have is there once.
    """
    used = {name.casefold() for name in taken}
    names: dict[tuple[str, str], tuple[str, Galley]] = {}
    for galley in galleys:
        key = (galley.name, galley.checksum)
        if not galley.path or key in names:
            continue
        name = base_name(galley.name)
        name = second_name(galley) if name.casefold() in used else name
        used.add(name.casefold())
        names[key] = (name, galley)
    return list(names.values())


def second_name(galley: Galley) -> str:
    """The name of a file whose own name another one has: `1f0c8e21a9b4-a.pdf`."""
    return f"{galley.checksum[:12]}-{base_name(galley.name)}"


def base_name(name: str) -> str:
    """The name without folders, so that unpacking cannot write elsewhere."""
    return PurePosixPath(name.replace("\\", "/")).name or "file"
