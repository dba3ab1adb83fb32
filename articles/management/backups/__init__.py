"""Backups: the whole site as one ZIP archive, written and restored in streams of any size.

It holds `manifest.json` (backup/1) with the checksums, `database/<table>.copy` in PostgreSQL's
text format of COPY, and `files/<name>` by the names in storage.
"""

from .manifest import Damaged, Manifest, open_archive
from .restoring import NotEmpty, check_tables, restore
from .writing import write

__all__ = ["Damaged", "Manifest", "NotEmpty", "check_tables", "open_archive", "restore", "write"]
