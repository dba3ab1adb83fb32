"""Uploaded files in the folder MEDIA_ROOT; a file is there whole or not at all."""

from __future__ import annotations

import os
import secrets
from typing import Any

from django.core.files.storage import FileSystemStorage


class Folder(FileSystemStorage):
    def _save(self, name: str, content: Any) -> str:
        """Gives the file its name once it is complete, whatever ends the writing before.

        The path of a file holds its checksum, and whoever finds a file there does not write it
        again: half a file, after a full disk or a crash, would be taken for the whole.
        """
        folder = os.path.dirname(name)
        part = os.path.join(folder, f".{secrets.token_hex(8)}.part")
        try:
            super()._save(part, content)  # type: ignore[misc]  # the stubs leave it out
            while True:
                try:
                    os.link(self.path(part), self.path(name))
                except FileExistsError:
                    name = self.get_available_name(name)
                else:
                    return name
        finally:
            self.delete(part)
