"""The whole site as one file: every table, every uploaded file, and a manifest of checksums.

A ZIP: `manifest.json` (backup/1), `database/<table>.copy` in PostgreSQL's own text format,
`files/<name>` as storage names them. Written and read in streams, whatever the size.
"""

from .manifest import Damaged, Manifest, verified
from .restoring import NotEmpty, restore
from .writing import write

__all__ = ["Damaged", "Manifest", "NotEmpty", "restore", "verified", "write"]
